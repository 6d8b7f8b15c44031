import Documents
import Scenarios

/// The answer of `scenario show`: the complete effective scenario, as text a file that can be used.
public struct ScenarioReport: Sendable {
    private let scenario: Scenario

    public init(_ scenario: Scenario) { self.scenario = scenario }
}

extension ScenarioReport: Answer {
    public static let schemaName = "scenario-show"
    public static let schemaVersion = 1
    public static let meaning = "Everything a scenario chooses."

    private static let mark = "\(schemaName)/\(schemaVersion)"

    public static var schema: Schema {
        .object(
            [.init("schema", .constant(mark), "The name and version of the schema of this answer.")]
                + ScenarioRecord.properties)
    }

    public func encode(to encoder: any Encoder) throws {
        try JSONValue.object([.init("schema", .text(Self.mark))] + ScenarioRecord(scenario).members).encode(to: encoder)
    }

    public var text: String { scenario.yaml }

    public static let textIsFile = true

    public var rows: [ChoiceRecord] {
        ScenarioChoice.all.map { .init(choice: $0, value: $0.write(scenario)) }
    }
}

/// A choice of a scenario.
public struct ChoiceRecord: Record {
    let choice: ScenarioChoice
    let value: ScenarioValue?

    public static let fields: [Field<ChoiceRecord>] = [
        Field("choice", "Where it stands in a scenario's file.") { $0.choice.path },
        Field("value", "What is chosen, as an option takes it; null where it is left open.") { $0.value?.text },
        Field("default", "What holds where nothing is said; null where something has to be.") { $0.choice.standard },
        Field("unit", "Its unit; null where it has none.") { $0.choice.unit },
        // Without its dashes: a spreadsheet takes what begins with one for a formula.
        Field(
            "option",
            "The option that changes it for one run, without its two dashes; null where there is none of its own."
        ) { $0.choice.option?.name },
    ]
}
