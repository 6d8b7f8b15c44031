import NumericalMethods
import RealModule

/// A coordinate with nodes at equal distances in its logarithm, and cubic interpolation along it.
public struct CubicAxis: Sendable, Hashable {
    /// The first node, positive.
    public let first: Double
    /// The last node.
    public let last: Double
    /// How many nodes there are, at least four.
    public let count: Int

    private let logarithm: Double
    private let step: Double

    public init(first: Double, last: Double, count: Int) {
        precondition(first > 0 && last > first && count >= 4, "a cubic needs four nodes, rising above zero")
        self.first = first
        self.last = last
        self.count = count
        logarithm = Double.log(first)
        step = (Double.log(last) - logarithm) / Double(count - 1)
    }

    /// The coordinate at a node.
    public func node(_ index: Int) -> Double {
        switch index {
        case 0: first
        case count - 1: last
        default: Double.exp(logarithm + Double(index) * step)
        }
    }

    /// The nodes a coordinate lies among. Beyond its ends the axis is constant.
    func stencil(at coordinate: Double) -> CubicStencil {
        let offset = coordinate > first ? (Double.log(coordinate) - logarithm) / step : 0
        return CubicStencil(offset: min(offset, Double(count - 1)), count: count)
    }
}
