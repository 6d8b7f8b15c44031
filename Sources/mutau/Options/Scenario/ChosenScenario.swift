import CurveArchive
import Files
import Scenarios

/// A scenario as it was named: one that ships, a file's, or that of an earlier answer.
struct ChosenScenario {
    var scenario: Scenario
    /// The earlier answer, where that is what was named.
    var run: RecordedRun?

    /// - Throws: ``ScenarioError``, ``ScenarioLibraryError``, ``ReadingError``
    init(_ name: String) throws {
        if name.hasSuffix(".json") {
            let recorded = try RecordedRun(json: try readInput(name, limit: RecordedRun.greatestSize))
            (scenario, run) = (recorded.scenario, recorded)
        } else if name.hasSuffix(".vot") {
            throw ErrorReport(
                "'\(ErrorText.clipped(name))' is a VOTable, which holds no scenario that could be read: name the summary.json "
                    + "that a map has beside it, or a scenario's YAML file", code: ExitStatus.badData)
        } else if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            scenario = try Scenario(yaml: String(decoding: try readInput(name, limit: 1 << 20), as: UTF8.self))
        } else {
            scenario = try Scenario.shipped(name)
        }
    }

    /// The user's own bounds join, but for an earlier answer, which had its own.
    /// - Throws: ``AlternativesError``
    mutating func join(_ own: [String], of catalogue: Catalogue) throws {
        if run == nil { try scenario.join(own, .init(of: own, in: catalogue)) }
    }

    /// That the documents are those of the earlier answer.
    /// - Parameter given: stems of documents that the options bring along.
    /// - Returns: the stems of which the earlier answer names no document, so that nobody can tell.
    /// - Throws: ``RecordedRunError``
    func checkDocuments(in catalogue: Catalogue, of scenario: Scenario, given: [String]) throws -> [String] {
        guard let run else { return [] }
        var unchecked: [String] = []
        for stem in scenario.stems where !given.contains(stem) {
            guard let recorded = run.digests[stem] else {
                unchecked.append(stem)
                continue
            }
            guard catalogue.stems.contains(stem) else { throw RecordedRunError.missingDocument(stem: stem) }
            let found = SHA256(of: try catalogue.entry(for: stem).contents).hexadecimal
            guard found == recorded else {
                throw RecordedRunError.otherDocument(stem: stem, recorded: recorded, found: found)
            }
        }
        return unchecked
    }
}
