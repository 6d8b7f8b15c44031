import Assessment
import ConstraintKit
import Documents
import Scenarios

/// A bound as the page knows it: the facts of its card, and its part.
struct PageBound {
    private let bound: Bound
    private let scenario: Scenario

    init(_ bound: Bound, in scenario: Scenario) {
        (self.bound, self.scenario) = (bound, scenario)
    }

    /// Whether it decides where it counts: as an alternative that is chosen, too.
    private var mayDecide: Bool {
        guard bound.card.kind == .observed else { return false }
        return bound.role == .decides || bound.card.lacksToDecide.isEmpty
            || scenario.decides.contains(bound.card.stem)
    }

    /// - Parameter likelihood: nil where it has none, or that of the same bound elsewhere holds.
    func json(_ row: JSONValue, along masses: MassRow, likelihood: PageLikelihood? = nil) -> JSONValue {
        let card = bound.card
        var members: [JSONValue.Member] = [
            .init("stem", .text(card.stem)), .init("title", .shown(card.title)),
            .init("kind", .text(card.kind.rawValue)),
            .init("kindWords", .text(Wording.kind(card.kind))), .init("method", .text(card.method.rawValue)),
            .init("status", .text(card.status.rawValue)),
            .init("level", .shown(Wording.confidenceLevel(of: card))), .init("decides", .boolean(mayDecide)),
            .init("group", bound.alternatives.map { .shown($0) } ?? .null),
            .init("counts", .boolean(bound.alternatives == nil || bound.isCounted)),
            .init("massEdge", .number(bound.massEdge?.inMeV)), .init("curveError", .number(card.curveError)),
            .init("digits", bound.digitsOfEdges.map { .integer($0) } ?? .null),
            .init("references", .array(card.references.map(Self.json))),
        ]
        let reaches = masses.map { bound.expectedReach(at: $0) }
        if reaches.contains(where: { $0 != nil }) {
            members.append(
                .init("reach", PackedNumbers.text(reaches.flatMap { [$0?.from ?? .nan, $0?.to ?? .infinity] })))
        }
        if let likelihood { members.append(.init("likelihood", likelihood.json)) }
        members.append(.init("row", row))
        return .object(members)
    }

    private static func json(_ reference: Reference) -> JSONValue {
        ["citation": .shown(reference.sentence), "arxiv": .text(reference.arxiv), "doi": .text(reference.doi)]
    }
}

extension Bound {
    /// Whether it is the one of its group that counts.
    fileprivate var isCounted: Bool {
        if case .alternative = role { false } else { true }
    }
}
