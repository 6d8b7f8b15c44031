import Assessment
import ConstraintKit
import CurveArchive
import CurveFormats
import Files
import Scenarios

// Words for what is wrong with a scenario or a name in it.

extension ErrorText {
    package static func of(_ error: ScenarioError) -> String {
        switch error {
        case .tooLarge(let bytes, let limit):
            "the scenario has \(bytes) bytes; at most \(limit) are read"
        case .notYAML(let reason):
            // What follows is a piece of the file itself.
            "the scenario is no YAML: \(clipped(reason.split(separator: "\n").prefix(2).joined(separator: " "), to: 160))"
        case .missing(let path, let expected): "the scenario lacks '\(path)': \(expected)"
        case .wrongValue(let path, let found, let expected):
            "'\(path)' of the scenario is '\(clipped(found))', and should be \(expected)"
        case .unknownKey(let path, let nearest, let known):
            "the scenario has a key '\(clipped(path))' that means nothing"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ": known here are \(list(known))")
        case .usesAnchors: "the scenario uses anchors or aliases (& and *): write the values out"
        case .duplicate("bounds", let stem): "the scenario names the bound '\(stem)' twice"
        case .duplicate(let path, let name): "'\(path)' of the scenario has '\(clipped(name))' twice"
        case .noScenario(let answer, let name):
            "the scenario is not in it: it is no scenario's file"
                + (answer.map { ", but an answer of '\(clipped($0))'" } ?? "")
                + (name.map { " that only names its scenario, '\(clipped($0))'" } ?? "")
                + ". What holds one is a map's summary.json or map.vot, a fit.json, and what 'mutau scenario show' prints"
        case .contradiction(let path, let other): "the scenario has both '\(path)' and '\(other)': give one of them"
        case .unusableChoice(let path, let error): "'\(path)' of the scenario: \(of(error))"
        case .at(let place, let error): "\(of(error)) (\(place.words))"
        }
    }

    package static func of(_ error: AlternativesError) -> String {
        switch error {
        case .unknownGroup(let stem, let group, let nearest):
            "the document of '\(stem)' says that it is an alternative in '\(clipped(group))', a group that no other bound is "
                + "in; did you mean '\(nearest)'?"
        }
    }

    package static func of(_ error: RecordedRunError) -> String {
        switch error {
        case .missingDocument(let stem):
            "the bound '\(stem)' of the earlier answer is not here: bring its document or plugin back, or leave it out with "
                + "--without \(stem)"
        case .otherDocument(let stem, let recorded, let found):
            "the document of '\(stem)' is not that of the earlier answer (\(digests(found, recorded))): bring that back, or leave the bound out with --without \(stem)"
        case .otherCode(let stem, let recorded, let found):
            "the plugin of '\(stem)' is not that of the earlier answer (\(digests(found, recorded))): bring that back, or leave "
                + "the bound out with --without \(stem)"
        case .missingFile(let name):
            "\(gone(name)): bring it back, or choose another"
        case .missingOverlay(let path, let stems):
            "\(gone(path)): bring it back, or leave out \(stems.count == 1 ? "its bound" : "what lacks a document") with "
                + "--without \(clipped(stems.joined(separator: ","), to: 200))"
        case .otherFile(let name, let recorded, let found):
            "'\(clipped(name, to: 200))' is not what the earlier answer was made of (\(digests(found, recorded))): bring that "
                + "back, or choose another"
        }
    }

    private static func gone(_ name: String) -> String {
        "'\(clipped(name, to: 200))', of which the earlier answer was made, is not here"
            + (name.hasPrefix("/")
                ? "" : " (neither beside that answer nor in the working directory, from which its path is taken)")
    }

    private static func digests(_ found: SHA256?, _ recorded: SHA256?) -> String {
        func text(_ digest: SHA256?) -> String { digest.map { "\($0.hexadecimal.prefix(12))…" } ?? "none" }
        return "SHA-256 \(text(found)), then \(text(recorded))"
    }

    package static func of(_ error: ScenarioLibraryError) -> String {
        switch error {
        case .unknown(let name, let known):
            unknown("scenario", name, known) + " (a file is known by a '/' in its name, or .yaml or .json at its end)"
        }
    }

    package static func of(_ error: LinkedBoundsError) -> String {
        switch error {
        case .servedTwice(let stem): "two bounds linked into this program claim '\(stem)'"
        }
    }

    package static func of(_ error: AnalysisError) -> String {
        switch error {
        case .unusableBound(let stem, let reason):
            "the document of '\(stem)' makes no bound: \(ErrorReport(of: reason)?.message ?? "\(reason)")"
        }
    }

    package static func of(_ error: DocumentError) -> String {
        switch error {
        case .parameterMissing(let stem, let name): "the document of '\(stem)' lacks the parameter '\(name)'"
        case .parameterOutOfRange(let stem, let name, let value, let expected):
            "the parameter '\(name)' of '\(stem)' is \(value), and should be \(expected)"
        case .tableMissing(let stem, let name): "the document of '\(stem)' lacks the table '\(name)'"
        case .columnMissing(let name): "a table lacks the column '\(name)'"
        case .noLimit(let stem): "'\(stem)' has no curve of the kind its card announces"
        case .noLikelihood(let stem): "the bound '\(stem)' has no likelihood"
        case .unusableTable(let stem, let name, let reason): "the table '\(name)' of '\(stem)' is unusable: \(reason)"
        }
    }
}
