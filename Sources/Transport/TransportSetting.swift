import Physics

/// Everything a spectrum depends on besides the mediator and the spectral index.
public struct TransportSetting: Sendable, Hashable {
    public var masses: NeutrinoMasses
    public var mixing: MixingMatrix
    public var charges: ChargeMatrix
    public var cosmology: Cosmology
    /// n_0: targets today per mass state [eV³].
    public var relicDensity: Double
    public var evolution: SourceEvolution
    /// Sources emit from here on, 0 ≤ z ≤ z_max.
    public var maximumRedshift: Double

    public init(
        masses: NeutrinoMasses, mixing: MixingMatrix, charges: ChargeMatrix = .muonMinusTau, cosmology: Cosmology,
        relicDensity: Double, evolution: SourceEvolution = .starFormation, maximumRedshift: Double = 5
    ) {
        self.masses = masses
        self.mixing = mixing
        self.charges = charges
        self.cosmology = cosmology
        self.relicDensity = relicDensity
        self.evolution = evolution
        self.maximumRedshift = maximumRedshift
    }

    /// The setting of a parameter set.
    /// - Parameter sumOfMasses: Σm_ν [eV].
    /// - Throws: ``NeutrinoMassError``, with the minimum where the sum is below what the splittings allow.
    public init(
        parameterSet: ParameterSet = .nusiprop, ordering: Ordering = .normal, sumOfMasses: Double = 0.1
    ) throws(NeutrinoMassError) {
        let oscillations = parameterSet.oscillations(ordering)
        self.init(
            masses: try NeutrinoMasses(sumOfMasses: sumOfMasses, splittings: oscillations.splittings),
            mixing: MixingMatrix(oscillations.angles), cosmology: parameterSet.cosmology,
            relicDensity: parameterSet.relicDensity, evolution: parameterSet.evolution)
    }

    /// Σ_i |U_αi|² Φ_i for e, μ, τ, from the fluxes (or equal-weight ratios) of the mass states.
    public func flavours(of states: SIMD3<Double>) -> SIMD3<Double> { mixing.flavours(of: states) }
}
