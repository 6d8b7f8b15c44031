import AllowedRegion
import Answers
import ArgumentParser
import Asking
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

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: WrittenMass.init)
    var mass: WrittenMass?

    @Argument(help: "The gauge coupling g′.", transform: readCoupling)
    var coupling: Coupling?

    @OptionGroup(title: "Many points") var list: PointOptions
    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    @Flag(
        help:
            """
            Say of each bound what it rests on, as a referee would have it: document, place in it, rule, margin, assumptions; then \
            its card.
            """)
    var explain = false

    @Flag(name: .customLong("no-icecube"), help: "Leave IceCube's spectrum out.")
    var noIceCube = false

    @Flag(help: "Give the standing as the exit code.")
    var exitCode = false

    /// A point without an option, which is most of what is asked: the argument parser would reflect on every option first,
    /// a third of what the answer takes.
    ///
    /// - Returns: nil for all other words, those that are no point among them: the argument parser has to read them.
    static func ofPointAlone(_ words: [String]) -> CheckCommand? {
        guard words.count == 3, words[0] == _commandName, !words[1].hasPrefix("-"), !words[2].hasPrefix("-"),
            case .success(let mass) = Result(catching: { try WrittenMass(argument: words[1]) }),
            case .success(let coupling) = Result(catching: { try readCoupling(words[2]) })
        else { return nil }
        // Set here and not in an initialiser, where what is assigned to a flag would become its default.
        var command = CheckCommand()
        (command.mass, command.coupling) = (mass, coupling)
        (command.list, command.scenario, command.output) = (.unasked, .unasked, .unasked)
        (command.explain, command.noIceCube, command.exitCode) = (false, false, false)
        return command
    }

    func validate() throws {
        let points = list.points
        guard points == nil ? coupling != nil : mass == nil else {
            throw ValidationError("give a mass and a coupling, or a file of them with --points")
        }
        guard points == nil || !(explain || exitCode) else {
            throw ValidationError("--explain and --exit-code are about one point; --points gives each its standing")
        }
    }

    func run() throws {
        let mass = mass?.told(beside: coupling)
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        guard list.points == nil else { return try answerMany(ingredients, request) }
        guard let mass, let coupling else { return }
        let isCombined = output.format == .json || request.scenario.combination != .union
        // How bounds combine at a point is told of a search beyond it.
        let prepared = try prepared(ingredients, request, for: isCombined ? nil : (mass, coupling))
        let combined = try prepared.combined(inFull: output.format == .json, for: [(mass, coupling)])
        let assessment = try prepared.assessment(mass: mass, coupling: coupling, combined)
        let scenario = prepared.boundSet.scenario
        let report = AssessmentReport(
            assessment,
            elsewhere: try ingredients.elsewhere(than: self.scenario.scenario, scenario, request).map {
                $0.verdicts(mass: mass, coupling: coupling)
            },
            explained: explain ? try scenario.conventionsOfBounds : nil, missing: try prepared.boundSet.missing)
        try Console.write(report, as: output)
        guard exitCode else { return }
        switch assessment.standing {
        case .allowed: return
        case .excluded: throw ExitCode(1)
        case .unconstrained: throw ExitCode(2)
        }
    }

    private func prepared(
        _ ingredients: Ingredients, _ request: ScenarioRequest, for point: (mass: Mass, coupling: Coupling)? = nil
    ) throws -> PreparedScenario {
        try noIceCube
            ? PreparedScenario(boundSet: ingredients.boundSet(of: request))
            : PreparedScenario(ingredients.analysis(of: request, for: point))
    }

    private func answerMany(_ ingredients: Ingredients, _ request: ScenarioRequest) throws {
        // What is no table is told before anything is prepared.
        let run = try PointRun(list, output.format, isStrict: scenario.places.strict)
        let prepared = try prepared(ingredients, request)
        // Points of a list are read one after another: none is known before the search.
        let isProduct = prepared.boundSet.scenario.combination == .likelihood
        let combined =
            run.wantsRecords || isProduct ? try prepared.combined(inFull: true, for: []) : nil
        guard run.wantsRecords else {
            return try run.answer(
                with: PointBatch(prepared.boundSet, iceCube: prepared.analysis?.iceCube), hasIceCube: !noIceCube,
                singly: isProduct ? { prepared.columns(of: $0, combined) } : nil)
        }
        // As the columns have them: a command says the same in each form.
        let fits = try prepared.analysis.flatMap { try FitsOfPoints($0) }
        try run.answer(
            with: PointRecords(
                assess: { prepared.assessments(at: $0, combined, fits: fits) }, missing: prepared.boundSet.missing))
    }
}
