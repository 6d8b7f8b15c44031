/// The words by which headings are told apart, in small letters.
extension HeadingTokens {
    static let spellings = [
        ("percentile", " quantile "), ("σ", " sigma "), ("±", "+-"), ("+/-", "+-"), ("−", "-"),
        ("standard deviations", "sd"),
        ("standard deviation", "sd"), ("std. dev.", "sd"), ("stddev", "sd"), ("st. dev.", "sd"), ("s.d.", "sd"),
        ("s. d.", "sd"), ("std", "sd"), ("per cent", "%"), ("percent", "%"), ("confidence level", "cl"), ("c.l.", "cl"),
        ("c. l.", "cl"), ("credible level", "cl"), ("exp.", "exp "), ("obs.", "obs "),
    ]

    /// Words of direction that are none of a band's.
    static let phrasesOfLimits = [
        "upper limits", "lower limits", "upper limit", "lower limit", "upper bounds", "lower bounds", "upper bound",
        "lower bound", "upper exclusion", "low mass", "low-mass", "high mass", "high-mass", "lower mass", "higher mass",
        "low_mass", "high_mass", "low energy", "high energy", "high luminosity", "high-luminosity", "high purity",
    ]

    static let deviations: Set<String> = ["sigma", "sigmas", "sig", "sd", "sds", "sdev", "sdevs"]
    static let signs: Set<String> = [
        "+", "-", "+-", "-+", "pm", "p", "m", "plus", "minus", "up", "down", "upper", "lower",
    ]
    static let directions: Set<String> = [
        "up", "down", "upper", "lower", "high", "low", "higher", "hi", "lo", "top", "bottom", "plus", "minus", "max",
        "min", "upward", "downward",
    ]
    static let joinedExpectations: Set<String> = [
        "expp", "expm", "expplus", "expminus", "expup", "expdown", "exphigh", "explow", "exphi", "explo",
    ]
    static let fractions: Set<String> = [
        "0.16", "0.84", "0.159", "0.841", "0.1587", "0.8413", "0.025", "0.975", "0.023", "0.977", "0.0228", "0.9772",
        ".16", ".84", ".025", ".975",
    ]
    static let bands: Set<String> = [
        "band", "bands", "edge", "quantile", "percentile", "envelope", "green", "yellow",
    ]
    static let errors: Set<String> = ["uncertainty", "error", "err", "interval"]
    static let expectation: Set<String> = ["expected", "expectation", "exp", "median", "asimov"]
    static let projection: Set<String> = [
        "projected", "projection", "projections", "prospect", "prospects", "sensitivity",
    ]
    static let quantiles: Set<String> = [
        "68", "68.3", "68.27", "16", "84", "2.5", "97.5", "95.4", "95.45", "32", "99.7", "15.9", "84.1", "2.3", "97.7",
    ]
}
