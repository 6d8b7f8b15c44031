import Physics

/// Why a spectrum can't be had.
public enum TransportError: Error, Sendable, Hashable {
    /// The edges [GeV] of an energy bin are not positive, finite and rising.
    case binNotOrdered(lower: Double, upper: Double)
    /// An energy [GeV] is not positive and finite; `position` counts from 0 in the list given.
    case energyNotPositive(Double, position: Int)
    /// The spectral index is outside what the solver is made for.
    case indexOutOfRange(Double, lower: Double, upper: Double)
    /// The largest redshift of the sources is outside what the solver is made for.
    case redshiftOutOfRange(Double, upper: Double)
    /// A parameter of the universe is not positive and finite.
    case cosmologyOutOfRange(Cosmology, relicDensity: Double)
    /// The neutrino masses belong to another ordering than the rest of the setting.
    case neutrinoMasses(NeutrinoMassError)
    /// The parameter set does not exist.
    case parameterSet(ParameterSetError)
}
