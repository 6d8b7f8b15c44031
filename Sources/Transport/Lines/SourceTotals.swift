import NumericalMethods
import RealModule

/// ln ∫ L (1+z)^{1−γ}/H du over all sources along γ, up to a constant: what units and mean redshifts of spectra are made of, where very
/// many are asked for.
///
/// The logarithm is as smooth as the mean of exponentials is: the polynomial through so many points is exact to 1e-12.
struct SourceTotals: Sendable {
    private let nodes: ChebyshevNodes
    private let logarithms: [Double]

    private static let count = 40

    init(_ geometry: LineGeometry) {
        let usable = TransportSetting.indices
        // A cut-off's mean redshift asks for one less, a break's a little beyond both powers.
        nodes = ChebyshevNodes(range: usable.lowerBound - 1.1...usable.upperBound + 0.1, count: Self.count)
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
