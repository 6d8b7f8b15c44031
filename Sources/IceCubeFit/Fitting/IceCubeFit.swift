import Physics
import Transport

/// χ² of IceCube's segmented spectra as a function of (m, g′, A, γ), eq. (11), its profiles and its report.
public struct IceCubeFit: Sendable {
    public let dataSets: [DataSet]
    public let solver: any TransportSolver
    public let treatment: Treatment
    public let precision: FitPrecision
    /// χ²_SM: no interaction, at the paper's (A, γ) = (1.4, 2.6), eq. (14).
    public let standardModelChi2: Double

    /// How many numbers of the spectrum of the sources are found beside A and γ.
    public var spectrumParameters = 0

    private let points: [FitPoint]
    private let chiSquare: ChiSquare

    /// - Parameters:
    ///   - dataSets: each once; their default segments are the points.
    ///   - solver: predicts the fluxes.
    ///   - treatment: of upper limits and errors.
    /// - Throws: ``FitError``
    public init(
        dataSets: [DataSet], solver: any TransportSolver, treatment: Treatment = Treatment(),
        precision: FitPrecision = FitPrecision()
    ) throws(FitError) {
        guard !dataSets.isEmpty else { throw .noDataSets }
        var stems: Set<String> = []
        var points: [FitPoint] = []
        for dataSet in dataSets {
            guard stems.insert(dataSet.stem).inserted else { throw .duplicateDataSet(stem: dataSet.stem) }
            for segment in dataSet.defaultSegments {
                points.append(try FitPoint(segment, of: dataSet, in: solver.setting))
            }
        }
        let range = precision.indexRange
        guard range.lowerBound < range.upperBound, FitPrecision.usableIndices.contains(range.lowerBound),
            FitPrecision.usableIndices.contains(range.upperBound)
        else { throw .unusableIndexRange(lower: range.lowerBound, upper: range.upperBound) }
        guard precision.indexNodes >= 2, precision.indexTolerance > 0 else { throw .unusablePrecision(precision) }
        self.dataSets = dataSets
        self.solver = solver
        self.treatment = treatment
        self.precision = precision
        self.points = points
        chiSquare = ChiSquare(points: points.map { DataPoint($0.segment, treatment, limitLevel: $0.limitLevel) })
        let (amplitude, gamma) = Self.standardModelPoint
        standardModelChi2 = chiSquare.value(
            amplitude: amplitude, predictions: points.map { $0.freePrediction(index: gamma) })
    }

    /// The same data by another solver.
    /// - Throws: ``FitError``
    public func with(_ solver: any TransportSolver) throws(FitError) -> IceCubeFit {
        var fit = try IceCubeFit(dataSets: dataSets, solver: solver, treatment: treatment, precision: precision)
        fit.spectrumParameters = spectrumParameters
        return fit
    }

    /// Where the paper takes the Standard Model's χ², eq. (14).
    public static let standardModelPoint = (amplitude: 1.4, gamma: 2.6)

    /// The segments that take part, and their terms of χ².
    var segmentPoints: [FitPoint] { points }
    var terms: [DataPoint] { chiSquare.points }

    /// How many terms χ² has.
    public var pointCount: Int { points.count }

    /// The fit at one spectral index, for many mediators.
    /// - Throws: ``FitError``
    public func prepared(index gamma: Double) throws(FitError) -> PreparedFit {
        try PreparedFit(points: points, chiSquare: chiSquare, solver: solver, index: gamma)
    }

    /// The fit at several spectral indices, for many mediators.
    /// - Throws: ``FitError``
    func prepared(indices: [Double], _ solver: any TransportSolver) throws(FitError) -> PreparedFits {
        try PreparedFits(points: points, chiSquare: chiSquare, solver: solver, indices: indices)
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A, zero or above.
    ///   - gamma: γ.
    /// - Throws: ``FitError``
    public func chi2(_ mediator: Mediator?, amplitude: Double, gamma: Double) throws(FitError) -> Double {
        try prepared(index: gamma).chi2(mediator, amplitude: amplitude)
    }

    /// The least χ² over what is not given: A exactly, γ within ``FitPrecision/indexRange`` by Brent's method.
    ///
    /// The best γ is sought as ``FitScan`` does; χ² and A are then those of the solver at that γ.
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - amplitude: A; nil: profiled over A ≥ 0.
    ///   - gamma: γ; nil: profiled.
    /// - Throws: ``FitError``
    public func profile(
        _ mediator: Mediator?, amplitude: Double? = nil, gamma: Double? = nil
    ) throws(FitError) -> Fit {
        let solver = mediator == nil ? solver.withoutMediator : solver
        let sought = try FitScan(self, solver, amplitude: amplitude, gamma: gamma).fit(mediator)
        guard gamma == nil else { return sought }
        var fit = try FitScan(self, solver, amplitude: amplitude, gamma: sought.gamma).fit(mediator)
        fit.profiled = sought.profiled
        fit.isIndexAtEdge = sought.isIndexAtEdge
        return fit
    }

    /// Each point with its part of χ², in the order of the data sets.
    /// - Throws: ``FitError``
    public func segments(
        _ mediator: Mediator?, amplitude: Double, gamma: Double
    ) throws(FitError) -> [SegmentReport] {
        guard amplitude >= 0, amplitude < .infinity else { throw .unusableAmplitude(amplitude) }
        let predictions = try prepared(index: gamma).predictions(mediator)
        return points.indices.map { index in
            SegmentReport(
                dataSet: points[index].dataSet,
                isProvisional: points[index].isProvisional, channel: points[index].channel,
                segment: points[index].segment,
                measured: points[index].measured, predicted: amplitude * predictions[index],
                contribution: chiSquare.points[index].chi2(at: amplitude * predictions[index]))
        }
    }
}
