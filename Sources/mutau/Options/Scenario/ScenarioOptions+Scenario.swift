import ArgumentParser
import ConstraintKit
import CurveArchive
import Files
import NA64Mu
import Scenarios

extension ScenarioOptions {
    /// The scenario as the options change it, and documents made for this run alone.
    func request(catalogue: Catalogue) throws -> (scenario: Scenario, overlays: [CatalogueEntry]) {
        var chosen = try ChosenScenario(scenario)
        chosen.join(catalogue.ownStems)
        var scenario = chosen.scenario
        for statement in [bounds.mixing, crossSection, parameters, bounds.cl, solver, tolerance] {
            try statement?.make(in: &scenario)
        }
        try neutrinos.change(&scenario)
        try sources.change(&scenario)
        try iceCube.change(&scenario)
        let prediction = try bounds.gMinus2.map(GMinus2Prediction.init)
        let scaled = try bounds.muonsOnTarget.map { try Self.scaledNA64(to: $0, from: catalogue) }
        let overlays = [prediction?.given, scaled].compactMap(\.self) + (try bounds.overlay.entries(beside: catalogue))
        let known = catalogue.stems + overlays.map(\.stem)
        if let only = bounds.only { scenario.keep(only: try Self.stems(only, known: known)) }
        if let without = bounds.without { scenario.leaveOut(Set(try Self.stems(without, known: known))) }
        // What is asked for by an option of its own counts in any choice of bounds.
        if let prediction { scenario.count(prediction) }
        if let scaled, !scenario.bounds.contains(scaled.stem) { scenario.bounds.append(scaled.stem) }
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

    /// The projection of the measured limit of NA64μ to a number of muons.
    private static func scaledNA64(to muons: Double, from catalogue: Catalogue) throws -> CatalogueEntry {
        let measured = try catalogue.entry(for: "na64mu-2024").document
        return CatalogueEntry(given: try NA64MuBound.scaled(measured, toMuonsOnTarget: muons))
    }
}
