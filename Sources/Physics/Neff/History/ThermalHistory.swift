import RealModule

/// The two-temperature history of the early universe with a Z′.
///
/// Photons, electrons, muons and pions share T_γ; three neutrinos have T_ν, no chemical potential, and the Z′ the
/// momenta of T_ν but a number of their own, n_T in two transverse states and n_L in the longitudinal one. With
/// Q the power that flows from the plasma to neutrinos and Z′ (Escudero 1812.05605, 2001.04466):
/// dρ_γ/dt = −3H(ρ + P)_γ − Q, d(ρ_ν + ρ_Z)/dt = −3H(ρ + P)_{νZ} + Q,
/// dn/dt = −3Hn + Γ_ν⟨m/E⟩(n_eq(T_ν) − n) + Γ_ee⟨m/E⟩(n_eq(T_γ) − n) + Γ_μ(n_eq(T_γ) − n),
/// the last for the transverse states alone. All begins with no Z′.
///
/// The state is (ln T_γ, ln T_ν, n_T/T_ν³, n_L/T_ν³), all temperatures in MeV; the time is ln a.
struct ThermalHistory: Sendable {
    typealias State = SIMD4<Double>

    let model: NeffModel
    let precision: NeffPrecision
    let thermodynamics: Thermodynamics
    private let neutrinoWidth: Double
    private let electronWidth: Double
    private let muonStrength: Double
    private let logarithmOfMass: Double

    init(_ model: NeffModel, precision: NeffPrecision, thermodynamics: Thermodynamics = .shared) {
        self.model = model
        self.precision = precision
        self.thermodynamics = thermodynamics
        neutrinoWidth = model.neutrinoWidth
        electronWidth = model.electronWidth
        logarithmOfMass = Double.log(model.mass)
        muonStrength = model.rates * model.coupling * model.coupling
    }

    /// Where the history begins.
    var beginning: State {
        let logarithm = Double.log(precision.firstTemperature)
        return State(logarithm, logarithm, 0, 0)
    }

    /// The state's derivative by ln a.
    func derivative(_ state: State) -> State {
        let (photon, neutrino) = (Double.exp(state[0]), Double.exp(state[1]))
        let logMass = logarithmOfMass
        let plasma = thermodynamics.plasma.state(temperature: photon, logarithm: state[0])
        let hot = thermodynamics.vectorGas.averages(ratio: model.mass / photon, logarithm: logMass - state[0])
        let own = thermodynamics.vectorGas.averages(ratio: model.mass / neutrino, logarithm: logMass - state[1])

        let cube = neutrino * neutrino * neutrino
        let fourthPower = cube * neutrino
        let neutrinos = Self.neutrinoEnergy * fourthPower
        let (transverse, longitudinal) = (state[2], state[3])
        let number = transverse + longitudinal
        let bosons = number * own.energy * fourthPower
        let expansion = Self.expansionRate(energy: plasma.energy + neutrinos + bosons)

        // Numbers of one spin state in equilibrium with the plasma, in units of T_ν³.
        let warmth = photon / neutrino
        let hotNumber = hot.density * warmth * warmth * warmth
        let blocks = model.pauliBlocking
        let decay = neutrinoWidth * (blocks ? own.blockedRate : own.decayRate) / expansion
        let pairs = electronWidth * (blocks ? hot.blockedRate : hot.decayRate) / expansion
        let inverseDecay = decay * (model.freezeIn ? 1 : Self.hold(photon))
        let muons =
            muonStrength * thermodynamics.muonEmission.relaxation(temperature: photon, logarithm: state[0]) / expansion

        // Towards a mean that all relaxations weigh, however fast they are.
        let slowing = 1 / (1 + (decay + pairs + muons) / precision.fastestRelaxation)
        let fromBoth = inverseDecay * own.density + pairs * hotNumber
        let transverseGain =
            slowing * (2 * (fromBoth + muons * hotNumber) - (decay + pairs + muons) * transverse)
        let longitudinalGain = slowing * (fromBoth - (decay + pairs) * longitudinal)

        // What electrons give and Z′ hand on at once, and what changes the number of Z′: only the latter is as slow as
        // that change. Together Γ_ee m (3n_eq(T_γ) − n).
        let pairPower = model.mass * electronWidth * (blocks ? hot.blockedPower : 1) / expansion * cube
        let total = max(decay + pairs, .leastNormalMagnitude)
        let steady = 3 * fromBoth / total
        let handedOn = 3 * (decay * hotNumber - inverseDecay * own.density) / total
        let pairSlowing = 1 / (1 + 3 * pairPower * hotNumber / (neutrinos * precision.fastestRelaxation))
        let throughPairs = pairPower * (pairSlowing * handedOn + slowing * (steady - number))
        let throughMuons = slowing * muons * (2 * hotNumber - transverse) * hot.energy * photon * cube
        let weak =
            thermodynamics.weakExchange.power(
                photon: photon, neutrino: neutrino, logarithms: (state[0], state[1])) / expansion
        let flow = weak + throughPairs + throughMuons

        let cooling = -(3 * (plasma.energy + plasma.pressure) + flow) / plasma.heatCapacity
        let pressures = 4 * neutrinos + 3 * number * own.pressure * fourthPower
        let made = own.energy * fourthPower * (transverseGain + longitudinalGain)
        let capacity = 4 * neutrinos + number * own.heatCapacity * fourthPower
        let neutrinoCooling = (flow - pressures - made) / capacity
        let dilution = -3 * (1 + neutrinoCooling)
        return State(
            cooling, neutrinoCooling, transverseGain + dilution * transverse, longitudinalGain + dilution * longitudinal
        )
    }

    /// 1 while electrons hold the neutrinos in equilibrium, 0 when they no longer do.
    private static func hold(_ photon: Double) -> Double {
        let ratio = NeffModel.neutrinosFree / photon
        let cube = ratio * ratio * ratio
        return 1 / (1 + cube * cube)
    }

    /// ρ/T⁴ of three neutrinos and their antiparticles: 7π²/40.
    static let neutrinoEnergy = 7 * Double.pi * Double.pi / 40

    /// H = √(8πρ/3)/M_Pl [MeV].
    @inline(__always)
    private static func expansionRate(energy: Double) -> Double {
        (8 * .pi / 3 * energy).squareRoot() / Constants.planckMass
    }
}
