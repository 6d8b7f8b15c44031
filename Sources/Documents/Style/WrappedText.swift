/// Lines of text, broken at spaces where they are longer than there is room.
package enum WrappedText {
    /// Every line within so many columns, what follows of it further in; a word that is longer keeps its length.
    package static func fitted(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            PlainText.width(String(line)) <= columns ? [String(line)] : lines(of: line, columns: columns)
        }.joined(separator: "\n")
    }

    /// A line that begins with a name and, some spaces behind it, what is said of it, goes on below that.
    private static func lines(of line: Substring, columns: Int) -> [String] {
        let indent = line.prefix { $0 == " " }.count
        var start = indent + 2
        if indent > 0, let gap = line.dropFirst(indent).range(of: "  ") {
            let text = line[gap.lowerBound...].drop { $0 == " " }
            let column = PlainText.width(String(line[..<text.startIndex]))
            if column <= min(30, columns / 2) { start = column }
        }
        return lines(of: line, columns: columns, start: start)
    }

    /// Lines of which all but the first begin at a column; one that a long word fills begins as far before it as the word needs.
    package static func lines(of line: Substring, columns: Int, start: Int) -> [String] {
        var lines: [String] = []
        var current = String(line.prefix { $0 == " " })
        var isEmpty = true
        for word in words(of: line.dropFirst(current.count)) {
            if isEmpty {
                current += word
                isEmpty = false
            } else if PlainText.width(current) + 1 + PlainText.width(word) <= columns {
                current += " " + word
            } else {
                // Spaces parted it from what follows.
                while current.last == " " { current.removeLast() }
                lines.append(current)
                // One that no line holds stands where it is least in the way.
                let room = columns - PlainText.width(word)
                current = String(repeating: " ", count: min(start, room < 0 ? 2 : room)) + word
            }
        }
        return lines + [current]
    }

    /// The words of a line; a number stays with its unit, and an equation in one piece.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            let bare = String(word.prefix { $0 != "," && $0 != ";" && $0 != "." && $0 != ")" })
            let isUnit = units.contains(bare) && words.last?.last?.isNumber ?? false
            let isRelated =
                relations.contains(bare)
                || words.last?.split(separator: " ").last.map { relations.contains(String($0)) } ?? false
            if let last = words.last, !last.isEmpty, !word.isEmpty, isUnit || isRelated {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(String(word))
            }
        }
        return words
    }

    private static let units: Set = ["%", "eV", "keV", "MeV", "GeV", "TeV", "PeV", "dex", "sigma", "deg"]
    private static let relations: Set = ["=", "<", ">", "≤", "≥", "<=", ">=", "±", "+-"]
}
