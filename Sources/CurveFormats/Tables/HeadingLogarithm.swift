import ConstraintKit

/// The logarithm in the heading of a column, wherever it stands: `log10(m/MeV)`, `lg g`, `m_log10`, `logM`.
struct HeadingLogarithm: Hashable {
    /// Whether it is said to be the common one: by `10`, or as `lg` of ISO 80000-2 or the unit dex. `log` is the natural
    /// logarithm to some.
    let isCommon: Bool
    /// What it is the logarithm of: `m/MeV`; empty where only the logarithm stands there.
    let argument: String

    /// - Returns: nil for a heading without one.
    init?(_ heading: String) {
        let characters = Array(heading)
        guard let found = Self.words(characters).lazy.compactMap({ Self.logarithm($0, in: characters) }).first else {
            return nil
        }
        isCommon = found.isCommon
        var rest = String(characters[..<found.range.lowerBound])
        rest = String(rest.trimmingSuffix { $0 == " " })
        // A sign before the logarithm is its own; what parts words is not.
        if rest.count > 1 { rest = String(rest.trimmingSuffix { " _-".contains($0) }) }
        let behind = String(characters[found.range.upperBound...].drop { " _".contains($0) })
        argument = Self.withoutBrackets(rest + (rest.isEmpty || behind.isEmpty ? "" : " ") + behind)
    }

    /// The runs of letters.
    private static func words(_ characters: [Character]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for (place, character) in characters.enumerated() where character.isLetter {
            if let last = words.last, last.upperBound == place {
                words[words.count - 1] = last.lowerBound..<place + 1
            } else {
                words.append(place..<place + 1)
            }
        }
        return words
    }

    private static func logarithm(
        _ word: Range<Int>, in characters: [Character]
    ) -> (range: Range<Int>, isCommon: Bool)? {
        let text = String(characters[word]).lowercased()
        guard text.count == word.count else { return nil }
        switch text {
        case "log", "logarithm", "logarithms": return baseBehind(word, in: characters)
        case "lg", "dex": return (word, true)
        case "ln": return (word, false)
        default: break
        }
        // Glued to what it is of: `logM`, `lnm`, `glog10`.
        if text.hasSuffix("log"), isName(text.dropLast(3)) {
            return baseBehind(word.upperBound - 3..<word.upperBound, in: characters)
        }
        if text.hasPrefix("log") { return (word.lowerBound..<word.lowerBound + 3, false) }
        for (mark, isCommon) in [("lg", true), ("ln", false)] where text.hasPrefix(mark) && isName(text.dropFirst(2)) {
            return (word.lowerBound..<word.lowerBound + 2, isCommon)
        }
        return nil
    }

    /// `log10`, `log_10`, `log 10`, `log^10`.
    private static func baseBehind(
        _ word: Range<Int>, in characters: [Character]
    ) -> (range: Range<Int>, isCommon: Bool) {
        var end = word.upperBound
        while end < characters.count, "_^ ".contains(characters[end]) { end += 1 }
        let digits = characters[end...].prefix { $0.isNumber || $0 == "." }
        return String(digits) == "10" ? (word.lowerBound..<digits.endIndex, true) : (word, false)
    }

    private static func isName(_ text: Substring) -> Bool {
        MassNames.isOne(String(text)) || CurveQuantity(columnName: String(text)) != nil
    }

    /// Without the brackets around all of it.
    private static func withoutBrackets(_ text: String) -> String {
        var inner = text.trimmed
        while inner.first == "(", inner.last == ")" {
            var depth = 0
            let closes = inner.dropLast().contains { character in
                if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
                return depth == 0
            }
            if closes { break }
            inner = inner.dropFirst().dropLast().trimmed
        }
        return String(inner)
    }
}
