import Physics
import RealModule

/// Transport from sources whose spectrum is no power law: by narrow lines, on the grid, where lines have width, or by
/// whichever is good enough.
///
/// Where no index of the spectrum follows γ, it is the same at every γ that is asked for.
public struct ShapedSolver: TransportSolver {
    public let name: String
    public let family: SpectrumFamily
    public let edges: [SpectrumEdge]
    public var setting: TransportSetting { narrow.setting }
    public var tolerance: Double { narrow.tolerance }
    public var withoutMediator: any TransportSolver { self }
    private let narrow: NarrowLineSolver
    private let grid: GridSolver
    private let method: TransportMethod?

    /// - Parameters:
    ///   - narrow: a solver of the same setting, which knows what the width of lines does.
    ///   - method: whether lines have their width, or count as narrow; nil: narrow where that changes less than the tolerance,
    ///     the mean of both where it comes near that.
    /// - Throws: ``SourceSpectrumError``
    public init(
        _ family: SpectrumFamily, narrow: NarrowLineSolver, method: TransportMethod?,
        precision: Precision = Precision()
    ) throws(SourceSpectrumError) {
        try family.validate()
        let middle = family.spectrum(index: family.referenceIndex)
        edges = middle.edges(in: narrow.setting)
        try middle.emitted(in: narrow.setting).validate()
        do { grid = try GridSolver(narrow.setting, precision: precision) } catch { throw .transport(error) }
        self.family = family
        self.narrow = narrow
        self.method = method
        name = method?.rawValue ?? "auto"
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        try spectrum(index: gamma, among: [gamma])
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        var spectra: [any SpectrumAtIndex] = []
        for gamma in indices { spectra.append(try spectrum(index: gamma, among: indices)) }
        return OneByOne(spectra: spectra)
    }

    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)`` where an index that follows γ can't be had.
    private func spectrum(index gamma: Double, among indices: [Double]) throws(TransportError) -> ShapedSpectrum {
        let usable = family.indices
        guard !family.hasIndex || usable.contains(gamma) else {
            throw .indexOutOfRange(gamma, lower: usable.lowerBound, upper: usable.upperBound)
        }
        let spectrum = family.spectrum(index: gamma).emitted(in: setting)
        return ShapedSpectrum(
            solver: self, indices: indices, narrow: NarrowLineShape(narrow, spectrum, index: gamma),
            grid: GridShape(grid, spectrum, index: gamma))
    }

    public func freeIntegrals(bins: [EnergyBin], indices: ClosedRange<Double>) -> FreeIntegrals {
        FreeIntegrals(indices: family.hasIndex ? indices : indices.lowerBound...indices.lowerBound) { gamma in
            let sources = ShapedSources(family.spectrum(index: gamma).emitted(in: setting), narrow.geometry)
            return bins.map(sources.freeIntegral)
        }
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod {
        share(mediator, indices: [gamma]) < 0.5 ? .narrowLine : .grid
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        let share = share(mediator, indices: [gamma])
        let narrow = share < 1 ? narrow.estimatedError(mediator, index: gamma) : 0
        return share > 0 ? narrow + (grid.estimatedError(mediator, index: gamma) - narrow) * share : narrow
    }

    /// How much the grid gives, the same at all indices that are compared with one another.
    func share(_ mediator: Mediator, indices: [Double]) -> Double {
        switch method {
        case .narrowLine: 0
        case .grid: 1
        case nil:
            GridWeight.share(
                ofError: (indices.map { narrow.estimatedError(mediator, index: $0) }.max() ?? 0) / tolerance)
        }
    }
}

/// Both at one γ.
private struct ShapedSpectrum: SpectrumAtIndex {
    let solver: ShapedSolver
    let indices: [Double]
    let narrow: NarrowLineShape
    let grid: GridShape
    var index: Double { narrow.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try mixed(
            mediator, { () throws(TransportError) in try narrow.ratios(mediator, energies: energies) },
            { _ throws(TransportError) in try grid.ratios(mediator, energies: energies) })
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        fluxes(mediator, bins, free: freeIntegrals(bins: bins))
    }

    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try mixed(
            mediator, { () throws(TransportError) in try narrow.fluxes(mediator, energies: energies) },
            { _ throws(TransportError) in try grid.fluxes(mediator, energies: energies) })
    }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        ShapedFluxes(spectrum: self, bins: bins, free: freeIntegrals(bins: bins.map(\.bin)))
    }

    /// - Parameter free: ∫Φ dE of each bin without interaction, which takes longer than the rest.
    func fluxes(_ mediator: Mediator, _ bins: [EnergyBin], free: [Double]) -> [SIMD3<Double>] {
        let changes = GridWeight(grid: 0, weight: solver.share(mediator, indices: indices)).mixed(
            { narrow.changes(mediator, bins: bins) }, { _ in grid.changes(mediator, bins: bins) }, GridWeight.mean)
        return zip(free, changes).map { (solver.setting.freeStates * $0 + $1).orNothing }
    }

    func freeFluxes(energies: [Double]) -> [Double] { narrow.freeFluxes(energies: energies) }

    func freeIntegrals(bins: [EnergyBin]) -> [Double] { narrow.freeIntegrals(bins: bins) }

    private func mixed(
        _ mediator: Mediator, _ narrow: () throws(TransportError) -> [SIMD3<Double>],
        _ grid: (Int) throws(TransportError) -> [SIMD3<Double>]
    ) throws(TransportError) -> [SIMD3<Double>] {
        try GridWeight(grid: 0, weight: solver.share(mediator, indices: indices)).mixed(narrow, grid, GridWeight.mean)
    }
}

/// Of certain bins, whose flux without interaction is known.
private struct ShapedFluxes: ProjectedFluxes {
    let spectrum: ShapedSpectrum
    let bins: [ProjectedBin]
    let free: [Double]
    var count: Int { bins.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        let states = spectrum.fluxes(mediator, bins.map(\.bin), free: free)
        for place in bins.indices { fluxes[place] = (bins[place].weights * states[place]).sum() }
    }
}
