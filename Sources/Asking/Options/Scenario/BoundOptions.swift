import ArgumentParser
import Physics
import Scenarios

/// Which bounds count, and under which conventions.
package struct BoundOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp("Use these bounds and no others.", valueName: "stem,…"),
        completion: Completions.stemLists)
    package var only: String?

    @Option(help: ArgumentHelp("Leave these bounds out.", valueName: "stem,…"), completion: Completions.stemLists)
    package var without: String?

    @Option(
        help: ArgumentHelp(
            "Let this observed bound decide although its card names no publication or no confidence level; may be repeated.",
            valueName: "stem"), completion: Completions.stems)
    package var count: [String] = []

    @Option(
        help: ArgumentHelp(
            "Lay a curve over this answer without adding it: a file in any format that says all of itself; may be repeated.",
            valueName: "file"), completion: .file())
    package var overlay: [String] = []

    @Option(
        name: .customLong("g-minus-2"),
        help: ArgumentHelp(
            """
            Which prediction of muon g−2 counts: a known one\(NamesForHelp.predictions), or a difference such as \
            25e-10±6e-10. A difference of more than 2σ above zero prefers a band and excludes nothing; any other excludes above \
            Δa + 2σ, and every coupling where that is below zero, the Standard Model with it.
            """,
            valueName: "reference"), completion: NamesForHelp.completionOfPredictions)
    package var gMinus2: String?

    @Option(
        help: ArgumentHelp(
            "Of bounds that can't all hold, let this one count\(NamesForHelp.alternatives); may be repeated.",
            valueName: "stem"), completion: NamesForHelp.completionOfAlternatives)
    package var alternative: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Add what each limit that scales with muons on target\(NamesForHelp.scaledByMuons) becomes with \
            this many, by g′ ∝ (muons)^−½; of a scenario that has some of them, of these alone.
            """,
            valueName: "number"), transform: { try ChoiceStatement(.muonsOnTarget, $0) })
    package var muonsOnTarget: ChoiceStatement?

    @Option(ScenarioChoice.background) package var background: ChoiceStatement?
    @Option(ScenarioChoice.combination) package var combination: ChoiceStatement?
    @Option(ScenarioChoice.confidenceLevel) package var cl: ChoiceStatement?
    @Option(ScenarioChoice.kineticMixing) package var mixing: ChoiceStatement?
    @Option(ScenarioChoice.neffMax) package var neffMax: ChoiceStatement?
}
