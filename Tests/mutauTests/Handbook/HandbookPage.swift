import Foundation

/// A page for readers, with what it shows of the program: blocks marked `console` hold commands and what they print, and
/// are run; those marked `sh` hold commands that need the network, a compiler or minutes, and are read as a command line.
struct HandbookPage {
    /// A command and the lines below it, `…` standing for any.
    struct Example {
        var command: String
        var output: [String] = []
        /// The line of the page on which the command stands.
        var line: Int

        /// Whether lines were left out.
        var isShortened: Bool { output.contains("…") }

        /// Whether the program printed this.
        func shows(_ printed: [String]) -> Bool {
            var parts = output.split(separator: "…", omittingEmptySubsequences: false)[...]
            guard let first = parts.popFirst(), printed.starts(with: first) else { return false }
            guard let last = parts.popLast() else { return printed.count == first.count }
            var rest = printed.dropFirst(first.count)
            for part in parts {
                guard let place = rest.firstRange(of: part) else { return false }
                rest = rest[place.upperBound...]
            }
            return rest.count >= last.count && Array(rest.suffix(last.count)) == Array(last)
        }
    }

    let path: String
    let lines: [String]

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// The README and all pages of the handbook.
    static func paths() throws -> [String] {
        let pages = try ["Documentation", "Documentation/commands"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
                .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
        }
        return ["README.md"] + pages
    }

    init(_ path: String) throws {
        self.path = path
        lines = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
    }

    /// The lines of blocks of one kind, each with its number from 0.
    private func numbered(_ kind: String) -> [[(number: Int, text: String)]] {
        var blocks: [[(number: Int, text: String)]] = []
        var fence: Substring?
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                fence = fence == nil ? line.dropFirst(3) : nil
                if let fence, fence == kind { blocks.append([]) }
            } else if let fence, fence == kind {
                blocks[blocks.count - 1].append((number, line))
            }
        }
        return blocks
    }

    var examples: [Example] {
        var found: [Example] = []
        for block in numbered("console") {
            for (number, line) in block {
                if line.hasPrefix("$ ") {
                    found.append(Example(command: String(line.dropFirst(2)), line: number))
                } else if let last = found.indices.last {
                    found[last].output.append(line)
                }
            }
        }
        return found
    }

    /// The command lines of the program that are shown and not run.
    var mentioned: [String] {
        numbered("sh").flatMap { $0.map(\.text) }
            .map { $0.replacing(/\s+[#>].*$/, with: "") }.filter { $0.hasPrefix("mutau ") }
    }
}
