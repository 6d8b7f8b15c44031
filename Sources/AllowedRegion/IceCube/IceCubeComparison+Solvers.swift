import Scenarios
import Transport

extension IceCubeComparison {
    /// A table of all spectra, or of all at the one index where that is fixed, pays from about this many points on. It is
    /// good to 4e-5 of the flux without a Z′ in a segment.
    private static let pointsThatPayForATable = 2000

    /// Where lines have width each point is a solution on grids as fine as the tolerance asks for, and a table of solutions pays sooner.
    private static let pointsThatPayForAWideTable = 200

    /// One of a spectrum without a power law is a table of all of them, and takes as long as some hundred points without.
    private static let pointsThatPayForAResponse = 200

    /// Where numbers of it have ranges, a point without a table is a spectrum for each of its bumps.
    private static let rangedPointsThatPayForAResponse = 20

    /// The solver for so many points.
    func scanSolver(forPoints count: Int) throws -> any TransportSolver {
        let pays =
            switch (shape, scanChoice) {
            case (nil, .automatic): Self.pointsThatPayForAWideTable
            case (nil, _): Self.pointsThatPayForATable
            default: universe.box == nil ? Self.pointsThatPayForAResponse : Self.rangedPointsThatPayForAResponse
            }
        return try scanSolver(indices: gamma.map { $0...$0 } ?? fit.precision.indexRange, forMany: count >= pays)
    }

    /// The solver for scans.
    /// - Parameters:
    ///   - indices: the γ that will be asked for.
    ///   - forMany: whether a table of all narrow lines is made: some tenths of a second.
    func scanSolver(indices: ClosedRange<Double>, forMany: Bool) throws -> any TransportSolver {
        guard forMany else {
            // As single points have it, so that a figure of a few shows what they say.
            return try shape.map { try scanChoice.solver(narrow, spectrum: $0.value) } ?? scanChoice.solver(narrow)
        }
        if let shape { return try scanChoice.scanSolver(narrow, spectrum: shape.value) }
        guard scanChoice != .grid else { return try scanSolver(narrow, nil) }
        return try scanChoice.scanSolver(
            indices.lowerBound < indices.upperBound
                ? SelfSimilarTable(narrow, indices: indices) : SelfSimilarTable(narrow, index: indices.lowerBound))
    }

    /// The same without a table.
    /// - Parameters:
    ///   - narrow: narrow lines of the scenario, or of a variation.
    ///   - spectrum: of the same; nil: a power law.
    func scanSolver(_ narrow: NarrowLineSolver, _ spectrum: SpectrumFamily?) throws -> any TransportSolver {
        guard let spectrum, spectrum.powerLawIndex == nil else { return try scanChoice.scanSolver(narrow) }
        return try scanChoice.solver(narrow, spectrum: spectrum)
    }
}
