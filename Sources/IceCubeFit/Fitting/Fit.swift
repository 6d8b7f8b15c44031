/// A point of the fit, given or found.
public struct Fit: Sendable, Hashable {
    /// Which of the two astrophysical parameters were fitted.
    public struct Profiled: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let amplitude = Profiled(rawValue: 1)
        public static let index = Profiled(rawValue: 2)
    }

    public var chi2: Double
    /// A: the flux per flavour, ν + ν̄, that would arrive at 100 TeV without interaction
    /// [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var amplitude: Double
    /// γ.
    public var gamma: Double
    public var profiled: Profiled
    /// Whether the best γ is an end of the range searched: then the data want another one.
    public var isIndexAtEdge: Bool

    public init(chi2: Double, amplitude: Double, gamma: Double, profiled: Profiled, isIndexAtEdge: Bool = false) {
        self.chi2 = chi2
        self.amplitude = amplitude
        self.gamma = gamma
        self.profiled = profiled
        self.isIndexAtEdge = isIndexAtEdge
    }
}

extension Fit {
    /// The same of sources without a γ, which is no number then.
    public var withoutIndex: Fit {
        var fit = self
        (fit.gamma, fit.isIndexAtEdge) = (.nan, false)
        fit.profiled.remove(.index)
        return fit
    }
}

/// One term of χ², for a table of them.
public struct SegmentReport: Sendable, Hashable {
    /// The stem of the data set.
    public var dataSet: String
    /// Whether the source of its numbers calls them provisional.
    public var isProvisional: Bool = false
    public var channel: Channel
    public var segment: Segment
    /// N_obs [cm⁻² s⁻¹ sr⁻¹], eq. (12); where the segment is a limit, that of the limit.
    public var measured: Double
    /// N_th [cm⁻² s⁻¹ sr⁻¹], eq. (13).
    public var predicted: Double
    /// What it adds to χ².
    public var contribution: Double

    /// The E²Φ = const. [GeV cm⁻² s⁻¹ sr⁻¹] that has the integral N_th, to be put next to the published numbers.
    public var predictedFlux: Double { predicted / segment.integral }
}
