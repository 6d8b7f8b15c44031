import Answers
import Assessment
import Documents

extension Inquiry {
    /// Everything that the scenario chooses.
    var scenarioReport: ScenarioReport { ScenarioReport(request.scenario) }

    /// The bounds in their order: stem, title, kind and the part each plays.
    var bounds: JSONValue {
        get throws {
            .array(
                try boundSet.bounds.map { bound in
                    .object([
                        .init("stem", .text(bound.card.stem)), .init("title", .text(bound.card.title)),
                        .init("kind", .text(bound.card.kind.rawValue)), .init("role", .text(Self.word(bound.role))),
                    ])
                })
        }
    }

    private static func word(_ role: Bound.Role) -> String {
        switch role {
        case .decides: "decides"
        case .alternative: "alternative"
        case .informs: "informs"
        }
    }
}
