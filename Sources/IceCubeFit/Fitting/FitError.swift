import Transport

/// Why a fit can't be made.
public enum FitError: Error, Sendable, Hashable {
    case noDataSets
    /// A data set given twice would count twice.
    case duplicateDataSet(stem: String)
    /// A negative amplitude, or one that is not a number.
    case unusableAmplitude(Double)
    /// A spectral index outside ``FitPrecision/usableIndices``, or not a number.
    case unusableIndex(Double)
    /// A range to search γ in that is empty or not inside ``FitPrecision/usableIndices``.
    case unusableIndexRange(lower: Double, upper: Double)
    /// Fewer than two nodes, or a tolerance that is not positive.
    case unusablePrecision(FitPrecision)
    /// The solver answered a flux [cm⁻² s⁻¹ sr⁻¹] that is negative or not finite in the segment from `lowerEdge` [GeV].
    case unusablePrediction(Double, stem: String, lowerEdge: Double)
    case transport(TransportError)
    /// An exposure outside ``IceCubeFit/usableExposures``, or not a number.
    case unusableExposure(Double)
    /// A range to search a parameter in that is empty or not inside what ``FitSpace`` takes.
    case unusableRange(FitParameter, lower: Double, upper: Double)
    /// Fewer than three points of a parameter, or more than ``FitSpace/greatestCount``.
    case unusableCounts(FitSpace.Counts)
    /// A restriction leaves no coupling at any mass.
    case nothingAllowed
    /// Whoever asked wants no answer any more.
    case stopped
    /// A model that no data set could be made of: a flux or an error beyond what a segment may have.
    case unusableForecast(DataSetError)
}
