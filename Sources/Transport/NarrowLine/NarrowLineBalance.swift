import Physics
import RealModule

extension NarrowLineSpectrum {
    /// Absorbed and arriving neutrinos of a mediator.
    public func balance(_ mediator: Mediator) -> Balance {
        guard geometry.lines.count > 0 else {
            return Balance(absorbedNumber: 0, absorbedEnergy: 0, addedNumber: 0, addedEnergy: 0)
        }
        return withRates(mediator) { rates in
            Balance(
                absorbedNumber: absorbed(rates, weight: 1), absorbedEnergy: absorbed(rates, weight: 2),
                addedNumber: added(rates, weight: 1), addedEnergy: added(rates, weight: 2))
        }
    }

    /// Σ_j ∫ R_j y_j^{p−γ} du with y_j = e^{−d_j−u}.
    private func absorbed(_ rates: AbsorptionRates, weight: Double) -> Double {
        let grid = geometry.grid
        var sum = 0.0
        for (line, distance) in geometry.lines.distances.enumerated() {
            let scale = Double.exp((index - weight) * distance)
            for panel in grid.panels {
                for cell in 0..<panel.cells {
                    sum +=
                        scale
                        * panel.integral(cell: cell) { node in
                            let density = rates.moments[line * rates.nodeCount + node].w
                            return SIMD4(repeating: density * Double.exp(-weight * grid.nodes[node]))
                        }.x
                }
            }
        }
        return sum
    }

    /// ∫ E^{p−γ} Σ_k (f_k − 1) d ln E below the highest line; above it nothing changes.
    private func added(_ rates: AbsorptionRates, weight: Double) -> Double {
        let end = geometry.edges[geometry.edges.count - 1]
        // e^−60 of what is below the lines lies beyond.
        let beyond = 60.0
        let arriving =
            structuredIntegral(rates, from: 0, to: end, highest: 0, weight: weight)
            + tailIntegral(rates, from: end, to: end + beyond, highest: 0, weight: weight)
        let free = freeIntegral(from: 0, to: end, highest: 0, weight: weight)
        return arriving.x + arriving.y + arriving.z - 3 * free
    }
}
