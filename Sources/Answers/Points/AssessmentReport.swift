import AllowedRegion
import Assessment
import ConstraintKit
import Documents

/// The answer of `check`: whether a point is allowed, which bound says so, by how much, and what IceCube sees.
public struct AssessmentReport: Sendable {
    let assessment: Assessment
    /// The same point in other scenarios, for the closing lines.
    let elsewhere: [PointVerdicts]
    /// Whether the cards of the bounds follow the table.
    let explains: Bool

    /// - Parameters:
    ///   - elsewhere: the same point in other scenarios.
    ///   - explains: whether to say of each bound what it rests on.
    public init(_ assessment: Assessment, elsewhere: [PointVerdicts] = [], explains: Bool = false) {
        self.assessment = assessment
        self.elsewhere = elsewhere
        self.explains = explains
    }

    // MARK: Text

    /// For people: the standing first, then a line for each bound, IceCube, and what would change the answer.
    public var text: String {
        var paragraphs = [standing, table.text(as: .text), iceCube]
        if explains { paragraphs += assessment.verdicts.map { CardReport($0.bound.card).text } }
        let own = ownDocuments.sentences.map(PlainText.clean)
        let remarks = alternatives + next + elsewhere.map(Self.line) + own
        if !remarks.isEmpty { paragraphs.append(remarks.joined(separator: "\n")) }
        return paragraphs.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
    }

    private var ownDocuments: OwnDocuments { OwnDocuments(assessment.verdicts.map(\.bound)) }

    private var standing: String {
        let point =
            "m = \(NumberText.exact(assessment.mass.inMeV)) MeV, g′ = \(NumberText.exact(assessment.coupling.value))"
        let failed = assessment.failedBounds.map(\.bound.card.title)
        let omission = failed.isEmpty ? "" : " Left out, since they could not be evaluated: \(Self.list(failed))."
        return PlainText.clean(
            "\(point) is \(Self.verdict(on: assessment.point)) in the scenario \(assessment.scenario).\(omission)")
    }

    /// `excluded by A and B`, `allowed`, `unconstrained: …`. Where only an edge in mass speaks, allowed means little: it
    /// says so.
    private static func verdict(on point: PointVerdicts) -> String {
        switch point.standing {
        case .allowed where point.limitsNoCoupling:
            "allowed, but only by " + list(point.allowedBy.map(\.bound.card.markedTitle))
                + ": no deciding bound limits the coupling at this mass"
        case .allowed: "allowed"
        case .unconstrained: "unconstrained: no deciding bound speaks at this mass"
        case .excluded: "excluded by " + list(point.excludedBy.map(named))
        }
    }

