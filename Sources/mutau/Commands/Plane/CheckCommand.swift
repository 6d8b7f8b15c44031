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
        guard list.points == nil else { return try answerMany() }
        try question?.answer()
    }

    /// nil where points are those of a file.
    var question: PointQuestion? {
        guard let mass, let coupling else { return nil }
        var question = PointQuestion(mass: mass, coupling: coupling)
        (question.scenario, question.format) = (scenario, output.format)
        (question.explain, question.noIceCube, question.exitCode) = (explain, noIceCube, exitCode)
        return question
    }

    private func answerMany() throws {
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        // What is no table is told before anything is prepared.
        let run = try PointRun(
            list, output.format, mixing: request.scenario.conventions.kineticMixing, isStrict: scenario.places.strict)
        let prepared = try ingredients.prepared(for: request, withIceCube: !noIceCube)
        let boundSet = prepared.boundSet
        // Points of a list are read one after another: none is known before the search.
        let isProduct = boundSet.scenario.combination == .likelihood
        let combined = run.wantsVerdicts || isProduct ? try prepared.combined(inFull: true, for: []) : nil
        let batch = try PointBatch(boundSet, iceCube: prepared.analysis?.iceCube)
        // As the columns have them: a command says the same in each form.
        let fits = run.wantsVerdicts ? try prepared.analysis.flatMap { try FitsOfPoints($0) } : nil
        try run.answer(
            with: batch, hasIceCube: !noIceCube,
            singly: isProduct ? { prepared.columns(of: $0, combined, numberCount: batch.numbers.count) } : nil,
            records: PointRecords(
                stream: PointStream(boundSet, missing: try boundSet.missing, version: ProgramVersion.text),
                verdicts: run.wantsVerdicts ? { prepared.assessments(at: $0, combined, fits: fits) } : nil))
    }
}
