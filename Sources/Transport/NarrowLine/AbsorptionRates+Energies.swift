import NumericalMethods
import RealModule

extension AbsorptionRates {
    /// ``arriving(_:emitted:)`` at many energies.
    /// - Parameters:
    ///   - energies: positive and finite [GeV].
    ///   - highest: ln E_1st [ln GeV].
    ///   - body: told the energy's number and what arrives.
    @inline(__always)
    func eachArriving(
        _ energies: [Double], highest: Double, emitted: Double, _ body: (Int, SIMD4<Double>) -> Void
    ) {
        let free = tables.free * emitted
        let tail = tail
        eachFour(energies, highest: highest) { first, count, four in
            guard any(four.epsilon .>= 0) else {
                for lane in 0..<count { body(first + lane, free) }
                return
            }
            guard any(four.epsilon .< tables.end) else {
                // Below the lowest crossing of every line only daughters are added.
                let low: SIMD4<Double> = four.fraction * tail.z + tail.y
                let daughters: SIMD4<Double> = four.power * (four.fraction * low + tail.x)
                for lane in 0..<count { body(first + lane, free + shares * daughters[lane]) }
                return
            }
            let fluxes = arriving(four, emitted: emitted)
            for lane in 0..<count { body(first + lane, fluxes[lane]) }
        }
    }

    /// Powers of many energies are found before any is looked at, so that one does not wait for the other.
    /// - Parameter body: told the number of the first energy, how many there are, and what they are; above the first line not more than that.
    @inline(__always)
    private func eachFour(_ energies: [Double], highest: Double, _ body: (Int, Int, FourEnergies) -> Void) {
        let (firstLine, perHighest) = (Double.exp(highest), Double.exp(-highest))
        // Far enough from the line for rounding not to matter.
        let above = firstLine * (1 + 1e-12)
        // So few that they stay where they are quick to read.
        let most = 64
        energies.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: FourEnergies.self, capacity: most / 4) { fours in
                for start in stride(from: 0, to: energies.count, by: most) {
                    let end = min(start + most, energies.count)
                    for first in stride(from: start, to: end, by: 4) {
                        fours.initializeElement(
                            at: (first - start) / 4,
                            to: FourEnergies(
                                Self.four(bytes, first), highest: highest, perHighest: perHighest, above: above,
                                index: tables.index))
                    }
                    for first in stride(from: start, to: end, by: 4) {
                        body(first, min(4, end - first), fours[(first - start) / 4])
                    }
                }
            }
        }
    }

    /// Four numbers, or what there is of them and the first in place of the rest.
    @inline(__always)
    private static func four(_ bytes: UnsafeRawBufferPointer, _ first: Int) -> SIMD4<Double> {
        let size = MemoryLayout<Double>.stride
        let count = bytes.count / size - first
        // As one, because compilers take vectors apart that are put together.
        if count >= 4 { return bytes.loadUnaligned(fromByteOffset: first * size, as: SIMD4<Double>.self) }
        var four = SIMD4(repeating: bytes.loadUnaligned(fromByteOffset: first * size, as: Double.self))
        for lane in 1..<max(count, 1) {
            four[lane] = bytes.loadUnaligned(fromByteOffset: (first + lane) * size, as: Double.self)
        }
        return four
    }

    /// The flux of each mass state at Earth over what free streaming gives of the power law.
    /// - Parameters:
    ///   - epsilons: ε = ln(E_1st/E).
    ///   - emitted: what free streaming gives of the sources, over that of the power law; with 0 what the mediator changes is
    ///     told, and not what arrives.
    @inline(__always)
    func arriving(_ epsilons: SIMD4<Double>, emitted: Double) -> InlineArray<4, SIMD4<Double>> {
        arriving(FourEnergies(epsilons, index: tables.index), emitted: emitted)
    }

    /// The same of energies whose powers are known.
    func arriving(_ energies: FourEnergies, emitted: Double) -> InlineArray<4, SIMD4<Double>> {
        FourFluxes(energies, self, emitted: emitted).fluxes
    }

    /// A_n of what daughters add below all crossings, P_k x^γ Σ_n A_n x^n at x = e^{−ε}: the kernels of all lines in one.
    private var tail: SIMD4<Double> {
        var tail = SIMD4<Double>.zero
        for line in 0..<tables.lineCount {
            let factors = tables.lines[line]
            tail +=
                NarrowLineSpectrum.kernel(fraction: factors.ratio, power: factors.power) * moments[line * nodeCount]
        }
        return tail
    }
}
