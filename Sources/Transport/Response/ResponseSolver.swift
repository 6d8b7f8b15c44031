import NumericalMethods
import Physics

/// A ``ShapedSolver`` for very many mediators: bins of narrow lines are read from a table that is made once for all spectra.
public struct ResponseSolver: SpectrumSolver {
    public var name: String { exact.name }
    public var setting: TransportSetting { exact.setting }
    public var tolerance: Double { exact.tolerance }
    public var withoutMediator: any TransportSolver { exact }
    private let exact: ShapedSolver
    private let response: SourceResponse?

    /// Fills the table: some tenths of a second on one core, and it takes all.
    /// - Parameters:
    ///   - method: narrow lines; nil: where they are not good enough ``ShapedSolver`` answers.
    ///   - precision: of the grid then.
    /// - Throws: ``SourceSpectrumError``
    public init(
        _ family: SpectrumFamily, narrow: NarrowLineSolver, method: TransportMethod? = .narrowLine,
        precision: Precision = Precision()
    ) throws(SourceSpectrumError) {
        exact = try ShapedSolver(family, narrow: narrow, method: method, precision: precision)
        response = SourceResponse(narrow)
    }

    private init(exact: ShapedSolver, response: SourceResponse?) {
        (self.exact, self.response) = (exact, response)
    }

    /// The same for other spectra of these sources, by the table that there is.
    /// - Throws: ``SourceSpectrumError``
    public func with(_ family: SpectrumFamily) throws(SourceSpectrumError) -> ResponseSolver {
        ResponseSolver(exact: try exact.with(family), response: response)
    }

    public func fluxes(
        of family: SpectrumFamily, _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) -> FamilyFluxes {
        FamilyFluxes(family, bins, along: indices, exact, table: response)
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        ResponseSpectrum(exact: try exact.prepared(index: gamma), spectra: try spectra([gamma]))
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices { try spectra(indices) }

    private func spectra(_ indices: [Double]) throws(TransportError) -> ResponseSpectra {
        let sources = response.map { response in
            indices.map { gamma in
                ShapedSources(
                    exact.family.spectrum(index: gamma).emitted(in: setting), response.solver.geometry,
                    index: SourceResponse.index)
            }
        }
        return ResponseSpectra(
            solver: exact, exact: try exact.prepared(indices: indices), response: response, sources: sources ?? [])
    }

    public func edges(index gamma: Double) -> [SpectrumEdge] { exact.edges(index: gamma) }

    public func freeIntegrals(bins: [EnergyBin], indices: ClosedRange<Double>) -> FreeIntegrals {
        exact.freeIntegrals(bins: bins, indices: indices)
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod {
        exact.method(for: mediator, index: gamma)
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        exact.estimatedError(mediator, index: gamma)
    }
}

/// At several γ.
private struct ResponseSpectra: SpectraAtIndices {
    let solver: ShapedSolver
    let exact: any SpectraAtIndices
    let response: SourceResponse?
    let sources: [ShapedSources]
    var indices: [Double] { exact.indices }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        try exact.ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]] {
        try exact.integratedFluxes(mediator, bins: bins)
    }

    func freeIntegrals(bins: [EnergyBin]) -> [[Double]] { exact.freeIntegrals(bins: bins) }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        guard let response else { return exact.projected(bins) }
        // Most mediators never ask for it.
        let fallback = Later { [exact] in exact.projected(bins) }
        return ResponseFluxes(
            response.bins(bins), bins, solver.setting.freeStates, sources, free: freeIntegrals(bins: bins.map(\.bin)),
            otherwise: fallback
        ) { [solver, indices] in solver.share($0, indices: indices) == 0 }
    }
}

/// At one.
private struct ResponseSpectrum: SpectrumAtIndex {
    let exact: any SpectrumAtIndex
    let spectra: ResponseSpectra
    var index: Double { exact.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try exact.ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try exact.integratedFluxes(mediator, bins: bins)
    }

    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try exact.fluxes(mediator, energies: energies)
    }

    func freeFluxes(energies: [Double]) -> [Double] { exact.freeFluxes(energies: energies) }

    func freeIntegrals(bins: [EnergyBin]) -> [Double] { exact.freeIntegrals(bins: bins) }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes { spectra.projected(bins) }
}
