import NumericalMethods
import Physics
import RealModule

/// A table at one spectral index.
struct TabulatedSpectrum: SpectrumAtIndex {
    let index: Double
    let table: SelfSimilarTable
    /// The four neighbours in γ, or the only one there is, and their weights.
    let slices: [SelfSimilarSlice]
    let weights: SIMD4<Double>

    /// Solved, not read: the table holds integrals, and what is asked for here are points.
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try table.solver.spectrum(index: index).ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        // Where the Z′ decays to charged leptons too, the spectrum is no longer a function of E/m².
        guard mediator.invisibleFraction(charges: table.setting.charges) == 1, !table.grid.cells.isEmpty else {
            return try table.solver.spectrum(index: index).integratedFluxes(mediator, bins: bins)
        }
        let (stencil, scale) = table.strengths.stencil(min(max(mediator.strength, 1e-300), 1e100))
        let highest = table.solver.geometry.logarithmOfHighestLine(mediator) - Double.log(FreeFlux.pivot)
        let unit = FreeFlux.unit * FreeFlux.pivot
        var last = (energy: 0.0, excess: SIMD4<Double>.zero)
        return bins.map { bin in
            // Bins often join: the excess above an edge serves both.
            let above = bin.lower == last.energy ? last.excess : excess(above: bin.lower, highest, stencil, scale)
            let beyond = excess(above: bin.upper, highest, stencil, scale)
            last = (bin.upper, beyond)
            let sum = (above - beyond) * unit + table.solver.geometry.free * FreeFlux.integrated(index: index, bin: bin)
            return SIMD3(sum.x, sum.y, sum.z)
        }
    }

    /// ∫_E^∞ (f − 1) E'^{−γ} dE', in units of the pivot.
    private func excess(
        above energy: Double, _ highest: Double, _ strength: CubicStencil, _ scale: Double
    ) -> SIMD4<Double> {
        let logarithm = Double.log(energy / FreeFlux.pivot)
        let epsilon = highest - logarithm
        guard epsilon > 0 else { return .zero }
        let end = table.grid.upper
        var (cell, weights) = (0, SIMD4<Double>.zero)
        table.grid.withFinder { (cell, weights) = $0.position(of: min(epsilon, end)) }
        var sum = SIMD4<Double>.zero
        for node in slices.indices {
            let slice = slices[node]
            for neighbour in 0..<4 {
                let value = slice.cells[(strength.first + neighbour) * table.grid.cells.count + cell]
                let part =
                    value.left * weights.x + value.right * weights.y + value.leftSlope * weights.z
                    + value.rightSlope * weights.w
                sum += part * (self.weights[node] * strength.weights[neighbour])
            }
        }
        if epsilon > end { sum = continued(sum, by: epsilon - end, strength) }
        return sum * (scale * Double.exp((1 - index) * logarithm))
    }

    /// c beyond the last line: what came before grows less than the free flux, and daughters add three powers.
    private func continued(_ sum: SIMD4<Double>, by distance: Double, _ strength: CubicStencil) -> SIMD4<Double> {
        var tail = SIMD4<Double>.zero
        for node in slices.indices {
            for neighbour in 0..<4 {
                tail +=
                    slices[node].tails[strength.first + neighbour]
                    * (weights[node] * strength.weights[neighbour])
            }
        }
        var added = 0.0
        for order in 0..<3 {
            let power = Double(order + 1)
            added -= tail[order] * Double.expMinusOne(-power * distance) / power
        }
        return (sum + table.solver.geometry.lines.shares * added) * Double.exp((1 - index) * distance)
    }
}
