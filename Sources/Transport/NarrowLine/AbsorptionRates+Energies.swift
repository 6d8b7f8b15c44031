import NumericalMethods
import RealModule

extension AbsorptionRates {
    /// ``arriving(_:fraction:power:emitted:_:)`` at many energies, whose logarithms and powers are found four at a time.
    /// - Parameters:
    ///   - energies: positive and finite [GeV].
    ///   - highest: ln E_1st [ln GeV].
    ///   - body: told the energy's number and what arrives.
    @inline(__always)
    func eachArriving(
        _ energies: [Double], highest: Double, emitted: Double, _ spectrum: NarrowLineSpectrum,
        _ body: (Int, SIMD4<Double>) -> Void
    ) {
        let free = spectrum.geometry.free * emitted
        let end = spectrum.geometry.edges[spectrum.geometry.edges.count - 1]
        let perHighest = Double.exp(-highest)
        let tail = tail(spectrum)
        for first in stride(from: 0, to: energies.count, by: 4) {
            let count = min(4, energies.count - first)
            // What is missing of the last four is looked at for nothing.
            var four = SIMD4<Double>(repeating: energies[first])
            for lane in 0..<count { four[lane] = energies[first + lane] }
            let epsilons = highest - logarithm(four)
            guard any(epsilons .>= 0) else {
                for lane in 0..<count { body(first + lane, free) }
                continue
            }
            let (fractions, powers) = (four * perHighest, exponential(epsilons * -spectrum.index))
            guard any(epsilons .< end) else {
                // Below the lowest crossing of every line only daughters are added.
                let low: SIMD4<Double> = fractions * tail.z + tail.y
                let daughters: SIMD4<Double> = powers * (fractions * low + tail.x)
                for lane in 0..<count { body(first + lane, free + shares * daughters[lane]) }
                continue
            }
            for lane in 0..<count {
                let epsilon = epsilons[lane]
                body(
                    first + lane,
                    epsilon < 0
                        ? free
                        : arriving(
                            epsilon, fraction: fractions[lane], power: powers[lane], emitted: emitted, spectrum))
            }
        }
    }

    /// A_n of what daughters add below all crossings, P_k x^γ Σ_n A_n x^n at x = e^{−ε}: the kernels of all lines in one.
    private func tail(_ spectrum: NarrowLineSpectrum) -> SIMD4<Double> {
        var tail = SIMD4<Double>.zero
        for (line, factors) in spectrum.distanceFactors.enumerated() {
            tail += NarrowLineSpectrum.kernel(fraction: factors.y, power: factors.x) * moments[line * nodeCount]
        }
        return tail
    }
}