    /// A bound with its limit, `Borexino‡ (4.01e-4)`.
    private static func named(_ verdict: BoundVerdict) -> String {
        let limit = verdict.massLimit.map(massLimit) ?? verdict.limit.map { NumberText.short($0) }
        return verdict.bound.card.markedTitle + (limit.map { " (\($0))" } ?? "")
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
                .init("Margin [dex]", alignment: .right), .init("Kind"), .init("Reason"),
            ],
            rows: assessment.verdicts.map { verdict in
                [
                    .text(verdict.bound.card.markedTitle), .text(Self.word(verdict)),
                    verdict.massLimit.map { .text(Self.massLimit($0)) } ?? verdict.limit.map { .number($0) }
                        ?? .silence,
                    verdict.marginInDex.map { .text(NumberText.signed($0, decimals: 3)) } ?? .silence,
                    .text(Wording.kind(of: verdict.bound)), .text(Wording.reason(verdict)),
                ]
            },
            notes: MethodMark.notes(for: assessment.verdicts.map(\.bound.card)))
    }

    private var iceCube: String {
        let answer = assessment.iceCube
        func treatment(_ name: String) -> String { answer.profiled.contains(name) ? "profiled" : "fixed" }
        let ratio = answer.ratio.map { ", R = \(NumberText.fixed($0, decimals: 3))" } ?? ""
        let comparison =
            !answer.profiled.isEmpty
            ? ", fitted anew" : answer.spectrum == nil ? " at the same A and γ" : " at the same A"
        let line =
            "IceCube: χ² = \(NumberText.fixed(answer.chi2, decimals: 3)) "
            + "(\(NumberText.signed(answer.deltaChi2, decimals: 3)) against no Z′\(comparison))\(ratio), "
            + "A = \(NumberText.short(answer.amplitude)) (\(treatment("amplitude"))), "
            + (answer.spectrum.map { "spectrum \($0)." }
                ?? "γ = \(NumberText.short(answer.gamma)) (\(treatment("gamma"))).")
        return ([line] + answer.caveats.map(Wording.sentence)).joined(separator: "\n")
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

    /// One line on the same point in another scenario.
    private static func line(_ point: PointVerdicts) -> String {
        PlainText.clean("In the scenario \(point.scenario): \(verdict(on: point)).")
    }

    // MARK: Programs

    /// The contract of `check --format json`; keys may be added.
    public var json: JSONValue {
        [
            "scenario": .text(assessment.scenario),
            "mass_MeV": .number(assessment.mass.inMeV),
            "coupling": .number(assessment.coupling.value),
            "standing": .text(assessment.standing.rawValue),
            "excluded_by": .texts(Self.stems(assessment.excludedBy)),
            "excluded_if": .texts(Self.stems(assessment.excludedIf)),
            "failed": .texts(Self.stems(assessment.failedBounds)),
            "tested_next_by": .texts(Self.stems(assessment.testedNextBy)),
            "verdicts": .array(assessment.verdicts.map(Self.json)),
            "icecube": Self.json(assessment.iceCube),
            "own_documents": ownDocuments.json,
            "elsewhere": .array(
                elsewhere.map {
                    [
                        "scenario": .text($0.scenario), "standing": .text($0.standing.rawValue),
                        "excluded_by": .texts(Self.stems($0.excludedBy)),
                    ]
                }),
        ]
    }

    /// One record for each bound.
    public var csv: String {
        let header = ["stem", "title", "kind", "method", "verdict", "limit", "margin_dex", "reason"]
        let records = assessment.verdicts.map { verdict in
            let card = verdict.bound.card
            return [
                CSVText.text(card.stem), CSVText.text(card.title), card.kind.rawValue, card.method.rawValue,
                verdict.verdict.word, verdict.limit.map(NumberText.exact) ?? "",
                verdict.marginInDex.map(NumberText.exact) ?? "", CSVText.text(Wording.reason(verdict)),
            ]
        }
        return ([header] + records).map(CSVText.record).joined()
    }

    private static func stems(_ verdicts: [BoundVerdict]) -> [String] { verdicts.map(\.bound.card.stem) }

    private static func json(_ verdict: BoundVerdict) -> JSONValue {
        .object(
            [
                .init("stem", .text(verdict.bound.card.stem)), .init("verdict", .text(verdict.verdict.word)),
                .init("limit", .number(verdict.limit)), .init("margin_dex", .number(verdict.marginInDex)),
                .init("mass_limit_MeV", .number(verdict.massLimit?.inMeV)),
                .init("reason", .text(Wording.reason(verdict))),
                .init("at_the_limit", .boolean(verdict.isAtTheLimit)),
                .init("strength", .number(verdict.verdict.strength)), .init("pull", .number(verdict.verdict.pull)),
            ] + JSONValue.members(of: verdict.bound).filter { $0.key != "stem" })
    }

    static func json(_ answer: IceCubeAnswer) -> JSONValue {
        [
            "chi2": .number(answer.chi2), "delta_chi2": .number(answer.deltaChi2), "R": .number(answer.ratio),
            "amplitude": .number(answer.amplitude),
            "gamma": .number(answer.spectrum == nil ? answer.gamma : nil),
            "spectrum": .text(answer.spectrum ?? "power-law"),
            "profiled": .texts(answer.profiled), "caveats": .texts(answer.caveats.map(Wording.sentence)),
        ]
    }
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
