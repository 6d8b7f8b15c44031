import Documents
import Scenarios

/// Everything that decides an answer besides the point itself: the choices of the scenario as they are declared, by part.
/// What is left open is null.
struct ScenarioRecord: Described {
    private let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    static var schema: Schema { .object(properties) }

    static var properties: [Schema.Property] {
        parts.flatMap { part in
            let members = ScenarioChoice.all(in: part).map { choice in
                Schema.Property(choice.key, Schema(choice), unit: choice.unit, "The \(choice.noun).")
            }
            guard let part else { return members }
            return [.init(part.rawValue, .object(members), "The choices of this part.")]
        }
    }

    func encode(to encoder: any Encoder) throws { try JSONValue.object(members).encode(to: encoder) }

    var members: [JSONValue.Member] {
        Self.parts.flatMap { part in
            let members = ScenarioChoice.all(in: part).map { choice in
                JSONValue.Member(choice.key, choice.write(scenario).map { JSONValue($0) } ?? .null)
            }
            guard let part else { return members }
            return [.init(part.rawValue, .object(members))]
        }
    }

    /// First what stands by itself.
    private static var parts: [ScenarioChoice.Section?] {
        [nil] + ScenarioChoice.Section.allCases.map(Optional.init)
    }
}

extension Schema {
    fileprivate init(_ choice: ScenarioChoice) {
        let words = choice.option?.words ?? []
        self =
            switch choice.form {
            case .groups:
                .list(
                    .object([
                        .init("name", .text, "The name of the group."),
                        .init("counts", .nullable(.text), "The stem of the one that counts; null where none does."),
                        .init("others", .list(.text), "The stems of those that are only reported."),
                    ]))
            case .list: .list(.text)
            case .single: .nullable(words.isEmpty ? .either([.number, .text]) : .words(words))
            }
    }
}

extension JSONValue {
    fileprivate init(_ value: ScenarioValue) {
        self =
            switch value {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .list(let names): .texts(names)
            case .groups(let groups):
                .array(
                    groups.map {
                        ["name": .text($0.name), "counts": .text($0.counts), "others": .texts($0.others)]
                    })
            }
    }
}
