import Physics

/// The cheapest solver whose estimated error meets the tolerance; the most accurate one where none does.
///
/// Narrow lines are nearly free and exact up to the width they leave out; a grid has that, at an error of its own that goes
/// with the square of its step. Where one takes over from the other both are within their estimates of the truth, and so
/// of each other.
public struct AutomaticSolver: TransportSolver {
    public let name = "auto"
    public var setting: TransportSetting { narrow.setting }
    /// For lines that count as narrow.
    public let narrow: any TransportSolver
    /// From the cheapest to the most accurate; one at least.
    public let grids: [GridSolver]
    /// The error of a ratio that is asked for.
    public let tolerance: Double

    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(_ setting: TransportSetting, precision: Precision = Precision()) throws(TransportError) {
        try self.init(narrow: try NarrowLineSolver(setting, precision: precision), precision: precision)
    }

    /// - Parameters:
    ///   - narrow: for narrow lines: for a scan, a ``SelfSimilarTable``.
    ///   - precision: of the first grid; each other has twice the points of the one before.
    /// - Throws: ``TransportError``
    public init(narrow: any TransportSolver, precision: Precision) throws(TransportError) {
        var grids = [try GridSolver(narrow.setting, precision: precision)]
        var finer = precision
        finer.pointsPerDecade *= 2
        while finer.pointsPerDecade <= Self.mostPointsPerDecade {
            grids.append(try GridSolver(narrow.setting, precision: finer))
            finer.pointsPerDecade *= 2
        }
        self.init(narrow: narrow, grids: grids)
    }

    /// - Parameters:
    ///   - narrow: for narrow lines: for a scan, a ``SelfSimilarTable`` of the same setting.
    ///   - grid: where lines have width; a scan may do with a coarse one.
    public init(narrow: any TransportSolver, grid: GridSolver) { self.init(narrow: narrow, grids: [grid]) }

    private init(narrow: any TransportSolver, grids: [GridSolver]) {
        self.narrow = narrow
        self.grids = grids
        tolerance = grids[0].precision.tolerance
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod {
        choice(mediator, indices: [gamma]) == nil ? .narrowLine : .grid
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
        let solver: any TransportSolver = choice(mediator, indices: [gamma]).map { grids[$0] } ?? narrow
        return solver.estimatedError(mediator, index: gamma)
    }

    /// The number of the grid that answers, the same for all indices: a profile over γ has no seam in it. Nil: narrow lines.
    func choice(_ mediator: Mediator, indices: [Double]) -> Int? {
        func error(_ solver: any TransportSolver) -> Double {
            indices.map { solver.estimatedError(mediator, index: $0) }.max() ?? 0
        }
        let narrowError = error(narrow)
        guard narrowError > tolerance else { return nil }
        if let number = grids.firstIndex(where: { error($0) <= tolerance }) { return number }
        return narrowError < error(grids[grids.count - 1]) ? nil : grids.count - 1
    }

    /// A solution with as many takes some tenths of a second.
    private static let mostPointsPerDecade = 800.0
}

/// All solvers at one spectral index.
struct AutomaticSpectrum: SpectrumAtIndex {
    let solver: AutomaticSolver
    let narrow: any SpectrumAtIndex
    let grids: [any SpectrumAtIndex]
    var index: Double { narrow.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum(mediator).ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum(mediator).integratedFluxes(mediator, bins: bins)
    }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        AutomaticFluxes(
            solver: solver, indices: [index], narrow: narrow.projected(bins), grids: grids.map { $0.projected(bins) })
    }

    private func spectrum(_ mediator: Mediator) -> any SpectrumAtIndex {
        solver.choice(mediator, indices: [index]).map { grids[$0] } ?? narrow
    }
}

/// All solvers at several indices.
struct AutomaticSpectra: SpectraAtIndices {
    let solver: AutomaticSolver
    let narrow: any SpectraAtIndices
    let grids: [any SpectraAtIndices]
    var indices: [Double] { narrow.indices }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        try spectra(mediator).ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]] {
        try spectra(mediator).integratedFluxes(mediator, bins: bins)
    }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        AutomaticFluxes(
            solver: solver, indices: indices, narrow: narrow.projected(bins), grids: grids.map { $0.projected(bins) })
    }

    private func spectra(_ mediator: Mediator) -> any SpectraAtIndices {
        solver.choice(mediator, indices: indices).map { grids[$0] } ?? narrow
    }
}

/// All solvers for certain bins.
private struct AutomaticFluxes: ProjectedFluxes {
    let solver: AutomaticSolver
    let indices: [Double]
    let narrow: any ProjectedFluxes
    let grids: [any ProjectedFluxes]
    var count: Int { narrow.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        let chosen = solver.choice(mediator, indices: indices).map { grids[$0] } ?? narrow
        try chosen.fill(fluxes, mediator)
    }
}
