import Scenarios

/// A scenario whose numbers vary: what a plan's parameters that are choices make of it.
struct ScenarioVariation: Sendable {
    private let scenario: Scenario
    /// The choices that vary, and their places among the parameters.
    private let varied: [(choice: ScenarioChoice, place: Int)]

    /// Whether nothing varies.
    var isEmpty: Bool { varied.isEmpty }

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - parameters: of the plan.
    /// - Throws: `ChoiceError` of one that can't be what lies in the middle of its range: a word, for instance.
    init(_ scenario: Scenario, _ parameters: [ScanParameter]) throws(ChoiceError) {
        self.scenario = scenario
        varied = parameters.indices.compactMap { place in
            ScenarioChoice.all.first { $0.path == parameters[place].name }.map { ($0, place) }
        }
        _ = try self.scenario(parameters.map { $0.value(atFraction: 0.5) })
    }

    /// - Parameter values: of all parameters, in their order.
    /// - Throws: `ChoiceError` where there is no such scenario.
    func scenario(_ values: [Double]) throws(ChoiceError) -> Scenario {
        var own = scenario
        for (choice, place) in varied { try choice.set("\(values[place])", in: &own) }
        return own
    }
}
