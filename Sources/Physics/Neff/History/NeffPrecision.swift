/// Every tolerance of a thermal history.
public struct NeffPrecision: Sendable, Hashable {
    /// What one step may err by, in ln T and relative to numbers of Z′. At 1e-6 N_eff is good to 2e-4 and a history
    /// takes a millisecond; ten times less costs twice the time.
    public var tolerance = 1e-6
    /// Where histories begin [MeV]: below the melting of hadrons, above the muons' annihilation.
    public var firstTemperature = 150.0
    /// Relaxation faster than this many expansion rates is taken as this fast. Equilibrium is kept to the inverse, and
    /// no rate is so large that rounding of it would be felt.
    public var fastestRelaxation = 1e5
    /// Where histories of light Z′ end at the latest [MeV], 1 eV.
    public var lastTemperature = 1e-6
    /// The energy of the Z′ left at the end, in units of the neutrinos'.
    public var remainder = 1e-6

    /// After how many steps a history is given up: a hundred to a thousand are usual.
    public var mostSteps = 20_000

    public init() {}
}
