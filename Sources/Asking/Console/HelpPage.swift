import Documents

/// A page of help as the argument parser writes it where a line may be of any length, laid out for the room there is.
///
/// Names of options stand in a column of their own, or, where that leaves their texts too little, on lines of their own.
package struct HelpPage: Sendable {
    private let lines: [Line]

    /// Where nobody says how wide the page may be [columns].
    package static let usualColumns = 80
    /// Beyond this lines are hard to follow [columns].
    private static let mostColumns = 100
    /// With fewer, names stand on lines of their own [columns].
    private static let leastForColumn = 66
    /// Where the argument parser begins the texts of options [columns].
    private static let textColumn = 26

    private enum Line: Sendable {
        case prose(String)
        case usage(String)
        /// An option, argument or command.
        case entry(name: String, text: String)
        /// Where more is said.
        case pointer(String)
        /// As it is: headings, examples.
        case fixed(String)
        /// A command line.
        case example(String)
    }

    /// - Parameters:
    ///   - text: what the argument parser says.
    ///   - example: a command line that shows the use; nil: none.
    package init(_ text: String, example: String?) {
        var lines: [Line] = []
        var isBeforeSections = true
        var pending: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let name = pending {
                lines.append(.entry(name: name, text: line.trimmed))
                pending = nil
            } else if line.hasPrefix("USAGE: ") || line.hasPrefix("       "), isBeforeSections {
                lines.append(.usage(line))
            } else if line.hasSuffix(":"), line == line.uppercased(), line.first != " " {
                isBeforeSections = false
                lines.append(.fixed(line))
            } else if line.hasPrefix("  See '") {
                lines.append(.pointer(line))
            } else if !isBeforeSections, line.hasPrefix("  "), !line.hasPrefix("   ") {
                let body = line.dropFirst(2)
                guard let gap = body.range(of: "  ") ?? Self.narrowGap(body) else {
                    pending = String(body)
                    continue
                }
                lines.append(
                    .entry(name: String(body[..<gap.lowerBound]), text: String(body[gap.upperBound...]).trimmed))
            } else {
                lines.append(line.hasPrefix(" ") ? .fixed(line) : .prose(line))
            }
        }
        if let pending { lines.append(.entry(name: pending, text: "")) }
        while case .prose("")? = lines.last { lines.removeLast() }
        if let example { lines += [.prose(""), .fixed("EXAMPLE:"), .example(example)] }
        self.lines = lines
    }

    /// A name that fills its column leaves one space before its text.
    private static func narrowGap(_ body: Substring) -> Range<Substring.Index>? {
        let column = textColumn - 2
        guard body.count > column else { return nil }
        let start = body.index(body.startIndex, offsetBy: column - 1)
        return body[start] == " " ? start..<body.index(after: start) : nil
    }

    /// The page for a width [columns], every line first put into signs that are shown.
    package func text(columns: Int, spelled: (String) -> String) -> String {
        let room = min(columns, Self.mostColumns) - 1
        return lines.flatMap { line -> [String] in
            switch line {
            case .fixed(let text): [spelled(text)]
            case .pointer(let text): WrappedText.lines(of: spelled(text)[...], columns: room, start: 4)
            case .prose(let text): WrappedText.lines(of: spelled(text)[...], columns: room, start: 0)
            case .usage(let text): Self.usage(spelled(text), room)
            case .example(let text): Self.example(spelled(text), room)
            case .entry(let name, let text): Self.entry(spelled(name), spelled(text), room)
            }
        }.joined(separator: "\n") + "\n"
    }

    private static func entry(_ name: String, _ text: String, _ room: Int) -> [String] {
        let isNarrow = room < leastForColumn
        let start = isNarrow ? 6 : textColumn
        let margin = String(repeating: " ", count: start)
        let texts = WrappedText.lines(of: (margin + text)[...], columns: room, start: start)
        guard !isNarrow, PlainText.width(name) + 2 < start, !text.isEmpty else {
            return ["  " + name] + (text.isEmpty ? [] : texts)
        }
        let head = "  " + name + String(repeating: " ", count: start - 2 - PlainText.width(name))
        return [head + (texts.first ?? "").dropFirst(start)] + texts.dropFirst()
    }

    /// Broken as a shell takes it: between words, a backslash at the end.
    private static func example(_ text: String, _ room: Int) -> [String] {
        let lines = WrappedText.lines(of: ("  " + text)[...], columns: room - 2, start: 4)
        return lines.dropLast().map { $0 + " \\" } + lines.suffix(1)
    }

    /// Broken between its words, never within brackets.
    private static func usage(_ text: String, _ room: Int) -> [String] {
        let indent = 7
        var lines: [String] = []
        var current = String(text.prefix(indent))
        var isEmpty = true
        for word in words(of: text.dropFirst(indent)) {
            if !isEmpty, PlainText.width(current) + 1 + PlainText.width(word) > room {
                lines.append(current)
                current = String(repeating: " ", count: indent + 4) + word
            } else {
                current += (isEmpty ? "" : " ") + word
            }
            isEmpty = false
        }
        return lines + [current]
    }

    private static func words(of text: Substring) -> [String] {
        var words = [""]
        var depth = 0
        for character in text {
            if "[(".contains(character) { depth += 1 } else if "])".contains(character) { depth -= 1 }
            if character == " ", depth == 0 { words.append("") } else { words[words.count - 1].append(character) }
        }
        return words
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
