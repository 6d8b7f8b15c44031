import ArgumentParser
import ConstraintKit
import CurveArchive
import Files
import NA64Mu
import Scenarios

extension Scenario {
    /// A shipped scenario by its name, or that of a YAML file.
    static func named(_ name: String) throws -> Scenario {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            return try Scenario(yaml: String(decoding: try readInput(name, limit: 1 << 20), as: UTF8.self))
        }
        return try Scenario.shipped(name)
    }
}

extension ScenarioOptions {
    /// The scenario as the options change it, and documents made for this run alone.
    func request(catalogue: Catalogue) throws -> (scenario: Scenario, overlays: [CatalogueEntry]) {
        var scenario = try Scenario.named(scenario)
        scenario.join(catalogue.ownStems)
        if let mixing = bounds.mixing { scenario.conventions.kineticMixing = mixing }
        if let crossSection { scenario.conventions.crossSection = crossSection }
        if let parameters { scenario.conventions.parameterSet = parameters }
        if let level = bounds.cl { scenario.conventions.confidenceLevel = level }
        if let solver { scenario.solver = solver }
        if let tolerance {
            guard tolerance >= 1e-6, tolerance <= 0.1 else {
                throw ValidationError("--tolerance \(tolerance) is out of range: give a number from 1e-6 to 0.1")
            }
            scenario.tolerance = tolerance
        }
        try neutrinos.change(&scenario.neutrinos)
        try sources.change(&scenario)
        try iceCube.change(&scenario.iceCube)
        let prediction = try bounds.gMinus2.map(GMinus2Prediction.init)
        let scaled = try bounds.muonsOnTarget.map { try Self.scaledNA64(to: $0, from: catalogue) }
        let overlays = [prediction?.given, scaled].compactMap(\.self) + (try bounds.overlay.entries(beside: catalogue))
        let known = catalogue.stems + overlays.map(\.stem)
        if let only = bounds.only { scenario.keep(only: try Self.stems(only, known: known)) }
        if let without = bounds.without { scenario.leaveOut(Set(try Self.stems(without, known: known))) }
        // What is asked for by an option of its own counts in any choice of bounds.
        if let prediction { scenario.count(prediction) }
        if let scaled, !scenario.bounds.contains(scaled.stem) { scenario.bounds.append(scaled.stem) }
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
