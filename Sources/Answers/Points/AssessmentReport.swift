import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents

/// The answer of `check`: whether a point is allowed, which bound says so, by how much, and what IceCube sees.
public struct AssessmentReport: Sendable {
    let assessment: PointAssessment
    /// The same point in other scenarios, for the closing lines.
    let elsewhere: [PointVerdicts]
    /// The conventions of the scenario, where the explanations and cards of the bounds are to follow the table.
    let explained: Conventions?
    /// Bounds that are not in here and could exclude the point.
    let missing: MissingBounds

    /// - Parameters:
    ///   - elsewhere: the same point in other scenarios.
    ///   - explained: to say of each bound what it rests on, the conventions of the scenario.
    ///   - missing: the bounds that take no part because they are not at hand.
    public init(
        _ assessment: PointAssessment, elsewhere: [PointVerdicts] = [], explained: Conventions? = nil,
        missing: MissingBounds = .none
    ) {
        self.assessment = assessment
        self.elsewhere = elsewhere
        self.explained = explained
        self.missing = missing.changing(assessment.point)
    }

    // MARK: Text

    /// For people: the standing first, then a line for each bound, IceCube, and what would change the answer.
    public var text: String {
        var paragraphs = [standing, table.text(as: .text)] + (assessment.iceCube.map { [iceCube($0)] } ?? [])
        if let combination { paragraphs.append(combination) }
        if explained != nil {
            paragraphs += assessment.verdicts.map { verdict in
                [explanation(of: verdict), CardReport(verdict.bound.card).text].compactMap(\.self).joined(
                    separator: "\n")
            }
        }
        let own = ownDocuments.sentences.map(PlainText.clean)
        let remarks = alternatives + next + absent + union + elsewhere.map(line) + own
        if !remarks.isEmpty { paragraphs.append(remarks.joined(separator: "\n")) }
        return paragraphs.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
    }

    private var ownDocuments: OwnDocuments { OwnDocuments(assessment.verdicts.map(\.bound)) }

    private var standing: String {
        let point =
            "m = \(NumberText.exact(assessment.mass.inMeV)) MeV, g′ = \(NumberText.exact(assessment.coupling.value))"
        let failed = assessment.failedBounds.map(\.bound.card.title)
        let omission = failed.isEmpty ? "" : " Left out, since they could not be evaluated: \(Self.list(failed))."
        let open = assessment.verdicts.filter(\.isUndecided).map(\.bound.card.markedTitle)
        let doubt = open.isEmpty ? "" : " \(Self.list(open)) can't tell."
        let verdict = combinedVerdict ?? Self.verdict(on: assessment.point)
        let speakers = combinedVerdict == nil ? Self.speakers(assessment.point) : ""
        return PlainText.clean(
            "\(point) is \(verdict) in the scenario \(assessment.scenario)\(speakers).\(doubt)\(omission)"
        )
    }

    /// ` by 2 of 9 deciding bounds; the others say nothing here`, behind `allowed`.
    private static func speakers(_ point: PointVerdicts) -> String {
        guard point.standing == .allowed, !point.limitsNoCoupling else { return "" }
        let bounds = SpeakingBounds(point)
        return " by \(bounds.text)\(bounds.remark)"
    }

    /// `excluded by A and B`, `allowed`, `unconstrained: …`. Where only an edge in mass speaks, allowed means little: it
    /// says so.
    private static func verdict(on point: PointVerdicts) -> String {
        switch point.standing {
        case .allowed where point.limitsNoCoupling:
            "allowed, but only by " + list(point.allowedBy.map(\.bound.card.markedTitle))
                + ": \(Wording.noLimit)"
        case .allowed: "allowed"
        case .unconstrained: "unconstrained: no deciding bound speaks at this mass"
        case .excluded: "excluded by " + list(point.excludedBy.map(named))
        }
    }

    /// A bound with its limit, `Borexino‡ (4.01e-4)`.
    private static func named(_ verdict: BoundVerdict) -> String {
        let limit = verdict.massLimit.map(massLimit) ?? limit(verdict)
        let facts = [limit, Wording.nearness(of: verdict).map { "but \($0)" }].compactMap(\.self)
        return verdict.bound.card.markedTitle + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    }

    /// Its limit on g′, with the digits that it has.
    private static func limit(_ verdict: BoundVerdict) -> String? {
        verdict.limit.map { NumberText.short($0, digits: verdict.bound.digitsOfEdges ?? 3) }
    }

    private static func massLimit(_ mass: Mass) -> String { "m > \(NumberText.short(mass.inMeV)) MeV" }

