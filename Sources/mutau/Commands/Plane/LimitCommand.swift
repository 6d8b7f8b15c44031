import AllowedRegion
import Answers
import ArgumentParser
import ConstraintKit
import Scenarios

struct LimitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limit",
        abstract: "List the couplings that are allowed at a mass, and the bound that sets each edge.")

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: readMass)
    var mass: Mass

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        let boundSet = try ingredients.boundSet(of: request)
        let combined = try boundSet.scenario.combined(for: output) {
            let analysis = try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded))
            return try analysis.combinedCouplings(at: mass)
        }
        try Console.write(
            AllowedCouplingsReport(
                boundSet.allowedCouplings(at: mass), combined: combined, missing: try boundSet.missing), as: output)
    }
}
