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
    /// Sources emit from here on, 0 ≤ z ≤ z_max; a point source lies there.
    public var maximumRedshift: Double
    /// Where neutrinos are made.
    public var composition: FlavourComposition

    public init(
        masses: NeutrinoMasses, mixing: MixingMatrix, charges: ChargeMatrix = .muonMinusTau, cosmology: Cosmology,
        relicDensity: Double, evolution: SourceEvolution = .starFormation, maximumRedshift: Double = 5,
        composition: FlavourComposition = .equal
    ) {
        self.masses = masses
        self.mixing = mixing
        self.charges = charges
        self.cosmology = cosmology
        self.relicDensity = relicDensity
        self.evolution = evolution
        self.maximumRedshift = maximumRedshift
        self.composition = composition
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

    /// The setting of a parameter set, with the lightest mass or angles of one's own.
    /// - Parameters:
    ///   - lightestMass: [eV], zero or above.
    ///   - angles: instead of the set's.
    /// - Throws: ``NeutrinoMassError``
    public init(
        parameterSet: ParameterSet = .nusiprop, ordering: Ordering = .normal, lightestMass: Double,
        angles: MixingAngles? = nil
    ) throws(NeutrinoMassError) {
        let oscillations = parameterSet.oscillations(ordering)
        self.init(
            masses: try NeutrinoMasses(lightest: lightestMass, splittings: oscillations.splittings),
            mixing: MixingMatrix(angles ?? oscillations.angles), cosmology: parameterSet.cosmology,
            relicDensity: parameterSet.relicDensity, evolution: parameterSet.evolution)
    }

    /// What arrives of each mass state without interaction, relative to their mean: 1, 1, 1 where flavours are made alike.
    public var freeStates: SIMD3<Double> { composition.weights(mixing) }

    /// Σ_i |U_αi|² Φ_i for e, μ, τ, from the fluxes (or equal-weight ratios) of the mass states.
    public func flavours(of states: SIMD3<Double>) -> SIMD3<Double> { mixing.flavours(of: states) }
}
