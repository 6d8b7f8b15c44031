/// Every tolerance of the fit.
public struct FitPrecision: Sendable, Hashable {
    /// Where γ is searched: the paper's scan, eq. (10).
    public var indexRange = 1.8...3.5
    /// How near its best value γ has to be. χ² there curves by some tens a unit squared, so that 1e-4 costs it less than
    /// 1e-6; each factor of ten costs about one more spectrum.
    public var indexTolerance = 1e-4

    public init() {}

    /// Spectral indices that can be asked for.
    public static let usableIndices = 0.0...10.0
}
