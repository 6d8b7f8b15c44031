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

    private static let ofBound = BoundFields.all.filter { $0.property.name != "stem" }

    public static let fields: [Field<VerdictRecord>] =
        VerdictFields.all.map { field in field.of { record in record.verdict } }
        + ofBound.map { field in field.of { record in record.verdict.bound } } + [
            Field("explanation", "Document, place in it, rule, margin and assumptions.", ifPresent: { $0.explanation })
        ]
}

/// What a verdict is, whatever is known of its bound.
enum VerdictFields {
    static let stem = Field<BoundVerdict>("stem", "Name of the bound.") { $0.bound.card.stem }
    static let word = Field<BoundVerdict>(
        "verdict", words: BoundVerdict.words, "Excluded is said of bounds that decide alone."
    ) { $0.word }
    static let limit = Field<BoundVerdict>(
        "limit", "The coupling at which its answer changes, nearest to the point; null where there is none."
    ) { $0.limit }
    static let margin = Field<BoundVerdict>(
        "margin_dex", unit: "dex", "The distance to the limit: positive where the point is allowed or preferred."
    ) { $0.marginInDex?.ifFinite }

    static let all: [Field<BoundVerdict>] = [
        stem, word, limit, margin,
        Field("mass_limit_MeV", unit: "MeV", "The mass it demands, where it is an edge in mass.") {
            $0.massLimit?.inMeV
        },
        Field("reason", "Why, in words.") { Wording.reason($0) },
        Field("at_the_limit", "Whether the point stands on the limit within a rounding.") { $0.isAtTheLimit },
        Field("within_curve_error", "Whether the curve's own error leaves open on which side of it the point lies.") {
            $0.errorOfCurveNearby != nil
        },
        Field("strength", "The coupling over the limit, or its like; null where nothing is limited.") {
            $0.verdict.strength?.ifFinite
        },
        Field("pull", "Standard deviations from the centre of a preferred band.") { $0.pull },
    ]
}

extension BoundVerdict {
    /// Standard deviations from the centre of a preferred band; nil for all else.
    var pull: Double? {
        switch verdict {
        case .preferred(let pull), .disfavoured(let pull): pull
        default: nil
        }
    }

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

    /// The key `icecube` of an answer.
    static func field<Root>(_ answer: @escaping @Sendable (Root) -> IceCubeAnswer?) -> Field<Root> {
        Field("icecube", "What IceCube's spectrum says.", ifPresent: { answer($0).map(IceCubeRecord.init) })
    }

    static let fields: [Field<IceCubeRecord>] = [
        FitOfPointFields.chi2 { $0.answer.chi2 }, FitOfPointFields.deltaChi2 { $0.answer.deltaChi2 },
        Field("delta_chi2_free_fit", "χ² minus that of the best fit without a Z′ of both amplitude and gamma.") {
            $0.answer.deltaFromFreeFit
        },
        FitOfPointFields.ratio { $0.answer.ratio }, FitOfPointFields.amplitude { $0.answer.amplitude },
        FitOfPointFields.gamma { $0.answer.gamma },
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
        PointFields.standing { $0.point.standing },
        Field("excluded_by", "Stems of the deciding bounds that exclude the point.") {
            $0.point.excludedBy.map(\.bound.card.stem)
        },
        PointFields.limiting { $0.point.limiting },
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
}
