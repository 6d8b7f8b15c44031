import Assessment
import CurveArchive
import CurveFormats
import Files
import Physics
import Scenarios

/// Makes the documents of bounds that no catalogue holds, from what a scenario says of them.
struct GivenDocuments {
    let catalogue: Catalogue
    let linkedBounds: LinkedBounds
    /// The earlier answer that the scenario is from.
    let run: RecordedRun?

    /// The files that the scenario lays over its bounds.
    /// - Throws: ``RecordedRunError/missingFile(name:)`` where an earlier answer had one that is gone.
    func laidOver(in scenario: Scenario) throws -> [CatalogueEntry] {
        do { return try scenario.overlays.entries(beside: catalogue) } catch ReadingError.unreadable(
            let path, let cause)
            where run != nil && cause.isMissing
        {
            throw RecordedRunError.missingFile(name: path)
        }
    }

    /// The projections of the limits that muons on target scale; none where the scenario names no number of them.
    func scaled(in scenario: Scenario) throws -> [CatalogueEntry] {
        guard let value = scenario.muonsOnTarget else { return [] }
        let exposure = Exposure.muonsOnTarget
        let scaled = try catalogue.stems(scaledBy: exposure).map {
            CatalogueEntry(given: try catalogue.entry(for: $0).document.scaled(to: value, exposure))
        }
        guard !scaled.isEmpty else {
            throw ErrorReport(
                "no document at hand says that its limit scales with \(exposure.words) "
                    + "('\(CardField.exposure.key): \(exposure.rawValue)')", code: ExitStatus.badData)
        }
        if let stem = Dictionary(grouping: scaled, by: \.stem).first(where: { $0.value.count > 1 })?.key {
            throw ErrorReport(
                "two limits that scale with \(exposure.words) would both be called '\(stem)': one needs another stem",
                code: ExitStatus.badData)
        }
        return scaled
    }

    /// The prediction of muon g−2 that the scenario states as a difference; empty where it states none.
    func difference(in scenario: Scenario, _ laidOver: [CatalogueEntry]) throws -> [CatalogueEntry] {
        guard let difference = scenario.gMinus2Difference else { return [] }
        let declared = DeclaredAlternatives(in: catalogue, given: laidOver)
        guard let entry = try linkedBounds.document(of: difference, declared) else {
            throw ErrorReport(
                "nothing in this program makes a bound of the difference '\(difference.text)' of muon g−2",
                code: ExitStatus.badData)
        }
        return [entry]
    }
}

extension [CatalogueEntry] {
    /// - Throws: ``ErrorReport`` where two have one stem.
    func checkStems() throws {
        var seen: Set<String> = []
        for entry in self where !seen.insert(entry.stem).inserted {
            throw ErrorReport(
                "two overlays call themselves '\(entry.stem)': one of them needs another stem", code: ExitStatus.usage)
        }
    }
}
