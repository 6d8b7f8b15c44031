import Physics

/// Transport with lines of finite width, on a grid in energy and redshift.
///
/// Eq. (5) of the paper (de la Vega, Peinado, Wudka 2024) with σ of eq. (2) at every energy; the targets are at rest, and
/// only the s-channel is in. Every step's optical depth is exact, and the levels in energy follow the wings to where
/// nothing is left of their structure: of second order in the step, whatever the width.
public struct GridSolver: TransportSolver {
    public let name = "grid"
    public let setting: TransportSetting
    public let precision: Precision
    public var tolerance: Double { precision.tolerance }
    let geometry: LineGeometry
    let layout: GridLayout

    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(_ setting: TransportSetting, precision: Precision = Precision()) throws(TransportError) {
        guard precision.isUsable else { throw .precisionOutOfRange(precision) }
        try setting.validate()
        self.setting = setting
        self.precision = precision
        geometry = LineGeometry(setting, precision: precision)
        layout = GridLayout(geometry, pointsPerDecade: precision.pointsPerDecade)
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        GridSpectrum(spectra: try spectra(indices: [gamma]), index: gamma)
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        try spectra(indices: indices)
    }

    /// The same as ``prepared(indices:)``, with its type.
    public func spectra(indices: [Double]) throws(TransportError) -> GridSpectra {
        let allowed = TransportSetting.indices
        for gamma in indices where !allowed.contains(gamma) {
            throw .indexOutOfRange(gamma, lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        let sources = indices.map { geometry.source(index: $0) }
        return GridSpectra(
            geometry: geometry, layout: layout, lanes: GridIndices(indices, layout: layout, sources: sources))
    }

    public func method(for mediator: Mediator, index gamma: Double) -> TransportMethod { .grid }

    /// From the differences to grids of eight times the points, over masses of 1.5 to 15 MeV, couplings of 1e-3 to 0.3
    /// and γ of 1.8 to 3.2 at either ordering, in thirds of a decade; where a ratio is above 1, of that. It goes as the
    /// square of the step, and grows with the width in ln E over which the wings at z_max are opaque; 1, all of a ratio, is
    /// the most that it says.
    ///
    /// Where all sources lie at one redshift it is half as large again as the greatest of 260 differences to 300 points a decade, at 25, 50 and
    /// 100 of them, redshifts of 1e-4 to 7, masses of 1 to 25 MeV and couplings of 3e-4 to 0.3: between wings as wide as a step and
    /// daughters that meet lines it is between the first order and the second, and what is near has next to none of the latter.
    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        guard geometry.lines.count > 0 else { return 0 }
        let relative = 50 / precision.pointsPerDecade
        let wing = Resonance(mediator, geometry).wing(layout, geometry.lines)
        let opaque = Double.log10(1 + wing)
        guard geometry.shell != nil else {
            return min(1, relative * relative * (2e-4 + opaque * (1e-3 + opaque * 5e-4)))
        }
        let far = min(1, 2 * geometry.grid.upper)
        let wide = 6e-3 * wing / (1 + wing) + opaque * (4e-3 + 1.2e-2 * far)
        return min(1, relative * (6e-3 * far + relative.squareRoot() * (2e-4 + wide)))
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
