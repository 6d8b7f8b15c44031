import Physics

/// Transport with lines of finite width, on a grid in energy that is matched to the steps in redshift.
///
/// Eq. (5) of the paper (de la Vega, Peinado, Wudka 2024) with σ of eq. (2) at every energy; the targets are at rest, and
/// only the s-channel is in. Second order in the step, whatever the width: a line far narrower than a cell is crossed with
/// its exact optical depth.
public struct GridSolver: TransportSolver {
    public let name = "grid"
    public let setting: TransportSetting
    public let precision: Precision
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
        let allowed = NarrowLineSolver.indices
        for gamma in indices where !allowed.contains(gamma) {
            throw .indexOutOfRange(gamma, lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        let sources = indices.map {
            SourceTable(shape: geometry.sourceShape, upper: geometry.grid.upper, index: $0)
        }
        return GridSpectra(
            geometry: geometry, layout: layout,
            lanes: GridIndices(indices, layout: layout, sources: sources))
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        let relative = 50 / precision.pointsPerDecade
        return min(1, 5e-4 * relative * relative)
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
