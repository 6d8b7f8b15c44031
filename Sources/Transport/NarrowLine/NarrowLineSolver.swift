import Physics

/// Transport where the resonance is narrow, Γ ≪ m: absorption happens at one redshift for each energy and line, and
/// between lines neutrinos stream freely. Three nested one-dimensional quadratures, no grid in energy.
///
/// The integrals of eq. (5) of the paper (de la Vega, Peinado, Wudka 2024) in that limit; the targets are at rest, and
/// only the s-channel is in.
public struct NarrowLineSolver: TransportSolver {
    public let name = "narrow-line"
    public let setting: TransportSetting
    public let precision: Precision
    public var tolerance: Double { precision.tolerance }
    let geometry: LineGeometry
    let wings: WingEstimate

    /// - Parameter sources: what is known of the sources already; passed over where the setting has others.
    /// - Throws: ``TransportError`` where the setting is not one of a universe.
    public init(
        _ setting: TransportSetting, precision: Precision = Precision(), sources: SourceTables? = nil
    ) throws(TransportError) {
        guard precision.isUsable else { throw .precisionOutOfRange(precision) }
        try setting.validate()
        self.setting = setting
        self.precision = precision
        geometry = LineGeometry(setting, precision: precision, sources: sources)
        wings = WingEstimate(setting, geometry: geometry)
    }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        try spectrum(index: gamma)
    }

    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        for gamma in indices { try check(gamma) }
        return NarrowLineSpectra(indices, geometry, energyStep: precision.energyStep)
    }

    /// The same as ``prepared(index:)``, with its type.
    public func spectrum(index gamma: Double) throws(TransportError) -> NarrowLineSpectrum {
        try check(gamma)
        return NarrowLineSpectrum(geometry, index: gamma, energyStep: precision.energyStep)
    }

    private func check(_ gamma: Double) throws(TransportError) {
        guard TransportSetting.indices.contains(gamma) else {
            throw .indexOutOfRange(
                gamma, lower: TransportSetting.indices.lowerBound, upper: TransportSetting.indices.upperBound)
        }
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double {
        wings.largestChange(mediator, index: gamma)
    }
}
