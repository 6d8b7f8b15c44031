import Physics

/// Transport from sources with one spectrum that is no power law, on the grid.
///
/// What is asked for at a spectral index is answered at ``index`` alone, by which redshift is counted.
public struct ShapedSolver: TransportSolver {
    public let name = "grid"
    /// With its energies where neutrinos are made.
    public let spectrum: SourceSpectrum
    public let edges: [SpectrumEdge]
    /// The spectrum's hardest power within what the grid takes; see ``SourceSpectrum/referenceIndex``.
    public let index: Double
    public var setting: TransportSetting { grid.setting }
    public var withoutMediator: any TransportSolver { self }
    private let narrow: NarrowLineSolver
    private let grid: GridSolver
    private let shape: GridShape
    private let method: TransportMethod

    /// - Parameters:
    ///   - narrow: a solver of the same setting, which knows what the width of lines does.
    ///   - method: whether lines have their width, or count as narrow.
    /// - Throws: ``SourceSpectrumError``
    public init(
        _ spectrum: SourceSpectrum, narrow: NarrowLineSolver, method: TransportMethod = .grid,
        precision: Precision = Precision()
    ) throws(SourceSpectrumError) {
        try spectrum.validate()
        edges = spectrum.edges(in: narrow.setting)
        let spectrum = spectrum.emitted(in: narrow.setting)
        try spectrum.validate()
        do { grid = try GridSolver(narrow.setting, precision: precision) } catch { throw .transport(error) }
        self.spectrum = spectrum
        self.narrow = narrow
        self.method = method
        shape = GridShape(grid, spectrum, linesHaveWidth: method == .grid)
        index = shape.index
    }

    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)`` for any index but ``index``.
    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        guard gamma == index else { throw .indexOutOfRange(gamma, lower: index, upper: index) }
        return shape
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod { method }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        let error = grid.estimatedError(mediator, index: gamma)
        return method == .grid ? error : max(error, narrow.estimatedError(mediator, index: gamma))
    }
}
