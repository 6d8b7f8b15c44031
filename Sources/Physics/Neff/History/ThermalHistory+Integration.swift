import RealModule

/// Why a thermal history has no end.
public enum NeffHistoryError: Error, Sendable, Hashable {
    /// The steps that the precision grants took it only to this T_γ [MeV].
    case tooManySteps(model: NeffModel, temperature: Double)
}

extension ThermalHistory {
    /// Integrates to where N_eff no longer changes, and hands every accepted step to `observe`.
    /// - Throws: ``NeffHistoryError`` where that takes more steps than ``NeffPrecision/mostSteps``.
    func integrate(
        _ observe: (_ time: Double, State) -> Void = { _, _ in }
    ) throws(NeffHistoryError) -> State {
        var state = beginning
        var time = 0.0
        var step = 1e-3
        var tries = 0
        observe(time, state)
        while !isOver(state) {
            let rosenbrock = RosenbrockStep(at: state, derivative)
            while true {
                tries += 1
                guard tries <= precision.mostSteps else {
                    throw .tooManySteps(model: model, temperature: Double.exp(state[0]))
                }
                let (next, error) = rosenbrock.advance(state, by: step, derivative)
                let size = norm(of: error, at: next)
                let factor = 0.9 / max(size, 1e-8).squareRoot().squareRoot()
                guard size <= 1 else {
                    step *= max(0.2, min(factor, 0.8))
                    continue
                }
                (state, time) = (next, time + step)
                step = min(step * min(factor, 4), Self.longestStep)
                break
            }
            observe(time, state)
        }
        return state
    }

    /// N_eff of a state in which electrons are gone: (ρ_ν + ρ_Z)/ρ_γ in units of (7/8)(4/11)^{4/3}.
    func effectiveNeutrinos(_ state: State) -> Double {
        let densities = densities(state)
        let ratio = (densities.neutrinos + densities.bosons.energy) / densities.plasma.energy
        return ratio * 8 / 7 * Double.pow(11.0 / 4, 4.0 / 3)
    }

    /// Whether electrons are gone and the Z′ too, or will be of no weight.
    private func isOver(_ state: State) -> Bool {
        let photon = Double.exp(state[0])
        guard photon < Self.electronsGone else { return false }
        guard photon > precision.lastTemperature else { return true }
        guard model.coupling > 0 else { return true }
        let densities = densities(state)
        let isGone = densities.bosons.energy < precision.remainder * densities.neutrinos
        return isGone && photon < model.mass / 20
    }

    /// The error in units of what is allowed; NaN, which a wild step may bring, counts as far too large.
    private func norm(of error: State, at state: State) -> Double {
        var largest = 0.0
        for index in 0..<4 {
            // A state in equilibrium has 0.12 while it is hot.
            let scale = index < 2 ? 1 : max(abs(state[index]), 0.05)
            let size = abs(error[index]) / (precision.tolerance * scale)
            guard size < .infinity else { return 1e6 }
            largest = max(largest, size)
        }
        return largest
    }

    /// T_γ below which e^{−m_e/T} is 1e-44 [MeV].
    private static let electronsGone = 5e-3
    /// In ln a: no feature of the plasma is stepped over.
    private static let longestStep = 0.25
}
