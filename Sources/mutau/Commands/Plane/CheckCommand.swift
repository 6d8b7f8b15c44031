import AllowedRegion
import Answers
import ArgumentParser
import Assessment
import ConstraintKit
import CurveArchive
import Scenarios

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a point is allowed, which bounds exclude it, and how far it lies from each limit.",
        usage: """
            mutau check <mass> <coupling> [<options>]
            mutau check --points <file> [<options>]
            """,
        discussion: """
            A point is allowed, excluded, or unconstrained where no deciding bound says anything; --exit-code tells that as \
            exit code 0, 1 or 2.
            """)

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: readMass)
    var mass: Mass?

    @Argument(help: "The gauge coupling g′.", transform: readCoupling)
    var coupling: Coupling?

    @Option(
        help: ArgumentHelp(
            "Check many points: CSV with the header mass_MeV,coupling; '-' for standard input. One line each comes back.",
            valueName: "file"))
    var points: String?

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    @Flag(
        help:
            """
            Say of each bound what it rests on, as a referee would have it: document, place in it, rule, margin, assumptions; then \
            its card.
            """)
    var explain = false

    @Flag(help: "Give the standing as the exit code.")
    var exitCode = false

    func validate() throws {
        guard points == nil ? coupling != nil : mass == nil else {
            throw ValidationError("give a mass and a coupling, or a file of them with --points")
        }
        guard points == nil || !(explain || exitCode) else {
            throw ValidationError("--explain and --exit-code are about one point; --points gives each its standing")
        }
    }

    func run() throws {
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        let analysis = try ingredients.analysis(of: request)
        let list = try points.map(PointList.init)
        let missing = try analysis.boundSet.missing
        // Points of a list are read one after another: only a single one is known before the search.
        let asked = mass.flatMap { mass in coupling.map { [(mass: mass, coupling: $0)] } } ?? []
        let combined = try analysis.scenario.combined(for: output) {
            try analysis.combinedLikelihood(for: asked)
        }
        if let list { return try list.check(analysis, combined, missing, format: output.format.ofAnswer) }
        guard let mass, let coupling else { return }
        let assessment = try analysis.assessment(mass: mass, coupling: coupling, combined, withOtherSpectrum: true)
        let report = AssessmentReport(
            assessment,
            elsewhere: try ingredients.elsewhere(than: scenario.scenario, analysis, request).map {
                $0.verdicts(mass: mass, coupling: coupling)
            },
            explained: explain ? try analysis.scenario.conventionsOfBounds : nil, missing: missing)
        try Console.write(report, as: output)
        guard exitCode else { return }
        switch assessment.standing {
        case .allowed: return
        case .excluded: throw ExitCode(1)
        case .unconstrained: throw ExitCode(2)
        }
    }
}
