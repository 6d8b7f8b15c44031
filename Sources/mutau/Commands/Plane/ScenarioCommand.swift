import Answers
import ArgumentParser
import CurveArchive

struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "List the scenarios, or print all that one of them chooses.",
        subcommands: [ScenarioListCommand.self, ScenarioShowCommand.self])
}

struct ScenarioListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the scenarios that come with mutau.")

    @OptionGroup var output: FormatOptions

    func run() throws { try Console.write(try ScenarioListReport(), as: output) }
}

struct ScenarioShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a scenario with all its choices, as a file for --scenario.",
        discussion: """
            Options change what is printed: 'mutau scenario show paper --ordering inverted > mine.yaml'.
            """)

    @Argument(
        help: ArgumentHelp("A shipped scenario, a YAML file, or an answer of 'map' or 'fit'.", valueName: "name|file"))
    var name: String?

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard let name, scenario.scenario != ScenarioOptions.standard, scenario.scenario != name else { return }
        throw ValidationError("'\(ErrorText.clipped(name))' and --scenario name two scenarios: give one of them")
    }

    func run() throws {
        var options = scenario
        options.scenario = name ?? scenario.scenario
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(options)
        // What is printed can be used: what the options left of it is looked at, not what they changed.
        try request.checked { try request.scenario.checkNeutrinos() }
        try Console.write(ScenarioReport(request.scenario), as: output)
    }
}
