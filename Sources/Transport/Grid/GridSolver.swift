import Physics

/// Transport with lines of finite width, on a grid in energy that is matched to the steps in redshift.
///
/// Eq. (5) of the paper (de la Vega, Peinado, Wudka 2024) with σ of eq. (2) at every energy; the targets are at rest, and
/// only the s-channel is in. A line far narrower than a cell is crossed with its exact optical depth: towards narrow lines,
/// and where the grid resolves the wings, the solution is of second order in the step. Between, daughters made in the wings
/// of a line meet it at the right redshift to within a step only, which is of first order.
public struct GridSolver: TransportSolver {
    public let name = "grid"
    public let setting: TransportSetting
    public let precision: Precision
    let geometry: LineGeometry
    let layout: GridLayout
    private let wings: WingEstimate

    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(_ setting: TransportSetting, precision: Precision = Precision()) throws(TransportError) {
        guard precision.isUsable else { throw .precisionOutOfRange(precision) }
        try setting.validate()
        self.setting = setting
        self.precision = precision
        geometry = LineGeometry(setting, precision: precision)
        layout = GridLayout(geometry, pointsPerDecade: precision.pointsPerDecade)
        wings = WingEstimate(setting, geometry: geometry)
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        GridSpectrum(spectra: try spectra(indices: [gamma]), index: gamma)
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        try spectra(indices: indices)
    }

    /// The same as ``prepared(indices:)``, with its type.
    public func spectra(indices: [Double]) throws(TransportError) -> GridSpectra {
        let allowed = NarrowLineSolver.indices
        for gamma in indices where !allowed.contains(gamma) {
            throw .indexOutOfRange(gamma, lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        let sources = indices.map { geometry.source(index: $0) }
        return GridSpectra(
            geometry: geometry, layout: layout, lanes: GridIndices(indices, layout: layout, sources: sources))
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod { .grid }

    /// From the differences to grids of six times the points, over masses of 1.5 to 15 MeV, couplings of 1e-3 to 0.3 and
    /// γ of 1.8 to 3.2 at either ordering, in thirds of a decade. With r = 50/points per decade and the width A in ln E
    /// over which the wings at z_max are opaque there are three parts: r² for lines as such; r where wings end inside a
    /// cell, growing as √w with the change w that the wings make; r² √A where a step is opaque beside the line too.
    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        guard geometry.lines.count > 0 else { return 0 }
        let relative = 50 / precision.pointsPerDecade
        let resonance = Resonance(mediator, geometry)
        let largest = geometry.lines.chargeSquares.reduce(0) { max($0, $1.max()) }
        let opaque = resonance.strength * largest * (layout.depths.max() ?? 0) * resonance.shape.width / .pi
        let change = wings.largestChange(mediator, index: gamma)
        return relative * relative * (1e-3 + 2.5e-3 * opaque.squareRoot()) + relative * 1e-2 * change.squareRoot()
    }
}

/// The grid solver at one spectral index.
public struct GridSpectrum: SpectrumAtIndex {
    let spectra: GridSpectra
    public let index: Double

    public func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try spectra.ratios(mediator, energies: energies)[0]
    }

    public func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try spectra.integratedFluxes(mediator, bins: bins)[0]
    }
}
