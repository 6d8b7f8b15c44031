import NumericalMethods
import Physics
import RealModule

extension GridSpectrum {
    /// Absorbed and arriving neutrinos of a mediator; energies in units of the highest line's.
    public func balance(_ mediator: Mediator) -> Balance {
        guard spectra.geometry.lines.count > 0 else {
            return Balance(absorbedNumber: 0, absorbedEnergy: 0, addedNumber: 0, addedEnergy: 0)
        }
        let resonance = Resonance(mediator, spectra.geometry)
        // e^−25 of what is at the lines lies lower.
        let lowest = -25 - (spectra.geometry.lines.distances.last ?? 0) - spectra.geometry.grid.upper
        // By number and by energy: the powers of E that each weighs with, relative to the free flux.
        let weights = (number: 1 - index, energy: 2 - index)
        var absorbed = (number: 0.0, energy: 0.0)
        func count(_ place: Double, _ step: GridStep, _ fields: GridFields) {
            absorbed.number += spectra.absorbed(fields, step, end: place, weight: weights.number)
            absorbed.energy += spectra.absorbed(fields, step, end: place, weight: weights.energy)
        }
        return withoutActuallyEscaping(count) { count in
            spectra.swept(resonance, energies: lowest...0, observer: count) { arrival in
                func added(_ weight: Double) -> Double {
                    let range = arrival.levels[arrival.levels.count - 1]...arrival.levels[0]
                    let states = arrival.integral(0, growth: .init(repeating: -weight), over: range)
                    return (states[0][0] + states[1][0] + states[2][0]) * Double.exp(weight * range.lowerBound)
                }
                return Balance(
                    absorbedNumber: absorbed.number, absorbedEnergy: absorbed.energy,
                    addedNumber: added(weights.number), addedEnergy: added(weights.energy))
            }
        }
    }
}

extension GridSpectra {
    /// ∫du e^{p x} of what was absorbed in the last step, x = ξ − u, at the first spectral index; by Simpson's rule.
    /// - Parameters:
    ///   - end: ξ of the level.
    ///   - weight: p.
    fileprivate func absorbed(_ fields: GridFields, _ step: GridStep, end: Double, weight: Double) -> Double {
        let behind = GridStencil(behind: step.centroid * step.width / layout.step, nodes: layout.nodes)
        let place = end + step.centroid * step.width
        var sum = 0.0
        for node in 0..<layout.nodes {
            let simpson = SimpsonRule.weight(node, intervals: layout.intervals)
            let total = behind.value(fields.absorbed, node)[0] - behind.value(fields.ownLost, node)[0]
            // The means around nodes that these are add up to all there is.
            let own = fields.ownTaken[node][0] * (node == 0 ? 1.5 : 3)
            sum += (simpson * total + own) * Double.exp(weight * (place - layout.step * Double(node)))
        }
        return sum * layout.step / 3
    }
}
