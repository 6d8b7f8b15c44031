import NumericalMethods
import RealModule

/// ln ∫ L (1+z)^{1−γ}/H du over all sources along γ, up to a constant: what units and mean redshifts of spectra are made of, where very
/// many are asked for.
///
/// The logarithm of a mean of exponentials e^{−γu} is analytic as far as π/u_max from the axis, where the mean of sources at both ends
/// vanishes first. The polynomial through n points of Chebyshev's is then off by about e^{−n arsinh(π/(u_max w))}, w being half the width
/// in γ: so many are taken that this is 1e-10.
struct SourceTotals: Sendable {
    private let nodes: ChebyshevNodes
    private let logarithms: [Double]

    private static let leastCount = 24
    private static let accuracy = 1e-10

    init(_ geometry: LineGeometry) {
        let usable = TransportSetting.indices
        // A cut-off's mean redshift asks for one less, a break's a little beyond both powers.
        let range = usable.lowerBound - 1.1...usable.upperBound + 0.1
        let reach = Double.log(max(geometry.scales.last ?? 1, 1 + 1e-6)) * (range.upperBound - range.lowerBound) / 2
        let count = (-Double.log(Self.accuracy) / Double.asinh(Double.pi / reach)).rounded(.up)
        nodes = ChebyshevNodes(range: range, count: max(Self.leastCount, Int(count)))
        logarithms = nodes.nodes.map { Double.log(geometry.emitted(index: $0)) }
    }

    func logarithm(index gamma: Double) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: logarithms.count) { weights in
            guard let first = weights.baseAddress else { return 0 }
            nodes.weights(at: gamma, into: first)
            return logarithms.indices.reduce(0) { $0 + first[$1] * logarithms[$1] }
        }
    }
}
