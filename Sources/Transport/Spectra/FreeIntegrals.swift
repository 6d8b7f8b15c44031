import NumericalMethods
import RealModule

/// The flux without interaction in certain bins, at one spectral index after another: ``FreeFlux/integrated(index:bin:)`` four
/// bins at a time, to 1e-14.
public struct FreeIntegrals: Sendable {
    /// ln of both edges over the pivot, four bins to a vector; the last is filled up with copies.
    private let lower: [SIMD4<Double>]
    private let upper: [SIMD4<Double>]
    private let bins: [EnergyBin]
    private let narrowest: Double

    public init(_ bins: [EnergyBin]) {
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
}
