import NumericalMethods
import RealModule

/// The flux without interaction in certain bins, at one spectral index after another: ``FreeFlux/integrated(index:bin:)`` four
/// bins at a time, to 1e-14; of sources without a power law between Chebyshev points in γ.
public struct FreeIntegrals: Sendable {
    /// Of sources without a power law: ln of the integrals, bin by bin for each node; one node where γ is fixed.
    private struct Interpolated: Sendable {
        let nodes: ChebyshevNodes?
        let logarithms: [[Double]]
    }

    private let interpolated: Interpolated?
    /// ln of both edges over the pivot, four bins to a vector; the last is filled up with copies.
    private let lower: [SIMD4<Double>]
    private let upper: [SIMD4<Double>]
    private let bins: [EnergyBin]
    private let narrowest: Double

    /// Of sources without a power law. Sums of exponentials in γ are what integrals are there: their logarithm is smooth, and
    /// known to 1e-9 by so many nodes.
    /// - Parameters:
    ///   - indices: the γ that may be asked for.
    ///   - integrals: of each bin at a γ.
    init(indices: ClosedRange<Double>, _ integrals: (Double) -> [Double]) {
        let width = indices.upperBound - indices.lowerBound
        let nodes = width > 0 ? ChebyshevNodes(range: indices, count: 10 + Int(4 * width)) : nil
        interpolated = Interpolated(
            nodes: nodes,
            logarithms: (nodes?.nodes ?? [indices.lowerBound]).map {
                integrals($0).map { Double.log(max($0, .leastNormalMagnitude)) }
            })
        (bins, lower, upper, narrowest) = ([], [], [], 0)
    }

    public init(_ bins: [EnergyBin]) {
        interpolated = nil
        self.bins = bins
        let groups = (bins.count + 3) / 4
        func logarithms(_ energy: (EnergyBin) -> Double) -> [SIMD4<Double>] {
            (0..<groups).map { group in
                SIMD4(
                    (4 * group..<4 * group + 4).map {
                        Double.log(energy(bins[min($0, bins.count - 1)]) / FreeFlux.pivot)
                    })
            }
        }
        lower = logarithms(\.lower)
        upper = logarithms(\.upper)
        narrowest = bins.map { Double.log($0.upper / $0.lower) }.min() ?? 0
    }

    /// Writes ∫Φ dE at A = 1 of each bin [cm⁻² s⁻¹ sr⁻¹].
    /// - Parameters:
    ///   - integrals: as many as there are bins.
    ///   - gamma: γ.
    public func fill(_ integrals: UnsafeMutablePointer<Double>, index gamma: Double) {
        if let interpolated { return Self.fill(integrals, interpolated, index: gamma) }
        let power = 1 - gamma
        // The difference of powers loses digits where they are alike.
        guard abs(power) * narrowest > 0.1 else {
            for place in bins.indices { integrals[place] = FreeFlux.integrated(index: gamma, bin: bins[place]) }
            return
        }
        let scale = FreeFlux.unit * FreeFlux.pivot / power
        for group in lower.indices {
            let sums = (exponential(upper[group] * power) - exponential(lower[group] * power)) * scale
            let first = 4 * group
            for lane in 0..<min(4, bins.count - first) { integrals[first + lane] = sums[lane] }
        }
    }

    private static func fill(_ integrals: UnsafeMutablePointer<Double>, _ known: Interpolated, index gamma: Double) {
        let count = known.logarithms[0].count
        guard let nodes = known.nodes else {
            for place in 0..<count { integrals[place] = Double.exp(known.logarithms[0][place]) }
            return
        }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: nodes.nodes.count) { weights in
            guard let weights = weights.baseAddress else { return }
            nodes.weights(at: gamma, into: weights)
            for place in 0..<count {
                var sum = 0.0
                for node in known.logarithms.indices { sum += weights[node] * known.logarithms[node][place] }
                integrals[place] = Double.exp(sum)
            }
        }
    }
}
