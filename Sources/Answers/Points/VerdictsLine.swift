import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents

/// One of many points: what the scenario and each of its bounds say of it, in the words of `check`, without what holds for
/// all points.
struct VerdictsLine: StreamedRecord {
    private let said: PointSaid
    private let missing: [String]
    private let input: [JSONValue.Member]

    /// In the words of columns.
    private var reason: String? {
        let assessment = said.assessment
        return Wording.reason(
            without: assessment.failedBounds.map(\.bound.card.stem),
            isAllowedWithoutLimit: assessment.standing == .allowed && assessment.limiting == 0)
    }

    init(_ assessment: PointAssessment, missing: MissingBounds, input: [JSONValue.Member]) {
        said = PointSaid(assessment)
        self.missing = missing.stems(changing: assessment.point)
        self.input = input
    }

    static let fields: [Field<VerdictsLine>] =
        PointSaid.fields.map { $0.of { $0.said } } + [
            Field("verdicts", "What each bound says; one that is not here is silent about the point.") {
                $0.said.assessment.verdicts.filter(\.says).map(ShortVerdict.init)
            },
            Field("missing", "Stems of bounds that are not at hand and could exclude the point.") { $0.missing },
            IceCubeRecord.field { $0.said.assessment.iceCube },
            PointFields.reason { $0.reason },
            PointCombinationsRecord.field { $0.said },
            PointInput.field { $0.input },
        ]
}

/// What a row of a table has beside mass and coupling.
struct PointInput: Described {
    let members: [JSONValue.Member]

    static var schema: Schema { .dictionary(.text) }

    func encode(to encoder: any Encoder) throws { try JSONValue.object(members).encode(to: encoder) }

    func write(to line: inout JSONLine) { line.write(.object(members)) }

    /// For the key `input`.
    static func field<Root>(_ input: @escaping @Sendable (Root) -> [JSONValue.Member]) -> Field<Root> {
        Field(
            "input", "The other columns of its row, as texts; left out where there are none.",
            ifPresent: { root in
                let members = input(root)
                return members.isEmpty ? nil : PointInput(members: members)
            })
    }
}

/// What one bound says about one of many points. What holds for all points, or follows from the numbers, is left out.
private struct ShortVerdict: StreamedRecord {
    let verdict: BoundVerdict

    static let fields: [Field<ShortVerdict>] =
        [VerdictFields.stem, VerdictFields.word, VerdictFields.limit, VerdictFields.margin].map {
            $0.of { $0.verdict }
        } + [
            Field(
                "mass_limit_MeV", unit: "MeV", "The mass it demands, where it is an edge in mass.",
                ifPresent: { $0.verdict.massLimit?.inMeV }),
            Field(
                "at_the_limit", "True where the point stands on the limit within a rounding.",
                ifPresent: { $0.verdict.isAtTheLimit ? true : nil }),
            Field(
                "within_curve_error",
                "True where the curve's own error leaves open on which side of it the point lies.",
                ifPresent: { $0.verdict.errorOfCurveNearby == nil ? nil : true }),
            Field("pull", "Standard deviations from the centre of a preferred band.", ifPresent: { $0.verdict.pull }),
            Field("remark", "What the bound computes for the point.", ifPresent: { $0.verdict.remark }),
            Field(
                "reason", "Why the bound can't tell, or can't be evaluated here.",
                ifPresent: { $0.verdict.isOpen ? Wording.reason($0.verdict) : nil }),
        ]
}

extension BoundVerdict {
    /// Whether it tells, tries to, or fails: all but a bound that has nothing to do with the point.
    fileprivate var says: Bool {
        if case .silent = verdict { return isOpen }
        return true
    }

    /// Whether it should tell, and can't.
    fileprivate var isOpen: Bool {
        switch verdict {
        case .silent(.undecided), .failed: true
        default: false
        }
    }
}
