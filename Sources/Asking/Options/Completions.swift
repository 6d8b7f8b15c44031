import Answers
import ArgumentParser
import CurveArchive
import Foundation
import Physics
import Scenarios

/// What a shell offers where a word is to be completed. It waits for each answer: documents are listed, and not read.
package enum Completions {
    /// The stems of all bounds at hand.
    package static let stems = CompletionKind.custom { _, _, _ in known }

    /// Several of them, with commas between.
    package static let stemLists = CompletionKind.custom { _, _, prefix in list(known, after: prefix) }

    /// The stems that the user added or refreshed.
    package static let ownStems = CompletionKind.custom { _, _, _ in
        known.filter { !bundled.contains($0) }
    }

    /// The scenarios that ship, and files that are one or name one.
    package static let scenarios = CompletionKind.custom { _, _, prefix in
        Scenario.shippedNames + files(completing: prefix, endings: ["yaml", "yml", "json", "vot"])
    }

    /// The data sets that the program carries, and files of others; with commas between.
    package static let dataSets = CompletionKind.custom { _, _, prefix in
        let last = lastName(of: prefix)
        return list(
            DataSetLibrary().names + files(completing: last, endings: ["vot", "csv", "xml", "gz"]), after: prefix)
    }

    package static let parameterSets = CompletionKind.custom { _, _, _ in ParameterSet.all.map(\.name) }

    package static let schemas = CompletionKind.custom { _, _, _ in AnswerSchemas.all.map(\.name) }

    private static var bundled: Set<String> { Set(BundledFiles.ofProgram.stems) }

    private static var known: [String] {
        Catalogue(paths: ArchivePaths(environment: ProcessInfo.processInfo.environment)).stems
    }

    /// What stands behind the last comma.
    private static func lastName(of prefix: String) -> String {
        prefix.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }

    /// Each name behind those that are written already.
    private static func list(_ names: [String], after prefix: String) -> [String] {
        let written = prefix.dropLast(lastName(of: prefix).count)
        let taken = Set(written.split(separator: ",").map(String.init))
        return names.filter { !taken.contains($0) }.map { written + $0 }
    }

    /// The files that a path may go on to, and the folders on the way.
    private static func files(completing prefix: String, endings: Set<String>) -> [String] {
        let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
        let url = URL(filePath: folder.isEmpty ? "." : folder)
        // A folder that can't be listed has nothing to offer.
        guard
            case .success(let found) = Result(catching: {
                try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [.isDirectoryKey])
            })
        else { return [] }
        return found.compactMap { file in
            let name = folder + file.lastPathComponent
            guard !file.lastPathComponent.hasPrefix("."), name.hasPrefix(prefix) else { return nil }
            return file.hasDirectoryPath ? name + "/" : endings.contains(file.pathExtension) ? name : nil
        }.sorted()
    }
}
