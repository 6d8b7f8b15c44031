import AllowedRegion
import Answers
import ArgumentParser
import ConstraintKit
import Documents
import Scenarios

struct LimitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limit",
        abstract: "List the couplings that are allowed at a mass, or at many, and the bound that sets each edge.",
        usage: """
            mutau limit <mass> [<options>]
            mutau limit --masses <mass,…> [<options>]
            mutau limit --mass-range <lower:upper> [--points <points>] [<options>]
            """,
        discussion: """
            Of many masses every form has a record for each interval of couplings, or for a mass that has none; 'coverage' says \
            what is said of the couplings.
            """)

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: readMass)
    var mass: Mass?

    @OptionGroup var list: MassListOptions
    @OptionGroup var scenario: ScenarioOptions

    @Option(help: "The form of the answer.")
    var format: LimitFormat = .text

    func validate() throws {
        guard (mass != nil) != list.areGiven else {
            throw ValidationError("give one mass, or several with --masses or --mass-range")
        }
    }

    func run() throws {
        // Of many masses they are read before anything else: a wrong one is told at once.
        let masses = list.areGiven ? try list.all() : []
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        let boundSet = try ingredients.boundSet(of: request)
        guard let mass, format != .votable else {
            let masses = mass.map { [$0] } ?? masses
            let answers = try ingredients.allowedCouplings(boundSet, request, at: masses)
            let report = EnvelopeReport(answers, of: boundSet, missing: try boundSet.missing)
            return try Console.write(report, as: format.ofAnswer)
        }
        let combined = try boundSet.scenario.combined(isTold: format == .json) {
            let analysis = try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded))
            return try analysis.combinedCouplings(at: mass)
        }
        let report = AllowedCouplingsReport(
            boundSet.allowedCouplings(at: mass), combined: combined, missing: try boundSet.missing)
        try Console.write(report, as: format.ofAnswer)
    }
}

/// The form of what is allowed.
enum LimitFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, votable

    var ofAnswer: AnswerFormat {
        switch self {
        case .text: .text
        case .json: .json
        case .csv: .csv
        case .votable: .votable
        }
    }
}
