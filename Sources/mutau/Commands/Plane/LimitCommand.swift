import Answers
import ArgumentParser
import ConstraintKit

struct LimitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limit",
        abstract: "List the couplings that are allowed at a mass, and the bound that sets each edge.")

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: readMass)
    var mass: Mass

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let boundSet = try Ingredients(scenario.places).boundSet(scenario)
        let report = AllowedCouplingsReport(boundSet.allowedCouplings(at: mass), missing: try boundSet.missing)
        try Console.write(report, as: output)
    }
}
