import AllowedRegion
import Assessment
import Documents

/// What one bound says about a point.
public struct VerdictRecord: Record {
    private let verdict: BoundVerdict
    private let explanation: String?

    init(_ verdict: BoundVerdict, explanation: String? = nil) {
        (self.verdict, self.explanation) = (verdict, explanation)
    }

    private static let own: [Field<VerdictRecord>] = [
        Field("stem", "Name of the bound.") { $0.verdict.bound.card.stem },
        Field("verdict", words: BoundVerdict.words, "Excluded is said of bounds that decide alone.") {
            $0.verdict.word
        },
        Field("limit", "The coupling at which its answer changes, nearest to the point; null where there is none.") {
            $0.verdict.limit
        },
        Field("margin_dex", unit: "dex", "The distance to the limit: positive where the point is allowed or preferred.")
        {
            $0.verdict.marginInDex?.ifFinite
        },
        Field("mass_limit_MeV", unit: "MeV", "The mass it demands, where it is an edge in mass.") {
            $0.verdict.massLimit?.inMeV
        },
        Field("reason", "Why, in words.") { Wording.reason($0.verdict) },
        Field("at_the_limit", "Whether the point stands on the limit within a rounding.") { $0.verdict.isAtTheLimit },
        Field("within_curve_error", "Whether the curve's own error leaves open on which side of it the point lies.") {
            $0.verdict.errorOfCurveNearby != nil
        },
        Field("strength", "The coupling over the limit, or its like; null where nothing is limited.") {
            $0.verdict.verdict.strength?.ifFinite
        },
        Field("pull", "Standard deviations from the centre of a preferred band.") { $0.verdict.verdict.pull },
    ]

    public static let fields =
        own + BoundFields.all.filter { $0.property.name != "stem" }.map { $0.of { $0.verdict.bound } } + [
            Field("explanation", "Document, place in it, rule, margin and assumptions.", ifPresent: { $0.explanation })
        ]
}

extension BoundVerdict {
    /// All words of a verdict.
    static let words = [
        "excluded", "would-exclude", "allowed", "preferred", "disfavoured", "silent", "failed",
    ]

    /// The word of machine-readable answers: only a bound that decides excludes.
    var word: String { isExclusion && !decides ? "would-exclude" : verdict.word }
}

/// What IceCube's spectrum says about a point.
struct IceCubeRecord: Record {
    let answer: IceCubeAnswer

    static let fields: [Field<IceCubeRecord>] = [
        Field("chi2", "χ² at the amplitude and index below.") { $0.answer.chi2 },
        Field("delta_chi2", "χ² minus that without a Z′ under the same treatment.") { $0.answer.deltaChi2 },
        Field("delta_chi2_free_fit", "χ² minus that of the best fit without a Z′ of both amplitude and gamma.") {
            $0.answer.deltaFromFreeFit
        },
        Field("R", "χ² per degree of freedom over that of the Standard Model; null with too few points.") {
            $0.answer.ratio
        },
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.") {
            $0.answer.amplitude
        },
        Field("gamma", "Spectral index; null where the spectrum of the sources has no γ.") {
            $0.answer.gamma
        },
        Field("spectrum", "The spectrum of the sources.") { $0.answer.spectrum ?? "power-law" },
        SpectrumValueRecord.field { $0.answer.spectrumValues },
        Field("profiled", "Which of amplitude and gamma were minimised over.") { $0.answer.profiled },
        Field("caveats", "What limits the meaning of these numbers.") { $0.answer.caveats.map(Wording.sentence) },
        ProvisionalData.field(\.answer.provisionalData), OtherSpectrumRecord.field(\.answer.other),
    ]
}

/// The standing of a point in a scenario.
struct StandingRecord: Record {
    let point: PointVerdicts

    static let fields: [Field<StandingRecord>] = [
        Field("scenario", "The scenario.") { $0.point.scenario },
        Field("standing", words: Standing.allCases.map(\.rawValue), "What the bounds that decide say together.") {
            $0.point.standing.rawValue
        },
        Field("excluded_by", "Stems of the deciding bounds that exclude the point.") {
            $0.point.excludedBy.map(\.bound.card.stem)
        },
        limitingBounds(\.point),
    ]
}

extension Verdict {
    fileprivate var strength: Double? {
        switch self {
        case .excluded(let strength): strength
        case .allowed(let strength): strength
        default: nil
        }
    }

    fileprivate var pull: Double? {
        switch self {
        case .preferred(let pull), .disfavoured(let pull): pull
        default: nil
        }
    }
}
