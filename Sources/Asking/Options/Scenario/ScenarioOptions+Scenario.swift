import ArgumentParser
import Assessment
import CurveArchive
import CurveFormats
import Files
import Scenarios

/// What an answer is made from: a scenario as the options change it, and the documents made for this run alone.
package struct ScenarioRequest: Sendable {
    package var scenario: Scenario
    package var overlays: [CatalogueEntry]
    /// What the earlier answer was made from, where one was named as the scenario.
    package var recorded: RunInputs?
    /// The file that alone says the scenario; nil where the program has it, or options change it.
    package var file: String?
    /// Whether that answer may be a fit: it is none where it has the points of a map.
    package var isOfFit = false
}

extension ScenarioRequest {
    /// Does what the scenario may be refused in: what is wrong with a file is said of the file.
    package func checked<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw file.map { ErrorReport.fault(error, ofFile: $0) } ?? error }
    }
}

extension ScenarioOptions {
    /// The scenario as the options change it, and documents made for this run alone.
    package func request(catalogue: Catalogue, linkedBounds: LinkedBounds) throws -> ScenarioRequest {
        var chosen = try ChosenScenario(scenario)
        // An answer says so, and can be made again.
        if places.ignoreOwn, chosen.run == nil, chosen.scenario.ownBounds == .all { chosen.scenario.ownBounds = .named }
        try chosen.join(try catalogue.ownStems, of: catalogue)
        var scenario = chosen.scenario
        let maker = GivenDocuments(catalogue: catalogue, linkedBounds: linkedBounds, run: chosen.run)
        // What an option makes takes the place of what the scenario made in that way.
        if bounds.muonsOnTarget != nil { scenario.leaveOut(Set(try maker.scaled(in: scenario).map(\.stem))) }
        let statements = [
            bounds.mixing, crossSection, parameters, bounds.cl, bounds.neffMax, bounds.muonsOnTarget,
            bounds.background, bounds.combination, solver, tolerance,
        ]
        for statement in statements {
            try statement?.make(in: &scenario)
        }
        if bounds.background != nil, scenario.muonsOnTarget == nil {
            throw ErrorReport(
                "--background is of what limits become with more muons: give --muons-on-target", code: ExitStatus.usage)
        }
        try neutrinos.change(&scenario)
        try sources.change(&scenario)
        try iceCube.change(&scenario)
        let (laidOverBefore, missing) = try maker.laidOver(in: scenario)
        scenario.overlays.removeAll { missing.contains($0) }
        let laidOver = try laidOverBefore + bounds.overlay.entries(beside: catalogue)
        try laidOver.checkStems()
        let choices = try bounds.choices(catalogue, laidOver, linkedBounds)
        if let difference = choices.made.compactMap(\.difference).last {
            scenario.leaveOut(Set(try maker.difference(in: scenario, laidOver).map(\.stem)))
            scenario.gMinus2Difference = difference
        }
        let scaled = try maker.scaled(in: scenario)
        let projections = try maker.projections(in: scenario)
        let given = try maker.difference(in: scenario, laidOver) + scaled + laidOver
        let here = catalogue.stems + given.map(\.stem)
        // A bound of an earlier answer has a name, and can be left out, where its document is gone.
        let known = chosen.run == nil ? here : here + scenario.stems
        if let only = bounds.only {
            let only = try Self.stems(only, known: known)
            try scenario.keep(only: only, .init(of: only, in: catalogue, given: laidOver))
        }
        if let without = bounds.without { scenario.leaveOut(Set(try Self.stems(without, known: known))) }
        // What is asked for by an option of its own counts in any choice of bounds.
        for entry in laidOver.suffix(bounds.overlay.count) where !scenario.stems.contains(entry.stem) {
            try scenario.take(entry.stem, .init(of: [], in: catalogue, given: [entry]))
        }
        for choice in choices.made { scenario.count(choice.stem, in: choice.group, choices.among) }
        if bounds.muonsOnTarget != nil {
            scenario.bounds += projections.filter { !scenario.bounds.contains($0) }
        }
        do { try bounds.count(in: &scenario, catalogue, given, known: known) } catch {
            // What is wrong with a file is said of the file; with --count it may be the option's.
            guard chosen.isFile, bounds.count.isEmpty, let report = ErrorReport(of: error) else { throw error }
            throw ErrorReport("in '\(ErrorText.whole(self.scenario))': \(report.message)", code: report.code)
        }
        try maker.check(missing, in: scenario, here: here)
        let stems = Set(scenario.stems)
        let taking = given.filter { stems.contains($0.stem) }
        scenario.overlays = zip(scenario.overlays + bounds.overlay, laidOver).filter { stems.contains($1.stem) }.map(
            \.0)
        if !scaled.contains(where: { stems.contains($0.stem) }) {
            (scenario.muonsOnTarget, scenario.background) = (nil, nil)
        }
        if !taking.contains(where: { $0.origin == .given && !scaled.contains($0) }) { scenario.gMinus2Difference = nil }
        try chosen.checkInputs(
            in: catalogue, of: scenario, given: taking, byOptions: stemsByOptions(scaled, laidOver, choices.made))
        scenario.nameChanges(from: chosen.scenario)
        return ScenarioRequest(
            scenario: scenario, overlays: taking, recorded: chosen.run?.inputs,
            file: chosen.isFile && scenario == chosen.scenario ? self.scenario : nil,
            isOfFit: chosen.run.map { $0.plane == nil } ?? false)
    }

    /// The stems of documents that options of this run have made, of which an earlier answer can say nothing.
    private func stemsByOptions(
        _ scaled: [CatalogueEntry], _ laidOver: [CatalogueEntry], _ choices: [AlternativeChoice]
    ) -> [String] {
        (bounds.muonsOnTarget == nil && bounds.background == nil ? [] : scaled.map(\.stem))
            + laidOver.suffix(bounds.overlay.count).map(\.stem)
            + choices.filter { $0.difference != nil }.map(\.stem)
    }

    package static func names(_ list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    }

    /// The stems of a list, each once: a bound that is named twice counts once.
    /// - Throws: ``CatalogueError/unknownStem(_:meant:)``
    package static func stems(_ list: String, known: [String]) throws -> [String] {
        var stems: [String] = []
        for stem in names(list) where !stems.contains(stem) {
            guard known.contains(stem) else {
                throw CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: known))
            }
            stems.append(stem)
        }
        return stems
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
