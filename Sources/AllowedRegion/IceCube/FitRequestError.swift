/// Why a fit can't be made as asked.
public enum FitRequestError: Error, Sendable, Hashable {
    /// A bound to stay below that is not among those of the scenario.
    case unknownBound(stem: String, known: [String])
    /// A bound to stay below that excludes nothing: a preferred band, a hint.
    case noLimit(stem: String)
    /// No level between 0 and 1.
    case unusableConfidenceLevel(Double)
    /// A power law whose index is given, and not fitted.
    case givenIndex(spectrum: String)
    /// A range of γ not all of which leaves the spectrum's indices where they can be computed with.
    case indicesOutOfRange(spectrum: String, usable: ClosedRange<Double>)
    /// No index of the spectrum follows the γ that is asked about.
    case noIndex(spectrum: String)
    /// A model that is taken for true without the γ that its spectrum has.
    case injectedIndexMissing
}
