import Scenarios
import Transport

extension SolverChoice {
    /// The solver for single points; the grid is as fine as the tolerance asks for.
    /// - Throws: ``TransportError``
    func solver(_ narrow: NarrowLineSolver) throws(TransportError) -> any TransportSolver {
        switch self {
        case .automatic: try AutomaticSolver(narrow: narrow, precision: narrow.precision)
        case .narrowLine: narrow
        case .grid: try AutomaticSolver(narrow: narrow, precision: narrow.precision, usesNarrowLines: false)
        }
    }

    /// How a spectrum that is no power law is solved; nil: as is good enough.
    private var method: TransportMethod? {
        switch self {
        case .automatic: nil
        case .narrowLine: .narrowLine
        case .grid: .grid
        }
    }

    /// The solver for sources that have no power law.
    /// - Parameter fineness: of the grid; a single spectrum may take four times as long to be four times better.
    /// - Throws: ``SourceSpectrumError``
    func solver(
        _ narrow: NarrowLineSolver, spectrum: SpectrumFamily, fineness: Double = 2
    ) throws(SourceSpectrumError) -> ShapedSolver {
        var fine = narrow.precision
        fine.pointsPerDecade *= fineness
        return try ShapedSolver(spectrum, narrow: narrow, method: method, precision: fine)
    }

    /// The same for very many points.
    /// - Throws: ``SourceSpectrumError``
    func scanSolver(
        _ narrow: NarrowLineSolver, spectrum: SpectrumFamily
    ) throws(SourceSpectrumError) -> any SpectrumSolver {
        self == .grid
            ? try ShapedSolver(spectrum, narrow: narrow, method: .grid, precision: narrow.precision)
            : try ResponseSolver(spectrum, narrow: narrow, method: method, precision: narrow.precision)
    }

    /// The solver for very many points: with half as many points a decade the grid takes a quarter of the time.
    /// - Parameter narrow: narrow lines in the form that is the fastest for the scan.
    /// - Throws: ``TransportError``
    func scanSolver(_ narrow: any TransportSolver) throws(TransportError) -> any TransportSolver {
        guard self != .narrowLine else { return narrow }
        var coarse = Precision()
        coarse.pointsPerDecade /= 2
        coarse.tolerance = narrow.tolerance
        let grid = try GridSolver(narrow.setting, precision: coarse)
        return self == .grid ? grid : AutomaticSolver(narrow: narrow, grid: grid)
    }
}
