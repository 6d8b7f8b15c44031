import AllowedRegion
import ArgumentParser
import ConstraintKit
import CurveArchive
import MuonGMinus2

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
        if let statistic { scenario.iceCube.treatment.statistic = statistic }
        if scenario.iceCube.treatment.statistic != .chi2, upperLimits != nil || errors != nil {
            throw ValidationError(
                "--upper-limits and --errors choose between forms of χ²; the likelihood has its own of both")
        }
        if let amplitude { scenario.iceCube.amplitude = amplitude.value }
        if let gamma { scenario.iceCube.gamma = gamma.value }
        var overlays: [CatalogueEntry] = []
        if let gMinus2 { overlays += try scenario.count(gMinus2: gMinus2) }
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
    static func stems(_ list: String, known: Set<String>) throws -> [String] {
        try names(list).map { stem in
            guard known.contains(stem) else {
                throw CatalogueError.unknownStem(stem, nearest: nearestName(to: stem, among: known.sorted()))
            }
            return stem
        }
    }
}

extension Scenario {
    /// The group of the predictions of muon g−2.
    private static let gMinus2Group = "muon g-2"
    private static let gMinus2Stems = ["wp20": "g-2-wp20", "bmw21": "g-2-bmw21", "wp25": "g-2-wp25"]

    /// Makes one prediction of muon g−2 count: a known one by its name, or a difference `VALUE±SIGMA`.
    fileprivate mutating func count(gMinus2 text: String) throws -> [CatalogueEntry] {
        let index =
            alternatives.firstIndex { $0.name == Self.gMinus2Group }
            ?? {
                alternatives.append(.init(name: Self.gMinus2Group, counts: "", others: []))
                return alternatives.count - 1
            }()
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
        let group = alternatives[index]
        alternatives[index].counts = stem
        alternatives[index].others = ([group.counts] + group.others).filter { $0 != stem && !$0.isEmpty }
        return overlays
    }

    fileprivate mutating func keep(only stems: [String]) {
        let grouped = Set(alternatives.flatMap { [$0.counts] + $0.others })
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
        let others = others.filter(isKept)
        guard isKept(counts) || !others.isEmpty else { return nil }
        return .init(name: name, counts: isKept(counts) ? counts : "", others: others)
    }
}
