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

    /// The solver for sources that have no power law: the grid, with the lines' width or without.
    /// - Throws: ``SourceSpectrumError``
    func solver(
        _ narrow: NarrowLineSolver, spectrum: SourceSpectrum, precision: Precision
    ) throws(SourceSpectrumError) -> ShapedSolver {
        try ShapedSolver(
            spectrum, narrow: narrow, method: self == .narrowLine ? .narrowLine : .grid, precision: precision)
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
