import Assessment
import CurveArchive
import CurveFormats
import Files
import Physics
import Scenarios

/// Makes the documents of bounds that no catalogue holds, from what a scenario says of them.
package struct GivenDocuments {
    package let catalogue: Catalogue
    package let linkedBounds: LinkedBounds
    /// The earlier answer that the scenario is from.
    package let run: RecordedRun?

    /// The files that the scenario lays over its bounds, and the paths of those that an earlier answer had and that are
    /// gone: what the options leave out is not wanted.
    package func laidOver(in scenario: Scenario) throws -> (present: [CatalogueEntry], missing: [String]) {
        var present: [CatalogueEntry] = []
        var missing: [String] = []
        for path in scenario.overlays {
            do { present += try [path].entries(beside: catalogue) } catch ReadingError.unreadable(_, let cause)
                where run != nil && cause.isMissing
            {
                missing.append(path)
            }
        }
        return (present, missing)
    }

    /// That no bound is left whose file is gone.
    ///
    /// - Parameter here: the stems of all documents at hand.
    /// - Throws: ``RecordedRunError/missingOverlay(path:stems:)``
    package func check(_ missing: [String], in scenario: Scenario, here: [String]) throws {
        guard let path = missing.first else { return }
        let stems = scenario.stems.filter { !here.contains($0) }
        guard stems.isEmpty else { throw RecordedRunError.missingOverlay(path: path, stems: stems) }
    }

    /// The projections of the limits that muons on target scale; none where the scenario names no number of them.
    package func scaled(in scenario: Scenario) throws -> [CatalogueEntry] {
        guard let value = scenario.muonsOnTarget else { return [] }
        let exposure = Exposure.muonsOnTarget
        let scaled = try catalogue.stems(scaledBy: exposure).map {
            CatalogueEntry(
                given: try catalogue.entry(for: $0).document.scaled(
                    to: value, exposure, background: scenario.background ?? 0))
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

    /// Which of them a scenario takes that does not name them: those of its own bounds, or all where none of these scales.
    ///
    /// The same measurement may stand in two documents, one drawn and one computed.
    package func projections(in scenario: Scenario) throws -> [String] {
        let scaled = try scaled(in: scenario).map(\.stem)
        // To find what scales, every document at hand is read: a sixth of the time that one point takes.
        guard !scaled.isEmpty else { return [] }
        let own = zip(catalogue.stems(scaledBy: .muonsOnTarget), scaled).filter { scenario.stems.contains($0.0) }
        return own.isEmpty ? scaled : own.map(\.1)
    }

    /// The prediction of muon g−2 that the scenario states as a difference; empty where it states none.
    package func difference(in scenario: Scenario, _ laidOver: [CatalogueEntry]) throws -> [CatalogueEntry] {
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
    package func checkStems() throws {
        var seen: Set<String> = []
        for entry in self where !seen.insert(entry.stem).inserted {
            throw ErrorReport(
                "two overlays call themselves '\(entry.stem)': one of them needs another stem", code: ExitStatus.usage)
        }
    }
}
