import AllowedRegion
import ArgumentParser
import ConstraintKit
import CurveArchive
import MuonGMinus2
import NA64Mu

extension ScenarioOptions {
    /// The scenario as the options change it, and documents made for this run alone.
    func request(catalogue: Catalogue) throws -> (scenario: Scenario, overlays: [CatalogueEntry]) {
        var scenario = try namedScenario()
        if let mixing { scenario.conventions.kineticMixing = mixing }
        if let crossSection { scenario.conventions.crossSection = crossSection }
        if let parameters { scenario.conventions.parameterSet = parameters }
        if let cl { scenario.conventions.confidenceLevel = cl }
        if let ordering { scenario.neutrinos.ordering = ordering }
        if let sumOfMasses { scenario.neutrinos.sumOfMasses = sumOfMasses }
        if let data { scenario.iceCube.dataSets = Self.names(data) }
        if let upperLimits { scenario.iceCube.treatment.upperLimits = upperLimits }
        if let errors { scenario.iceCube.treatment.errors = errors }
        if let amplitude { scenario.iceCube.amplitude = amplitude.value }
        if let gamma { scenario.iceCube.gamma = gamma.value }
        var overlays: [CatalogueEntry] = []
        if let gMinus2 { overlays += try scenario.count(gMinus2: gMinus2) }
        if let muonsOnTarget { overlays.append(try scenario.addScaledNA64(to: muonsOnTarget, from: catalogue)) }
        let known = Set(catalogue.stems + overlays.map(\.stem))
        if let only { scenario.keep(only: try Self.stems(only, known: known)) }
        if let without { scenario.leaveOut(Set(try Self.stems(without, known: known))) }
        return (scenario, overlays)
    }

    private func namedScenario() throws -> Scenario {
        if scenario.contains("/") || scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml") {
            return try Scenario(yaml: String(decoding: try readInput(scenario, limit: 1 << 20), as: UTF8.self))
        }
        return try Scenario.shipped(scenario)
    }

    private static func names(_ list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    }

    /// - Throws: ``CatalogueError/unknownStem(_:nearest:)``
    private static func stems(_ list: String, known: Set<String>) throws -> [String] {
        try names(list).map { stem in
            guard known.contains(stem) else {
                throw CatalogueError.unknownStem(stem, nearest: nearestName(to: stem, among: known.sorted()))
            }
            return stem
        }
    }
}

extension Scenario {
    /// What the group of the predictions of muon g−2 is called where the scenario has none.
    private static let gMinus2Group = "muon g-2"
    private static let gMinus2Stems = ["wp20": "g-2-wp20", "bmw21": "g-2-bmw21", "wp25": "g-2-wp25"]

    /// Makes one prediction of muon g−2 count: a known one by its name, or a difference `VALUE±SIGMA`. All others that
    /// the scenario names, wherever it names them, are then only reported.
    fileprivate mutating func count(gMinus2 text: String) throws -> [CatalogueEntry] {
        let stem: String
        var overlays: [CatalogueEntry] = []
        if let known = Self.gMinus2Stems[text.lowercased()] {
            stem = known
        } else if let anomaly = AnomalyArgument(text) {
            let document = try MuonGMinus2Bound.document(value: anomaly.value, sigma: anomaly.sigma)
            stem = document.card.stem
            overlays = [CatalogueEntry(given: document)]
        } else {
            throw ValidationError(
                "'\(text)' is no reference of muon g−2: write wp20, bmw21, wp25 or a difference like 25e-10±6e-10")
        }
        let predictions = Set(Self.gMinus2Stems.values)
        let index = alternatives.firstIndex { !predictions.isDisjoint(with: $0.stems) }
        let others = (index.map { alternatives[$0].stems } ?? []) + bounds.filter(predictions.contains)
        bounds.removeAll(where: predictions.contains)
        let group = Alternatives(
            name: index.map { alternatives[$0].name } ?? Self.gMinus2Group, counts: stem,
            others: others.filter { $0 != stem })
        if let index { alternatives[index] = group } else { alternatives.append(group) }
        return overlays
    }

    /// Adds the projection of the measured limit of NA64μ to a number of muons.
    fileprivate mutating func addScaledNA64(to muons: Double, from catalogue: Catalogue) throws -> CatalogueEntry {
        let measured = try catalogue.entry(for: "na64mu-2024").document
        let entry = CatalogueEntry(given: try NA64MuBound.scaled(measured, toMuonsOnTarget: muons))
        bounds.append(entry.stem)
        return entry
    }

    fileprivate mutating func keep(only stems: [String]) {
        let grouped = Set(alternatives.flatMap(\.stems))
        bounds = stems.filter { !grouped.contains($0) }
        alternatives = alternatives.compactMap { $0.keeping { stems.contains($0) } }
    }

    fileprivate mutating func leaveOut(_ stems: Set<String>) {
        bounds.removeAll { stems.contains($0) }
        alternatives = alternatives.compactMap { $0.keeping { !stems.contains($0) } }
    }
}

extension Scenario.Alternatives {
    /// What is left of a group; where the one that counts is gone, none of the others takes its place.
    fileprivate func keeping(_ isKept: (String) -> Bool) -> Scenario.Alternatives? {
        guard stems.contains(where: isKept) else { return nil }
        return .init(name: name, counts: counts.flatMap { isKept($0) ? $0 : nil }, others: others.filter(isKept))
    }
}
