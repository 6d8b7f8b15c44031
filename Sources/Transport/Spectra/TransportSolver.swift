import Physics

/// Takes neutrinos from their sources to Earth through the relic background.
///
/// All fluxes are sums over ν and ν̄, from sources with a power law E^−γ. Ratios are to what free streaming gives on the
/// mean over mass states: where sources make the three flavours alike, as by default, that is what it gives of each;
/// elsewhere, ``TransportSetting/freeStates`` times as much.
public protocol TransportSolver: Sendable {
    /// The name on the command line, `narrow-line` for instance.
    var name: String { get }
    var setting: TransportSetting { get }
    /// The error of a ratio that need not be mentioned, ``Precision/tolerance``.
    var tolerance: Double { get }
    /// Where the spectrum of the sources bends at a spectral index; nowhere of a power law.
    func edges(index gamma: Double) -> [SpectrumEdge]

    /// Does the work that all mediators share at one spectral index; a scan keeps the result.
    /// - Parameter gamma: γ of E^−γ.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)``
    func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex

    /// Does the work that all mediators share at several spectral indices. Solvers at which indices can share more than
    /// that say so here; by default they are solved one by one.
    /// - Parameter indices: γ of each.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)``
    func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices

    /// Makes ready what a fit asks for where each mediator has a spectral index of its own.
    /// - Parameter indices: the γ that may be asked for.
    /// - Throws: ``TransportError/indexOutOfRange(_:lower:upper:)``
    func projected(
        _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) throws(TransportError) -> any FluxesAlongIndex

    /// The flux without interaction in certain bins at A = 1, for one spectral index after another.
    /// - Parameter indices: the γ that may be asked for.
    func freeIntegrals(bins: [EnergyBin], indices: ClosedRange<Double>) -> FreeIntegrals

    /// What the solver's approximation may move a ratio to free streaming by, as an absolute difference.
    func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double

    /// What answers where there is no mediator, made ready sooner and to the same numbers; free streaming of a power law by default.
    var withoutMediator: any TransportSolver { get }

    /// How the spectrum of a mediator is found; narrow lines by default.
    func method(for mediator: Mediator, index gamma: Double) -> TransportMethod
}

/// A solver at one spectral index.
public protocol SpectrumAtIndex: Sendable {
    /// γ of the sources' E^−γ.
    var index: Double { get }

    /// The flux of each mass state at Earth over what free streaming gives.
    /// - Parameter energies: at Earth [GeV], in any order.
    /// - Throws: ``TransportError/energyNotPositive(_:position:)``
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>]

    /// ∫Φ_i dE over each bin [cm⁻² s⁻¹ sr⁻¹] for each mass state, at amplitude A = 1: without interaction each state, and
    /// so each flavour, has Φ = 1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹ (E/100 TeV)^−γ.
    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>]

    /// The flux of each mass state at Earth at A = 1 [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    /// - Parameter energies: at Earth [GeV], in any order.
    /// - Throws: ``TransportError/energyNotPositive(_:position:)``
    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>]

    /// The flux without interaction, of the mean over mass states, at A = 1 [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    /// - Parameter energies: at Earth [GeV], above zero.
    func freeFluxes(energies: [Double]) -> [Double]

    /// ∫ dE of it over each bin [cm⁻² s⁻¹ sr⁻¹].
    func freeIntegrals(bins: [EnergyBin]) -> [Double]

    /// Makes ready what a fit asks for: sums over the states in certain bins.
    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes
}

/// Sources with a power law.
extension SpectrumAtIndex {
    public func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        zip(try ratios(mediator, energies: energies), freeFluxes(energies: energies)).map { $0 * $1 }
    }

    public func freeFluxes(energies: [Double]) -> [Double] {
        energies.map { FreeFlux.differential(index: index, energy: $0) }
    }

    public func freeIntegrals(bins: [EnergyBin]) -> [Double] {
        bins.map { FreeFlux.integrated(index: index, bin: $0) }
    }
}

extension TransportSolver {
    public var tolerance: Double { Precision().tolerance }
    public func edges(index gamma: Double) -> [SpectrumEdge] { [] }
    public var withoutMediator: any TransportSolver { FreeStreaming(setting) }

    public func freeIntegrals(bins: [EnergyBin], indices: ClosedRange<Double>) -> FreeIntegrals { FreeIntegrals(bins) }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod { .narrowLine }

    /// The flux of each mass state at Earth over what free streaming gives.
    /// - Parameters:
    ///   - gamma: γ of E^−γ.
    ///   - energies: at Earth [GeV], in any order.
    /// - Throws: ``TransportError``
    public func ratios(
        _ mediator: Mediator, index gamma: Double, energies: [Double]
    ) throws(TransportError) -> [SIMD3<Double>] {
        try prepared(index: gamma).ratios(mediator, energies: energies)
    }

    /// ∫Φ_i dE over each bin [cm⁻² s⁻¹ sr⁻¹], see ``SpectrumAtIndex/integratedFluxes(_:bins:)``.
    public func integratedFluxes(
        _ mediator: Mediator, index gamma: Double, bins: [EnergyBin]
    ) throws(TransportError) -> [SIMD3<Double>] {
        try prepared(index: gamma).integratedFluxes(mediator, bins: bins)
    }
}
