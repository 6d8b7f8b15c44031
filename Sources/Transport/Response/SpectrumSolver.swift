/// Transport from sources whose spectrum is no power law, which answers for other spectra of the same sources too.
public protocol SpectrumSolver: TransportSolver {
    /// The same for other spectra of these sources: what does not depend on them is shared.
    /// - Throws: ``SourceSpectrumError``
    func with(_ family: SpectrumFamily) throws(SourceSpectrumError) -> Self

    /// Certain bins for every spectrum of a family with ranges, by narrow lines.
    /// - Parameter indices: the γ that may be asked for.
    func fluxes(
        of family: SpectrumFamily, _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) -> FamilyFluxes
}
