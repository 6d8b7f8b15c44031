import ArgumentParser
import Assessment
import CurveArchive
import CurveFormats
import Files
import Physics
import Scenarios

extension ScenarioOptions {
    /// The scenario as the options change it, and documents made for this run alone.
    func request(
        catalogue: Catalogue, linkedBounds: LinkedBounds
    ) throws -> (scenario: Scenario, overlays: [CatalogueEntry]) {
        var chosen = try ChosenScenario(scenario)
        try chosen.join(catalogue.ownStems, of: catalogue)
        var scenario = chosen.scenario
        for statement in [bounds.mixing, crossSection, parameters, bounds.cl, solver, tolerance] {
            try statement?.make(in: &scenario)
        }
        try neutrinos.change(&scenario)
        try sources.change(&scenario)
        try iceCube.change(&scenario)
        let laidOver = try bounds.overlay.entries(beside: catalogue)
        let choices = try bounds.choices(catalogue, laidOver, linkedBounds)
        let scaled = try bounds.muonsOnTarget.map { try Self.scaled(to: $0, .muonsOnTarget, of: catalogue) } ?? []
        let overlays = choices.made.compactMap(\.given) + scaled + laidOver
        let known = catalogue.stems + overlays.map(\.stem)
        if let only = bounds.only {
            let only = try Self.stems(only, known: known)
            try scenario.keep(only: only, .init(of: only, in: catalogue, given: laidOver))
        }
        if let without = bounds.without { scenario.leaveOut(Set(try Self.stems(without, known: known))) }
        // What is asked for by an option of its own counts in any choice of bounds.
        for entry in laidOver where !scenario.stems.contains(entry.stem) {
            try scenario.report(entry.stem, .init(of: [], in: catalogue, given: [entry]))
        }
        for choice in choices.made { scenario.count(choice.stem, in: choice.group, choices.among) }
        scenario.bounds += scaled.map(\.stem).filter { !scenario.bounds.contains($0) }
        let unchecked = try chosen.checkDocuments(in: catalogue, of: scenario, given: overlays.map(\.stem))
        if !unchecked.isEmpty {
            Console.warn(
                "the earlier answer does not say which documents it had of \(ErrorText.list(unchecked)): those at hand are "
                    + "taken")
        }
        return (scenario, overlays)
    }

    static func names(_ list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    }

    /// The stems of a list, each once: a bound that is named twice counts once.
    /// - Throws: ``CatalogueError/unknownStem(_:nearest:)``
    static func stems(_ list: String, known: [String]) throws -> [String] {
        var stems: [String] = []
        for stem in names(list) where !stems.contains(stem) {
            guard known.contains(stem) else {
                throw CatalogueError.unknownStem(stem, nearest: nearestName(to: stem, among: known))
            }
            stems.append(stem)
        }
        return stems
    }

    /// The projections of the limits that an exposure scales.
    private static func scaled(
        to value: Double, _ exposure: Exposure, of catalogue: Catalogue
    ) throws -> [CatalogueEntry] {
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
}

extension BoundOptions {
    /// The alternatives that options make count, and among which.
    fileprivate func choices(
        _ catalogue: Catalogue, _ laidOver: [CatalogueEntry], _ linkedBounds: LinkedBounds
    ) throws -> (made: [AlternativeChoice], among: DeclaredAlternatives) {
        guard gMinus2 != nil || !alternative.isEmpty else { return ([], .none) }
        let declared = DeclaredAlternatives(in: catalogue, given: laidOver)
        let predictions = try gMinus2.map { [try AlternativeChoice(gMinus2: $0, declared, linkedBounds)] } ?? []
        return (predictions + (try alternative.map { try AlternativeChoice($0, declared) }), declared)
    }
}
