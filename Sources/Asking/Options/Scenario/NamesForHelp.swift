import ArgumentParser
import CurveArchive
import CurveFormats
import Foundation
import Physics
import Scenarios

/// What help and completion list of the catalogue at hand. Documents are read where they are asked for alone: each command
/// makes its help when it is parsed.
package enum NamesForHelp {
    private static let asking: Set<String> = ["--help", "-h", "help", "--help-hidden", "--experimental-dump-help"]

    private static let isAsked = CommandLine.arguments.contains(where: asking.contains)

    /// One for all: it remembers the documents that it has read. The argument parser asks for each list many times.
    private static let catalogue = Catalogue(paths: ArchivePaths(environment: ProcessInfo.processInfo.environment))

    /// ` (these, and those)`; empty where no help was asked for.
    private static func list(_ names: () -> [String]) -> String {
        guard isAsked else { return "" }
        let names = names()
        return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }

    /// The predictions of muon g−2, by their short names.
    package static let predictions = list { members(of: AlternativeChoice.gMinus2).map(\.shortName) }

    /// All alternatives, by their stems.
    package static let alternatives = list { members(of: nil).map(\.stem) }

    /// The bounds that scale with muons on target.
    package static let scaledByMuons = list { catalogue.stems(scaledBy: .muonsOnTarget) }

    package static let completionOfPredictions = CompletionKind.custom { _, _, _ in
        members(of: AlternativeChoice.gMinus2).map(\.shortName)
    }

    package static let completionOfAlternatives = CompletionKind.custom { _, _, _ in members(of: nil).map(\.stem) }

    private static func members(of group: String?) -> [DeclaredAlternatives.Member] {
        let declared = DeclaredAlternatives(in: catalogue)
        return group.map(declared.members) ?? declared.members
    }
}

extension Catalogue {
    /// The bounds whose documents say that an exposure scales them.
    package func stems(scaledBy exposure: Exposure) -> [String] {
        stems.filter { facts(of: $0)[CardField.exposure.key] == exposure.rawValue }
    }
}