    /// The verdict in a word; one that does not decide only would exclude.
    private static func word(_ verdict: BoundVerdict) -> String {
        verdict.isExclusion && !verdict.decides ? "would exclude" : verdict.verdict.word
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("Bound"), .init("Verdict"), .init("Limit", alignment: .right),
                .init("Margin [dex]", alignment: .right), .init("Kind"), .init("CL"), .init("Mixing"), .init("Reason"),
            ],
            rows: assessment.verdicts.map { verdict in
                [
                    .text(verdict.bound.card.markedTitle), .text(Self.word(verdict)),
                    verdict.massLimit.map { .text(Self.massLimit($0)) } ?? Self.limit(verdict).map { .text($0) }
                        ?? .silence,
                    verdict.marginInDex.map { .text(NumberText.signed($0, decimals: verdict.bound.digitsOfEdges ?? 3)) }
                        ?? .silence,
                    .text(Wording.kind(of: verdict.bound)),
                    .text(Wording.confidenceLevel(of: verdict.bound.card)),
                    .text(Wording.mixing(verdict.bound.card.kineticMixing)), .text(Wording.reason(verdict)),
                ]
            },
            notes: MethodMark.notes(for: assessment.verdicts.map(\.bound.card)))
    }

    private func iceCube(_ answer: IceCubeAnswer) -> String {
        func treatment(_ name: String) -> String { answer.profiled.contains(name) ? "profiled" : "fixed" }
        let ratio = answer.ratio.map { ", R = \(NumberText.fixed($0, decimals: 3))" } ?? ""
        let comparison =
            !answer.profiled.isEmpty || !answer.spectrumValues.isEmpty
            ? ", fitted anew" : answer.gamma != nil ? " at the same A and γ" : " at the same A"
        let line =
            "IceCube: χ² = \(NumberText.fixed(answer.chi2, decimals: 3)) "
            + "(\(NumberText.signed(answer.deltaChi2, decimals: 3)) against no Z′\(comparison), "
            + "\(NumberText.signed(answer.deltaFromFreeFit, decimals: 3)) against the best fit without)\(ratio), "
            + "A = \(NumberText.short(answer.amplitude)) (\(treatment("amplitude"))), "
            + [
                answer.spectrum.map { "spectrum \($0)" },
                answer.gamma.map { "γ = \(NumberText.short($0)) (\(treatment("gamma")))" },
            ].compactMap(\.self).joined(separator: ", ") + "."
        let remarks = Wording.remarks(provisionalData: answer.provisionalData, other: answer.other)
        return ([line] + Wording.sentences(answer.spectrumValues) + remarks + answer.caveats.map(Wording.sentence))
            .joined(separator: "\n")
    }

    private var alternatives: [String] {
        assessment.differingAlternatives.map { verdict in
            let name = Wording.alternativeName(of: verdict.bound)
            return PlainText.clean(
                verdict.isExclusion
                    ? "Excluded if \(name) counts: \(Self.named(verdict))."
                    : "If \(name) counts, \(verdict.bound.alternatives ?? "it") does not exclude the point.")
        }
    }

    private var next: [String] {
        let names = assessment.testedNextBy.map(Self.named)
        return names.isEmpty ? [] : [PlainText.clean("Within reach of \(Self.list(names)).")]
    }

    /// What is not in here and could exclude the point.
    private var absent: [String] {
        MissingWording(missing) { $0.statement(at: assessment.mass) }.sentences { _ in "here" }
    }

    /// One line on the same point in another scenario.
    private func line(_ point: PointVerdicts) -> String {
        let way = combinedVerdict == nil ? "" : ", by the union of its bounds"
        return PlainText.clean(
            "In the scenario \(point.scenario)\(way): \(Self.verdict(on: point))\(Self.speakers(point)).")
    }
}

extension AssessmentReport: RecordAnswer {
    public static let schemaName = "check"
    public static let schemaVersion = 1
    public static let meaning = "Whether a point is allowed, which bounds say so, by how much, and what IceCube sees."
    public var rows: [VerdictRecord] {
        assessment.verdicts.map { VerdictRecord($0, explanation: explanation(of: $0)) }
    }

    public static let fields: [Field<AssessmentReport>] =
        [
            Field("scenario", "The scenario.") { $0.assessment.scenario }
        ] + PointSaid.fields.map { $0.of { PointSaid($0.assessment) } } + [
            Field("verdicts", "What each bound says.") { $0.rows },
            IceCubeRecord.field { $0.assessment.iceCube },
            OwnDocuments.choice { $0.assessment.ownBounds },
            OwnDocuments.field { $0.assessment.verdicts.map(\.bound) },
            MissingRecord.field("Bounds that are not at hand and could exclude the point.") { $0.missing },
            PointCombinationsRecord.field { PointSaid($0.assessment) },
            Field("elsewhere", "The same point in other scenarios.") { $0.elsewhere.map(StandingRecord.init) },
        ]
}
