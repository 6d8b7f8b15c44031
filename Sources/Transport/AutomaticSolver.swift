import Physics

/// The cheapest solver whose estimated error meets the tolerance; the more accurate one where neither does.
///
/// Narrow lines are nearly free and exact up to the width they leave out; the grid has that, at an error of its own. Where
/// one takes over from the other both are within their estimates of the truth, and so of each other.
public struct AutomaticSolver: TransportSolver {
    public let name = "auto"
    public var setting: TransportSetting { grid.setting }
    /// For lines that count as narrow.
    public let narrow: any TransportSolver
    public let grid: GridSolver
    /// The error of a ratio up to which lines count as narrow.
    public let tolerance: Double

    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(_ setting: TransportSetting, precision: Precision = Precision()) throws(TransportError) {
        self.init(
            narrow: try NarrowLineSolver(setting, precision: precision),
            grid: try GridSolver(setting, precision: precision))
    }

    /// - Parameters:
    ///   - narrow: for narrow lines: for a scan, a ``SelfSimilarTable`` of the same setting.
    ///   - grid: where lines have width; a scan may do with a coarser one.
    public init(narrow: any TransportSolver, grid: GridSolver) {
        self.narrow = narrow
        self.grid = grid
        tolerance = grid.precision.tolerance
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod {
        let error = narrow.estimatedError(mediator, index: gamma)
        return error <= tolerance || error <= grid.estimatedError(mediator, index: gamma) ? .narrowLine : .grid
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        AutomaticSpectrum(
            solver: self, narrow: try narrow.prepared(index: gamma), grid: try grid.prepared(index: gamma))
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        AutomaticSpectra(
            solver: self, narrow: try narrow.prepared(indices: indices), grid: try grid.prepared(indices: indices))
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        let error = narrow.estimatedError(mediator, index: gamma)
        return error <= tolerance ? error : min(error, grid.estimatedError(mediator, index: gamma))
    }
}

/// Both solvers at one spectral index.
struct AutomaticSpectrum: SpectrumAtIndex {
    let solver: AutomaticSolver
    let narrow: any SpectrumAtIndex
    let grid: any SpectrumAtIndex
    var index: Double { narrow.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum(mediator).ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum(mediator).integratedFluxes(mediator, bins: bins)
    }

    private func spectrum(_ mediator: Mediator) -> any SpectrumAtIndex {
        solver.method(for: mediator, index: index) == .grid ? grid : narrow
    }
}

/// Both solvers at several indices. All of them take the grid where one does: a profile over γ has no seam in it.
struct AutomaticSpectra: SpectraAtIndices {
    let solver: AutomaticSolver
    let narrow: any SpectraAtIndices
    let grid: any SpectraAtIndices
    var indices: [Double] { narrow.indices }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        try spectra(mediator).ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]] {
        try spectra(mediator).integratedFluxes(mediator, bins: bins)
    }

    private func spectra(_ mediator: Mediator) -> any SpectraAtIndices {
        let usesGrid = indices.contains { solver.method(for: mediator, index: $0) == .grid }
        return usesGrid ? grid : narrow
    }
}
