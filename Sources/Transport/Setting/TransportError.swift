import Physics

/// Why a spectrum can't be had.
public enum TransportError: Error, Sendable, Hashable {
    /// The edges [GeV] of an energy bin do not rise, or leave the energies that have any meaning here.
    case binOutOfRange(lower: Double, upper: Double, allowed: ClosedRange<Double>)
    /// An energy [GeV] is not positive and finite; `position` counts from 0 in the list given.
    case energyNotPositive(Double, position: Int)
    /// The spectral index is outside what the solver is made for.
    case indexOutOfRange(Double, lower: Double, upper: Double)
    /// A number of the spectrum of the sources has a range and no value.
    case openSpectrum
    /// The largest redshift of the sources is outside what the solver is made for.
    case redshiftOutOfRange(Double, lower: Double, upper: Double)
    /// The table of the sources' evolution ends before the largest redshift.
    case evolutionEndsEarly(Double, maximumRedshift: Double)
    /// A parameter of the universe is not positive and finite.
    case cosmologyOutOfRange(Cosmology, relicDensity: Double)
    /// A tolerance or step is outside what can be computed with.
    case precisionOutOfRange(Precision)
}
