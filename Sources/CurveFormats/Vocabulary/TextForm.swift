import ConstraintKit
import VOTable

/// How the values of a kind are written as text: one spelling and one reader for comments of text files, catalogues,
/// documents and the command line.
public struct TextForm<Value: Sendable>: Sendable {
    /// The vocabulary, where only its words can be written.
    public let words: [String]
    /// What may be written, for a message.
    public let expected: String
    /// - Throws: ``UnreadableText``
    public let read: @Sendable (String) throws(UnreadableText) -> Value
    /// What ``read`` reads as the same value.
    public let write: @Sendable (Value) -> String

    init(
        _ expected: String, words: [String] = [],
        read: @escaping @Sendable (String) throws(UnreadableText) -> Value, write: @escaping @Sendable (Value) -> String
    ) {
        self.expected = expected
        self.words = words
        self.read = read
        self.write = write
    }
}

/// Why a text is no value of its kind.
public enum UnreadableText: Error, Sendable, Hashable {
    /// It is none of the words of a vocabulary.
    case unknownWord(expected: [String])
    /// It is not written as such values are.
    case malformed(expected: String)
    /// It is a number, but no fraction between 0 and 1.
    case noFraction(Double, expected: String)

    /// What could have been written.
    public var expected: String {
        switch self {
        case .unknownWord(let words): words.joined(separator: ", ")
        case .malformed(let expected), .noFraction(_, let expected): expected
        }
    }
}

extension TextForm where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One word of a vocabulary.
    public static var word: Self {
        let words = Value.allCases.map(\.rawValue)
        return Self(
            words.joined(separator: ", "), words: words,
            read: { text throws(UnreadableText) in
                guard let word = Value(rawValue: text) else { throw .unknownWord(expected: words) }
                return word
            }, write: { $0.rawValue })
    }
}

extension TextForm<String> {
    /// Any text.
    static let text = Self("a text", read: { $0 }, write: { $0 })

    /// A text in which a reader sees something.
    static let visibleText = Self(
        text.expected,
        read: { text throws(UnreadableText) in
            let isVisible = text.unicodeScalars.contains {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
            guard isVisible else { throw .malformed(expected: "a text with a character that can be seen") }
            return text
        }, write: { $0 })

    /// The name of a bound in files.
    public static let stem = Self(
        "letters, digits, - and _, at most 64",
        read: { text throws(UnreadableText) in
            guard Card.isStem(text) else { throw .malformed(expected: "letters, digits, - and _, at most 64") }
            return text
        }, write: { $0 })
}

extension TextForm<String> {
    private static let formsOfUnits = "none, 1e-3, 10**-3 or %"

    /// The unit of a pure number, as it is written.
    static let numberUnit = Self(
        formsOfUnits,
        read: { text throws(UnreadableText) in
            guard NumberUnit(text) != nil else { throw .malformed(expected: formsOfUnits) }
            return text
        }, write: { $0 })
}

extension TextForm<KineticMixing> {
    /// `none`, `natural`, `running`, ε/g′ as a number, or `epsilon=` and ε.
    public static let kineticMixing = Self(
        KineticMixing.expected,
        read: { text throws(UnreadableText) in
            guard let mixing = KineticMixing(text) else {
                throw .unknownWord(expected: ["none", "natural", "running", "a number", "epsilon=1e-3"])
            }
            return mixing
        }, write: \.text)
}

extension TextForm<ConfidenceLevel> {
    private static let forms = "0.9, 90%, either with 'inferred' before or '(inferred)' after it, or 'not stated'"

    /// `0.9`, `90%`, `0.9 (inferred)`, `inferred 90%`, `not stated`.
    public static let confidenceLevel = Self(forms, read: read, write: \.text)

    @Sendable private static func read(_ text: String) throws(UnreadableText) -> ConfidenceLevel {
        var rest = text.trimmed
        let words = rest.lowercased()
        if words == "not stated" || words == "not-stated" { return .notStated }
        var isInferred = true
        if words.hasPrefix("inferred ") {
            rest = rest.dropFirst("inferred ".count).trimmed
        } else if words.hasSuffix("(inferred)") {
            rest = rest.dropLast("(inferred)".count).trimmed
        } else {
            isInferred = false
        }
        let isPercentage = rest.hasSuffix("%")
        guard var fraction = DecimalText.number(isPercentage ? rest.dropLast() : rest), fraction.isFinite else {
            throw .malformed(expected: forms)
        }
        if isPercentage { fraction = shiftingDecimalPoint(of: fraction, by: -2) }
        guard fraction > 0, fraction < 1 else { throw .noFraction(fraction, expected: forms) }
        return isInferred ? .inferred(fraction) : .stated(fraction)
    }
}

extension ConfidenceLevel {
    /// As ``TextForm/confidenceLevel`` reads it.
    public var text: String {
        switch self {
        case .stated(let fraction), .converted(let fraction): DecimalText.text(of: fraction)
        case .inferred(let fraction): DecimalText.text(of: fraction) + " (inferred)"
        case .notStated: "not stated"
        }
    }

    /// Whether the level is the publication's own, in a word.
    public var basis: String {
        switch self {
        case .stated: "stated"
        case .inferred: "inferred"
        case .converted: "converted"
        case .notStated: "not stated"
        }
    }
}
