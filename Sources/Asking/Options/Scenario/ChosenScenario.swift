import AllowedRegion
import CurveArchive
import CurveFormats
import Files
import Foundation
import Scenarios
import VOTable

/// A scenario as it was named: one that ships, a file's, or that of an earlier answer.
package struct ChosenScenario {
    package var scenario: Scenario
    /// The earlier answer, where that is what was named.
    package var run: RecordedRun?
    /// Whether a file was named.
    package private(set) var isFile = true

    /// The files that an earlier answer names are looked for beside it, and then from the working directory.
    /// - Throws: ``ScenarioError``, ``ScenarioLibraryError``, ``ReadingError``
    package init(_ name: String) throws {
        do { try self.init(reading: name) } catch let error as ScenarioError {
            throw ErrorReport("\(ErrorText.whole(name)): \(ErrorText.of(error))", code: ExitStatus.badData)
        }
    }

    private init(reading name: String) throws {
        let folder = directory(of: name)
        func find(_ file: String) -> String {
            guard !file.hasPrefix("/"), folder != "." else { return file }
            let beside = folder == "/" ? "/\(file)" : "\(folder)/\(file)"
            return fileExists(beside) ? beside : file
        }
        if name.hasSuffix(".json") {
            let bytes = try readInput(name, limit: RecordedRun.greatestSize)
            (scenario, run) = Self.parts(try RecordedRun(json: bytes, finding: find))
        } else if name.hasSuffix(".vot") {
            (scenario, run) = Self.parts(try RecordedRun(Self.document(name), finding: find))
        } else if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            scenario = try Scenario(yaml: try readInput(name, limit: 1 << 20))
        } else {
            scenario = try Scenario.shipped(name)
            isFile = false
        }
    }

    /// What `scenario show` printed is no earlier answer.
    private static func parts(_ recorded: RecordedRun) -> (Scenario, RecordedRun?) {
        (recorded.scenario, recorded.inputs == nil ? nil : recorded)
    }

    /// The table of a map. That of the usual grid has five megabytes.
    private static func document(_ path: String) throws -> VOTableDocument {
        var limits = ReadingLimits.standard
        limits.inputBytes = greatestInput
        limits.inflatedBytes = greatestInput
        limits.cells = 4_000_000
        let bytes = try readInput(path)
        do throws(VOTableError) { return try VOTableDocument(bytes, limits: limits) } catch {
            throw ErrorReport(
                "'\(ErrorText.clipped(path))' can't be read as the table of a map: \(error.explanation)",
                code: ExitStatus.badData)
        }
    }

    /// What was fetched for the scenario and the user's own bounds join, but for an earlier answer, which had its own.
    /// - Throws: ``AlternativesError``
    package mutating func join(_ own: [String], of catalogue: Catalogue) throws {
        guard run == nil else { return }
        scenario.takeFetched(among: catalogue.stems)
        let paths = ArchivePaths.ofProcess
        let taken =
            scenario.ownBounds == .named
            ? own.filter { catalogue.origins(of: $0).first.map { !$0.isOwn(paths) } ?? true } : own
        try scenario.join(taken, .init(of: taken, in: catalogue))
        guard isFile, Scenario.shippedNames.contains(scenario.name) else { return }
        // A file that keeps the name of a shipped scenario and chooses otherwise does not pass for it.
        var shipped = try ChosenScenario(scenario.name)
        shipped.scenario.ownBounds = scenario.ownBounds
        try shipped.join(own, of: catalogue)
        scenario.nameChanges(from: shipped.scenario)
    }

    /// That documents, code and files are those of the earlier answer. One that does not say which documents it had is
    /// warned of.
    /// - Parameters:
    ///   - given: the documents made for this run.
    ///   - byOptions: the stems of those that options made, of which the earlier answer can't know.
    /// - Throws: ``RecordedRunError``
    package func checkInputs(
        in catalogue: Catalogue, of scenario: Scenario, given: [CatalogueEntry], byOptions: [String]
    ) throws {
        guard let recorded = run?.inputs else { return }
        var unchecked: [String] = []
        for stem in scenario.stems where !byOptions.contains(stem) {
            guard recorded.documents[stem] != nil else {
                unchecked.append(stem)
                continue
            }
            let isHere = catalogue.stems.contains(stem) || given.contains { $0.stem == stem }
            guard isHere else { throw RecordedRunError.missingDocument(stem: stem) }
            let entry = try given.first { $0.stem == stem } ?? catalogue.entry(for: stem)
            try recorded.check(document: entry.sha256, code: entry.code?.sha256, of: stem)
        }
        try recorded.check(files: scenario.filesRead)
        guard !unchecked.isEmpty else { return }
        Console.warn(
            "the earlier answer does not say which documents it had of \(ErrorText.list(unchecked)): those at hand are taken"
        )
    }
}

extension CurveOrigin {
    /// Whether it is in one of the user's own folders.
    fileprivate func isOwn(_ paths: ArchivePaths) -> Bool {
        switch self {
        case .user(let path), .refreshed(let path, _), .plugin(let path): paths.isOwn(path)
        case .bundled, .given, .overlay: false
        }
    }
}
