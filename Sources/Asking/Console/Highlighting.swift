/// Colours for a terminal: they repeat what the words say, and are never all that says it.
package enum Highlighting {
    package enum Role: String, Sendable {
        case heading = "1"
        case rule = "2"
        case allowed = "32"
        case excluded = "31"
        case open = "33"
        case failure = "1;31"
        case warning = "1;33"
    }

    package static func painted(_ text: some StringProtocol, _ role: Role) -> String {
        "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
    }

    /// The standings, where they are a cell of a table or the verdict of a sentence.
    private static let standings: [(word: String, role: Role)] = [
        ("allowed", .allowed), ("excluded", .excluded), ("unconstrained", .open), ("unknown", .open),
        ("undecided", .open), ("can't tell", .open),
    ]

    /// An answer: the headings of its tables, and standings.
    package static func answer(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var headings: Set<Int> = []
        var rules: Set<Int> = []
        for index in lines.indices.dropFirst() where isRule(lines[index]) {
            rules.insert(index)
            var above = index - 1
            while above >= 0, !lines[above].isEmpty {
                headings.insert(above)
                above -= 1
            }
        }
        return lines.indices.map { index in
            if rules.contains(index) { return painted(lines[index], .rule) }
            if headings.contains(index) { return painted(lines[index], .heading) }
            return line(lines[index])
        }.joined(separator: "\n")
    }

    private static func isRule(_ line: Substring) -> Bool {
        line.count > 2 && line.first != " " && line.allSatisfy { $0 == "─" || $0 == "-" || $0 == " " }
    }

    private static func line(_ line: Substring) -> String {
        for (word, role) in standings {
            guard let range = line.range(of: word), stands(range, in: line) else { continue }
            return line[..<range.lowerBound] + painted(line[range], role) + line[range.upperBound...]
        }
        return String(line)
    }

    /// Whether a word is a cell of its own, or the verdict of a sentence: `is allowed`, `in the scenario x: excluded by`.
    private static func stands(_ range: Range<Substring.Index>, in line: Substring) -> Bool {
        let (before, after) = (line[..<range.lowerBound], line[range.upperBound...])
        let isCell = (before.isEmpty || before.hasSuffix("  ")) && (after.isEmpty || after.hasPrefix("  "))
        let isVerdict = before.hasSuffix(" is ") || before.hasSuffix(": ")
        return isCell || isVerdict && (after.first.map { !$0.isLetter } ?? true)
    }

    /// A help page: its headings.
    package static func help(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let colon = line.firstIndex(of: ":"), line[..<colon].contains(where: \.isLetter) else {
                return String(line)
            }
            let head = line[...colon]
            guard head == head.uppercased() else { return String(line) }
            return painted(head, .heading) + line[line.index(after: colon)...]
        }.joined(separator: "\n")
    }
}
