import Documents
import Scenarios

/// The answer of `scenario list`: the scenarios that ship.
public struct ScenarioListReport: Sendable {
    private let scenarios: [Scenario]

    /// - Throws: what is wrong with a scenario that ships.
    public init() throws { scenarios = try Scenario.shippedNames.map { try Scenario.shipped($0) } }
}

extension ScenarioListReport: ListAnswer {
    public static let schemaName = "scenario-list"
    public static let schemaVersion = 1
    public static let meaning = "The scenarios that ship, the default first."

    public var rows: [ShippedScenarioRecord] {
        scenarios.enumerated().map { .init(scenario: $0.element, isDefault: $0.offset == 0) }
    }

    public var text: String {
        scenarios.map { "\($0.name): \($0.summary)\n" }.joined()
    }
}

/// A scenario that ships.
public struct ShippedScenarioRecord: Record {
    let scenario: Scenario
    let isDefault: Bool

    public static let fields: [Field<ShippedScenarioRecord>] = [
        Field("name", "Its name, as --scenario takes it.") { $0.scenario.name },
        Field("summary", "What it stands for.") { $0.scenario.summary },
        Field("is_default", "Whether it is taken where none is named.") { $0.isDefault },
        Field("bounds", "The stems of its bounds, alternatives among them.") { $0.scenario.stems },
    ]
}
