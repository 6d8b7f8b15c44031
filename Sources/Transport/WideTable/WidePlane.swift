import NumericalMethods
import Physics
import RealModule

/// The plane in which spectra of lines with width are tabulated: x = ln κD, the depth of a line, and y = ln κDg′², that of
/// its wings, with D = 12π² n/H today; eqs. (34) to (36) of Documentation/Transport.md.
struct WidePlane: Sendable {
    /// A node of the table.
    struct Node: Hashable {
        /// Of x, 0 and below, and of y, 0 and above; see ``WideAxis``.
        var strength: Int
        var wing: Int
        /// C of the cross section, which tells the masses that belong to both.
        var normalisation: Double

        /// Of the sixteen from this one on, up and to the right.
        func neighbour(_ number: Int) -> Node {
            Node(strength: strength + number / 4, wing: wing + number % 4, normalisation: normalisation)
        }
    }

    /// Four nodes in either direction around a mediator, and what they count for.
    struct Stencil {
        var first: Node
        var strengths: SIMD4<Double>
        var wings: SIMD4<Double>

        /// Of each of the sixteen.
        func weight(_ number: Int) -> Double { strengths[number / 4] * wings[number % 4] }
    }

    /// D [eV²].
    let depth: Double

    /// The spectrum ends to depend on x where the cores of all lines are opaque to all states, which the least |Q_ij|² makes
    /// late; on y, as y, where wings are thin. Steps leave 5e-4 of a segment.
    private static let strengths = WideAxis(origin: 8.6, scale: 1, step: 0.5, rises: false)
    private static let wings = WideAxis(origin: 2.4, scale: 2.5, step: 0.4, rises: true)

    func stencil(_ mediator: Mediator) -> Stencil {
        let (column, strengths) = Self.strengths.stencil(Double.log(mediator.strength * depth))
        let (row, wings) = Self.wings.stencil(wing(mediator))
        return Stencil(
            first: Node(strength: column, wing: row, normalisation: mediator.crossSection.normalisation),
            strengths: strengths, wings: wings)
    }

    /// y at a node.
    func wing(_ node: Node) -> Double { Self.wings.value(node.wing) }

    /// y of a mediator.
    func wing(_ mediator: Mediator) -> Double {
        Double.log(mediator.strength * depth) + 2 * Double.log(mediator.coupling.value)
    }

    /// κ [eV⁻²] and g′² at a node.
    func lines(_ node: Node) -> (strength: Double, squaredCoupling: Double) {
        let x = Self.strengths.value(node.strength)
        return (Double.exp(x) / depth, Double.exp(wing(node) - x))
    }

    /// ln m² [ln MeV²] of the mediators that a node serves.
    /// - Parameters: those that the table does, and the least of their y.
    func served(by node: Node, masses: ClosedRange<Double>, leastWing: Double) -> ClosedRange<Double> {
        let x = Self.strengths.served(by: node.strength)
        let y = Self.wings.served(by: node.wing)
        let constant = Double.log(node.normalisation * depth) - 2 * Double.log(1e6)
        let least = max(y.lowerBound, leastWing) - 2 * x.upperBound + constant
        let greatest = y.upperBound - 2 * x.lowerBound + constant
        // A little for rounding.
        let (lower, upper) = (2 * Double.log(masses.lowerBound) - 0.01, 2 * Double.log(masses.upperBound) + 0.01)
        return min(max(least - 0.01, lower), upper)...max(min(greatest + 0.01, upper), lower)
    }
}
