import Physics

/// The cheapest solver whose estimated error meets the tolerance; the most accurate one where none does.
///
/// Narrow lines are nearly free and exact up to the width they leave out; a grid has that, at an error of its own that goes
/// with the square of its step. Where a grid takes over from narrow lines both are within their estimates of the truth, and
/// so of each other; from half the tolerance to all of it they are mixed, and so is a grid with the next finer one from 4/5
/// on, ``GridWeight``, so that nothing steps.
public struct AutomaticSolver: TransportSolver {
    public let name: String
    public var setting: TransportSetting { narrow.setting }
    /// For lines that count as narrow.
    public let narrow: any TransportSolver
    /// From the cheapest to the most accurate; one at least.
    public let grids: [GridSolver]
    /// The error of a ratio that is asked for.
    public let tolerance: Double
    let usesNarrowLines: Bool

    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(_ setting: TransportSetting, precision: Precision = Precision()) throws(TransportError) {
        try self.init(narrow: try NarrowLineSolver(setting, precision: precision), precision: precision)
    }

    /// - Parameters:
    ///   - narrow: for narrow lines: for a scan, a ``SelfSimilarTable``.
    ///   - precision: of the first grid; each other has twice the points of the one before.
    ///   - usesNarrowLines: whether they may answer; where not, it is the grid, as fine as the tolerance asks for.
    /// - Throws: ``TransportError``
    public init(
        narrow: any TransportSolver, precision: Precision, usesNarrowLines: Bool = true
    ) throws(TransportError) {
        var grids = [try GridSolver(narrow.setting, precision: precision)]
        var finer = precision
        finer.pointsPerDecade *= 2
        // Sources at one redshift take four times as long for a third of the error.
        let most = narrow.setting.evolution == .point ? Self.mostPointsPerDecade / 2 : Self.mostPointsPerDecade
        while finer.pointsPerDecade <= most {
            grids.append(try GridSolver(narrow.setting, precision: finer))
            finer.pointsPerDecade *= 2
        }
        self.init(narrow: narrow, grids: grids, usesNarrowLines: usesNarrowLines)
    }

    /// - Parameters:
    ///   - narrow: for narrow lines: for a scan, a ``SelfSimilarTable`` of the same setting.
    ///   - grid: where lines have width; a scan may do with a coarse one.
    public init(narrow: any TransportSolver, grid: GridSolver) {
        self.init(narrow: narrow, grids: [grid], usesNarrowLines: true)
    }

    private init(narrow: any TransportSolver, grids: [GridSolver], usesNarrowLines: Bool) {
        name = usesNarrowLines ? "auto" : "grid"
        self.usesNarrowLines = usesNarrowLines
        self.narrow = narrow
        self.grids = grids
        tolerance = grids[0].precision.tolerance
    }

    /// Where both answer, the one that has the larger part.
    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod {
        choice(mediator, indices: [gamma]).weight < 0.5 ? .narrowLine : .grid
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        var grids: [any SpectrumAtIndex] = []
        for grid in self.grids { grids.append(try grid.prepared(index: gamma)) }
        return AutomaticSpectrum(solver: self, narrow: try narrow.prepared(index: gamma), grids: grids)
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        var grids: [any SpectraAtIndices] = []
        for grid in self.grids { grids.append(try grid.prepared(indices: indices)) }
        return AutomaticSpectra(solver: self, narrow: try narrow.prepared(indices: indices), grids: grids)
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        let choice = choice(mediator, indices: [gamma])
        return choice.mixed(
            { narrow.estimatedError(mediator, index: gamma) }, { grids[$0].estimatedError(mediator, index: gamma) },
            { $0 + ($1 - $0) * $2 })
    }

    /// How much narrow lines leave to what has width: all of it at most.
    func share(_ mediator: Mediator, indices: [Double]) -> Double {
        guard usesNarrowLines else { return 1 }
        return Self.share(mediator, narrow, indices: indices, tolerance: tolerance)
    }

    private static func share(
        _ mediator: Mediator, _ narrow: any TransportSolver, indices: [Double], tolerance: Double
    ) -> Double {
        let error = indices.map { narrow.estimatedError(mediator, index: $0) }.max() ?? 0
        return GridWeight.share(ofError: error / tolerance)
    }

    /// Whether narrow lines answer alone at some indices, so that no grid needs to be made.
    /// - Parameter narrow: has the tolerance that is asked for.
    public static func takesNarrowLines(_ mediator: Mediator, _ narrow: NarrowLineSolver, indices: [Double]) -> Bool {
        share(mediator, narrow, indices: indices, tolerance: narrow.tolerance) == 0
    }

    /// Who answers, the same for all indices: a profile over γ has no seam in it.
    func choice(_ mediator: Mediator, indices: [Double]) -> GridWeight {
        func error(_ solver: any TransportSolver) -> Double {
            indices.map { solver.estimatedError(mediator, index: $0) }.max() ?? 0
        }
        let narrowError = usesNarrowLines ? error(narrow) / tolerance : .infinity
        let share = GridWeight.share(ofError: narrowError)
        guard share > 0 else { return GridWeight(grid: 0, weight: 0) }
        // The coarsest that meets the tolerance, and of the next finer one the more the nearer it comes to missing it.
        var (number, gridError) = (0, error(grids[0]) / tolerance)
        while gridError > 1, number + 1 < grids.count {
            number += 1
            gridError = error(grids[number]) / tolerance
        }
        let finer = number + 1 < grids.count ? GridWeight.finerShare(ofError: gridError) : 0
        // Where no grid meets the tolerance, narrow lines may still be the better ones.
        let part = GridWeight.share(ofGridError: gridError, besideNarrowLines: narrowError)
        return GridWeight(grid: number, weight: share * part, finer: finer)
    }

    /// A solution with as many takes some tenths of a second.
    private static let mostPointsPerDecade = 800.0
}
