import Physics
import RealModule

/// Transport from sources whose spectrum is no power law: by narrow lines, on the grid, where lines have width, or by
/// whichever is good enough.
///
/// Where no index of the spectrum follows γ, it is the same at every γ that is asked for.
public struct ShapedSolver: SpectrumSolver {
    public let name: String
    public let family: SpectrumFamily
    public var setting: TransportSetting { narrow.setting }
    public var tolerance: Double { narrow.tolerance }
    public var withoutMediator: any TransportSolver { self }
    let narrow: NarrowLineSolver
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
        try family.spectrum(index: family.referenceIndex).emitted(in: narrow.setting).validate()
        do { grid = try GridSolver(narrow.setting, precision: precision) } catch { throw .transport(error) }
        self.family = family
        self.narrow = narrow
        self.method = method
        name = method?.rawValue ?? "auto"
    }

    /// The same for other spectra of these sources.
    /// - Throws: ``SourceSpectrumError``
    private init(_ other: ShapedSolver, _ family: SpectrumFamily) throws(SourceSpectrumError) {
        try family.validate()
        try family.spectrum(index: family.referenceIndex).emitted(in: other.narrow.setting).validate()
        self.family = family
        (narrow, grid, method, name) = (other.narrow, other.grid, other.method, other.name)
    }

    /// The same for other spectra of these sources: what does not depend on them is shared.
    /// - Throws: ``SourceSpectrumError``
    public func with(_ family: SpectrumFamily) throws(SourceSpectrumError) -> ShapedSolver {
        try ShapedSolver(self, family)
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
        guard family.parameters.isEmpty else { throw .openSpectrum }
        let usable = family.indices
        guard !family.hasIndex || usable.contains(gamma) else {
            throw .indexOutOfRange(gamma, lower: usable.lowerBound, upper: usable.upperBound)
        }
        let spectrum = family.spectrum(index: gamma).emitted(in: setting)
        return ShapedSpectrum(
            solver: self, indices: indices, narrow: NarrowLineShape(narrow, spectrum, index: gamma),
            grid: GridShape(grid, spectrum, index: gamma))
    }

    public func edges(index gamma: Double) -> [SpectrumEdge] {
        family.spectrum(index: gamma).edges(in: setting)
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
private struct ShapedSpectrum: ShapedAtIndex {
    let solver: ShapedSolver
    let indices: [Double]
    let narrow: NarrowLineShape
    let grid: GridShape
    var index: Double { narrow.index }
    var sources: ShapedSources { narrow.sources }
    var freeStates: SIMD3<Double> { narrow.freeStates }

    func changes(_ mediator: Mediator, bins: [EnergyBin]) -> [SIMD3<Double>] {
        weight(mediator).mixed(
            { narrow.changes(mediator, bins: bins) }, { _ in grid.changes(mediator, bins: bins) }, GridWeight.mean)
    }

    func changes(_ mediator: Mediator, energies: [Double]) -> [SIMD3<Double>] {
        weight(mediator).mixed(
            { narrow.changes(mediator, energies: energies) }, { _ in grid.changes(mediator, energies: energies) },
            GridWeight.mean)
    }

    private func weight(_ mediator: Mediator) -> GridWeight {
        GridWeight(grid: 0, weight: solver.share(mediator, indices: indices))
    }
}
