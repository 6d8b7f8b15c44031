import ConstraintKit
import CurveArchive
import CurveFormats
import Files
import Scenarios

extension BoundOptions {
    /// Lets the bounds that `--count` names decide. What a scenario's file lets decide must be at hand too: a slip of the pen
    /// would pass for a bound that informs.
    package func count(
        in scenario: inout Scenario, _ catalogue: Catalogue, _ given: [CatalogueEntry], known: [String]
    ) throws {
        if let stem = scenario.stems.first(where: { !known.contains($0) }) {
            throw CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: known))
        }
        scenario.decides = try scenario.decides.flatMap { try ScenarioOptions.stems($0, known: known) }
        for stem in scenario.decides {
            guard let reason = try Self.reason(ofItself: stem, in: scenario, catalogue, given) else { continue }
            throw ErrorReport("'decides' of the scenario names '\(stem)': \(reason)", code: ExitStatus.badData)
        }
        let named = try count.flatMap { try ScenarioOptions.stems($0, known: known) }
        for stem in named where !scenario.decides.contains(stem) {
            if let reason = try Self.reason(against: stem, in: scenario, catalogue, given) {
                throw ErrorReport("--count \(stem): \(reason)", code: ExitStatus.usage)
            }
            if try Self.entry(of: stem, catalogue, given).document.card.lacksToDecide.isEmpty {
                Console.warn("--count \(stem): it decides already, and the scenario stays as it is")
                continue
            }
            scenario.decides.append(stem)
        }
    }

    /// Why a bound can't be let decide; nil where it can.
    private static func reason(
        against stem: String, in scenario: Scenario, _ catalogue: Catalogue, _ given: [CatalogueEntry]
    ) throws -> String? {
        if scenario.alternatives.contains(where: { $0.others.contains(stem) }) {
            return "it is one of several predictions that exclude one another, and --alternative lets it count"
        }
        return try reason(ofItself: stem, in: scenario, catalogue, given)
    }

    /// The same whatever counts among alternatives, which an option may have turned round.
    private static func reason(
        ofItself stem: String, in scenario: Scenario, _ catalogue: Catalogue, _ given: [CatalogueEntry]
    ) throws -> String? {
        guard scenario.stems.contains(stem) else { return "it takes no part in the scenario \(scenario.name)" }
        let card = try entry(of: stem, catalogue, given).document.card
        return card.kind == .observed ? nil : "it is a \(card.kind.words), and an observed limit alone excludes"
    }

    private static func entry(of stem: String, _ catalogue: Catalogue, _ given: [CatalogueEntry]) throws
        -> CatalogueEntry
    {
        try given.first { $0.stem == stem } ?? catalogue.entry(for: stem)
    }
}
