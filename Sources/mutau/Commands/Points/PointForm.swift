import ArgumentParser
import Asking
import Documents
import Foundation

/// The form of the answers about many points.
enum PointForm {
    case csv, gzippedCSV, jsonLines, npz

    /// - Parameters:
    ///   - path: of the file that is written, whose ending tells; nil: standard output.
    ///   - format: what was asked for besides.
    /// - Throws: what the argument parser shows.
    init(_ path: String?, _ format: OutputFormat) throws {
        guard let path else {
            self = format == .json ? .jsonLines : .csv
            return
        }
        let name = fileName(path).lowercased()
        let endings: [(String, PointForm)] = [
            (".csv", .csv), (".csv.gz", .gzippedCSV), (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".npz", .npz),
        ]
        if let known = endings.first(where: { name.hasSuffix($0.0) }) {
            self = known.1
        } else if ["stdout", "null"].contains(name), path.hasPrefix("/dev/") {
            self = format == .json ? .jsonLines : .csv
        } else {
            throw ValidationError(
                "'\(ErrorText.whole(path))' does not say its form: call it .csv, .csv.gz, .jsonl or .npz")
        }
        if format == .json, case .jsonLines = self { return }
        guard format != .json else {
            throw ValidationError("--format json is JSON Lines: call the file of --output .jsonl")
        }
    }
}
