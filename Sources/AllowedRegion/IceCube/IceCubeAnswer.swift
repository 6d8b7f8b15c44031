import Transport

/// How well a point of the plane describes IceCube's spectrum.
public struct IceCubeAnswer: Sendable {
    /// χ² at the amplitude and index below.
    public var chi2: Double
    /// χ² minus that without a Z′ under the same treatment of amplitude and index.
    public var deltaChi2: Double
    /// χ² minus that of the best fit without a Z′ of both amplitude and index: at fixed ones it is above ``deltaChi2``,
    /// since what a fixed flux gets wrong without a Z′ is no merit of one.
    public var deltaFromFreeFit: Double
    /// The paper's ratio R, eq. (16), to χ² without a Z′ at (1.4, 2.6), which is no fit: below 1 is the paper's definition,
    /// and no preference. Nil with too few points for it.
    public var ratio: Double?
    /// A, the flux per flavour at 100 TeV without interaction [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var amplitude: Double
    /// γ of the sources; nil where their ``spectrum`` has none.
    public var gamma: Double?
    /// The spectrum of the sources where it is no power law, as it was chosen.
    public var spectrum: String?
    /// Which of the two were minimised over; empty where both are fixed.
    public var profiled: [String]
    /// What limits the meaning of these numbers.
    public var caveats: [Caveat]
    /// The stems of data that their source calls provisional.
    public var provisionalData: [String]
    /// What was found for the numbers of the spectrum that have ranges.
    public var spectrumValues: [SpectrumValue]
    /// With the spectrum that the scenario compares beside its own; nil: none, or not asked for.
    public var other: OtherSpectrumAnswer?

    public init(
        chi2: Double, deltaChi2: Double, deltaFromFreeFit: Double, ratio: Double?, amplitude: Double, gamma: Double?,
        spectrum: String? = nil, profiled: [String], caveats: [Caveat], provisionalData: [String] = [],
        spectrumValues: [SpectrumValue] = [], other: OtherSpectrumAnswer? = nil
    ) {
        self.chi2 = chi2
        self.deltaChi2 = deltaChi2
        self.deltaFromFreeFit = deltaFromFreeFit
        self.ratio = ratio
        self.amplitude = amplitude
        self.gamma = gamma
        self.spectrum = spectrum
        self.profiled = profiled
        self.caveats = caveats
        self.provisionalData = provisionalData
        self.spectrumValues = spectrumValues
        self.other = other
    }
}
