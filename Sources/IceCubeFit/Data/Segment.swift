/// One energy segment of an unfolded spectrum and the flux found in it.
///
/// Over a segment the flux is taken as E²Φ = const., per flavour, ν + ν̄: this is what the collaboration fits, and what
/// turns its result into the integral that a model is compared with.
public struct Segment: Sendable, Hashable {
    /// What was found in a segment; E²Φ in [GeV cm⁻² s⁻¹ sr⁻¹].
    public enum Measurement: Sendable, Hashable {
        /// A flux with its errors downwards and upwards, both positive.
        case flux(Double, minus: Double, plus: Double)
        /// Nothing but an upper limit.
        case upperLimit(Double)
    }

    /// Edges [GeV].
    public let lowerEdge: Double
    public let upperEdge: Double
    public let measurement: Measurement
    /// Whether a fit includes the segment unless it is told otherwise.
    public let isUsedByDefault: Bool

    /// - Parameters:
    ///   - lowerEdge: [GeV]
    ///   - upperEdge: [GeV]
    ///   - measurement: E²Φ, per flavour, ν + ν̄ [GeV cm⁻² s⁻¹ sr⁻¹].
    /// - Throws: ``SegmentError`` where a number can't be one of an astrophysical neutrino spectrum.
    public init(
        lowerEdge: Double, upperEdge: Double, measurement: Measurement, isUsedByDefault: Bool = true
    ) throws(SegmentError) {
        guard Self.plausibleEnergies.contains(lowerEdge), Self.plausibleEnergies.contains(upperEdge),
            lowerEdge < upperEdge
        else { throw .unusableEdges(lower: lowerEdge, upper: upperEdge) }
        switch measurement {
        case .flux(let flux, let minus, let plus):
            guard flux >= 0, flux <= Self.plausibleFluxes.upperBound else { throw .unusableFlux(flux) }
            for error in [minus, plus] where !Self.plausibleFluxes.contains(error) { throw .unusableError(error) }
        case .upperLimit(let limit):
            guard Self.plausibleFluxes.contains(limit) else { throw .unusableUpperLimit(limit) }
        }
        self.lowerEdge = lowerEdge
        self.upperEdge = upperEdge
        self.measurement = measurement
        self.isUsedByDefault = isUsedByDefault
    }

    /// What turns E²Φ = const. into the integral of Φ over the segment: ∫dE/E² = 1/E_lo − 1/E_hi [GeV⁻¹], eq. (12).
    public var integral: Double { 1 / lowerEdge - 1 / upperEdge }

    /// Energies a segment may have [GeV]. Beyond these no neutrino telescope measures, and squares of what follows from
    /// them could leave the range of numbers.
    public static let plausibleEnergies = 1.0...1e13

    /// E²Φ that an error or a limit may have [GeV cm⁻² s⁻¹ sr⁻¹]: from far below any sensitivity to far above the
    /// atmospheric flux.
    public static let plausibleFluxes = 1e-20...1.0
}

/// Why numbers don't make a segment.
public enum SegmentError: Error, Sendable, Hashable {
    /// Edges [GeV] in the wrong order, not numbers, or outside ``Segment/plausibleEnergies``.
    case unusableEdges(lower: Double, upper: Double)
    /// E²Φ [GeV cm⁻² s⁻¹ sr⁻¹] that is negative, not a number, or too large to be one.
    case unusableFlux(Double)
    /// An error [GeV cm⁻² s⁻¹ sr⁻¹] that is zero, negative, not a number, or outside ``Segment/plausibleFluxes``.
    case unusableError(Double)
    /// A limit [GeV cm⁻² s⁻¹ sr⁻¹] that is zero, negative, not a number, or outside ``Segment/plausibleFluxes``.
    case unusableUpperLimit(Double)
}
