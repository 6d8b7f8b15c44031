import RealModule

extension ThermalHistory {
    /// Energy densities and pressures [MeV⁴].
    struct Densities {
        let plasma: Plasma.State
        /// ρ of the neutrinos; their pressure is a third.
        let neutrinos: Double
        /// ρ and P of the Z′.
        let bosons: (energy: Double, pressure: Double)
        /// The number of Z′ over that in equilibrium at T_ν.
        let filling: Double

        var energy: Double { plasma.energy + neutrinos + bosons.energy }
        var pressure: Double { plasma.pressure + neutrinos / 3 + bosons.pressure }
    }

    func densities(_ state: State) -> Densities {
        let neutrino = Double.exp(state[1])
        let fourthPower = Double.exp(4 * state[1])
        let ratio = model.mass / neutrino
        let gas = thermodynamics.vectorGas.averages(ratio: ratio, logarithm: Double.log(ratio))
        let number = state[2] + state[3]
        return Densities(
            plasma: thermodynamics.plasma.state(temperature: Double.exp(state[0]), logarithm: state[0]),
            neutrinos: Self.neutrinoEnergy * fourthPower,
            bosons: (number * gas.energy * fourthPower, number * gas.pressure * fourthPower),
            filling: number / (3 * gas.density))
    }
}
