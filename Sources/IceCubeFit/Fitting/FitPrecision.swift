import NumericalMethods
import Transport

/// Every tolerance of the fit.
public struct FitPrecision: Sendable, Hashable {
    /// Where γ is searched: the paper's scan, eq. (10).
    public var indexRange = 1.8...3.5
    /// At how many γ each mediator's spectrum is computed to find the best: the time of a profile is proportional to it.
    /// Eight give χ² to 2e-5 on the paper's points, 6e-5 on `combined-2024` with its wide last segment (1–100 MeV, g′ up
    /// to 0.1); nine are ten times better, seven half as good.
    public var indexNodes = 8
    /// How near its best value γ has to be. χ² there curves by some tens a unit squared, so that 1e-5 costs it less than
    /// 1e-8, and a factor of ten costs about one evaluation between the nodes, far less than a spectrum.
    public var indexTolerance = 1e-5
    /// How well the least χ² over m and g′ is found. Ten times better costs the optimiser some ten spectra more.
    public var chi2Tolerance = 1e-5
    /// How near in ln m and ln g′. The lines of two masses 1e-4 apart lie closer than any segment of data can tell.
    public var parameterTolerance = 1e-4

    public init() {}

    /// The γ at which each mediator's spectrum is computed.
    public var indices: [Double] { ChebyshevNodes(range: indexRange, count: indexNodes).nodes }

    /// Spectral indices that can be asked for: those of which there are spectra.
    public static let usableIndices = TransportSetting.indices
}
