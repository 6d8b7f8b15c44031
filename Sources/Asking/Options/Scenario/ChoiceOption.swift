import ArgumentParser
import Scenarios

/// What an option says of a choice of a scenario. It is checked when the command line is read, and made when the scenario
/// is at hand. A reference: every command copies some thirty of them, and as values they would be most of the program's
/// code.
package final class ChoiceStatement: Sendable {
    private let choice: ScenarioChoice
    package let text: String

    /// - Parameter scenario: on top of which it is checked.
    package init(_ choice: ScenarioChoice, _ text: String, on scenario: Scenario = .undecided) throws {
        // A file that is named is read once, and what is wrong with it is no fault of the command line.
        if !choice.readsFiles {
            var scratch = scenario
            try worded { try choice.set(text, in: &scratch) }
        }
        self.choice = choice
        self.text = text
    }

    /// Whether it leaves a parameter to the fit.
    package var isProfiled: Bool { text == "profiled" }

    /// - Throws: ``ChoiceError``
    package func make(in scenario: inout Scenario) throws { try choice.set(text, in: &scenario) }
}

extension Option where Value == ChoiceStatement? {
    /// The option by which a choice is made: name, help, vocabulary and reader are those of its declaration.
    /// - Parameter completion: what a shell offers; nil: the vocabulary, where there is one.
    package init(_ choice: ScenarioChoice, completion: CompletionKind? = nil) {
        guard let option = choice.option else { preconditionFailure("\(choice.path) is declared without an option") }
        let values = option.words.isEmpty ? "" : " (values: \(option.words.joined(separator: ", ")))"
        var help = ArgumentHelp(stringLiteral: option.help + values)
        help.valueName = option.valueName
        self.init(
            name: .customLong(option.name), help: help,
            completion: completion ?? (option.words.isEmpty ? nil : .list(option.words)),
            transform: { try ChoiceStatement(choice, $0) })
    }
}
