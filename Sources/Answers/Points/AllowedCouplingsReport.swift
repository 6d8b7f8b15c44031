import Assessment
import ConstraintKit
import Documents

/// The answer of `limit`: which couplings are left at a mass, and who sets each edge.
public struct AllowedCouplingsReport: Sendable {
    private let answer: AllowedCouplings

    public init(_ answer: AllowedCouplings) { self.answer = answer }

    /// A sentence, and a line for each interval.
    public var text: String {
        let failures = answer.failed.map { "\($0.card.stem) could not be evaluated and is left out." }
        let own = OwnDocuments(answer.bounds).sentences
        return (findings + failures + own).map(PlainText.clean).joined(separator: "\n") + "\n"
    }

    private var findings: [String] {
        let place = "At m = \(NumberText.exact(answer.mass.inMeV)) MeV in the scenario \(answer.scenario)"
        guard answer.isConstrained else {
            return ["\(place) no deciding bound speaks: every coupling is unconstrained."]
        }
        guard !answer.intervals.isEmpty else { return ["\(place) no coupling is allowed."] }
        return ["\(place) these couplings are allowed:"] + answer.intervals.map { "  " + Self.line($0) }
    }

    private static func line(_ interval: AllowedCouplings.Interval) -> String {
        let (lower, upper) = (interval.couplings.lower, interval.couplings.upper)
        let edges = [
            lower > 0 ? edge("g′ ≥ ", lower, interval.lowerSetBy) : nil,
            upper.isFinite ? edge("g′ ≤ ", upper, interval.upperSetBy) : nil,
        ].compactMap(\.self)
        guard !edges.isEmpty else { return "every g′: no deciding bound limits the coupling at this mass" }
        return edges.joined(separator: " and ")
    }

    private static func edge(_ relation: String, _ value: Double, _ bound: Bound?) -> String {
        relation + NumberText.short(value, digits: 4) + (bound.map { ", set by \($0.card.markedTitle)" } ?? "")
    }

    /// The contract of `limit --format json`: `allowed` and `set_by` run in parallel, null for no edge.
    public var json: JSONValue {
        [
            "scenario": .text(answer.scenario),
            "mass_MeV": .number(answer.mass.inMeV),
            "constrained": .boolean(answer.isConstrained),
            "allowed": .array(answer.intervals.map { .interval($0.couplings) }),
            "set_by": .array(
                answer.intervals.map { interval in
                    .array([interval.lowerSetBy, interval.upperSetBy].map { .text($0?.card.stem) })
                }),
            "failed": .texts(answer.failed.map(\.card.stem)),
            "own_documents": OwnDocuments(answer.bounds).json,
        ]
    }

    /// One record for each interval.
    public var csv: String {
        let header = ["mass_MeV", "lower", "upper", "lower_set_by", "upper_set_by"]
        let records = answer.intervals.map { interval in
            let (lower, upper) = (interval.couplings.lower, interval.couplings.upper)
            return [
                NumberText.exact(answer.mass.inMeV), NumberText.exact(lower),
                upper.isFinite ? NumberText.exact(upper) : "", CSVText.text(interval.lowerSetBy?.card.stem ?? ""),
                CSVText.text(interval.upperSetBy?.card.stem ?? ""),
            ]
        }
        return ([header] + records).map(CSVText.record).joined()
    }
}
