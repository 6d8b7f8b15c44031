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
        func count(_ place: Double, _ amount: Double) {
            absorbed.number += amount * Double.exp(weights.number * place)
            absorbed.energy += amount * Double.exp(weights.energy * place)
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
