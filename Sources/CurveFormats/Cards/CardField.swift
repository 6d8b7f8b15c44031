import ConstraintKit

/// Something that can be said of a bound, declared once: its key, how it is written and read, and what it means.
///
/// Comments of text files (`# key: value`), catalogues, documents, options of the command line, answers and the table in
/// the documentation all iterate over ``all`` and ``ofReading``. A new fact is declared in `CardFields.swift`; one
/// that only some bounds have needs no property of its own, ``init(fact:_:_:utype:)`` keeps it among ``Card/facts``.
public struct CardField: Sendable {
    /// As catalogues and answers call it, `assumptions`.
    public let key: String
    /// As a text file calls one of several, `assumption`.
    public let itemKey: String
    /// What it means, in one sentence.
    public let help: String
    /// What may be written.
    public let expected: String
    /// The vocabulary, where only its words can be written.
    public let words: [String]
    /// What stands for the value in a usage line; nil where the name of the field does.
    public let placeholder: String?
    /// Where answers give it; empty for what is a part of another field, or no fact of the card.
    public let parts: [CardPart]

    /// Whether a text file may say it of itself.
    public let isInText: Bool
    let place: NativePlace
    /// Takes what a text says. What can be said more than once is added to what was said before.
    public private(set) var read:
        @Sendable (_ text: String, _ options: inout ImportOptions) throws(UnreadableText) -> Void
    /// What was said, as texts that ``read`` takes; empty where nothing was.
    public let texts: @Sendable (ImportOptions) -> [String]
    let complete: @Sendable (inout CardStatements, CardStatements) -> Void
    /// The card's own, as people are told it: a line each.
    public let lines: @Sendable (Card) -> [String]

    /// Whether any text may be written.
    public var isPlainText: Bool { expected == TextForm.text.expected }
    /// Whether it can be said more than once.
    public var isRepeated: Bool { key != itemKey }
    /// The name of its option, without the dashes: its key, but for some that are said more shortly there.
    public var optionName: String {
        switch key {
        case CardField.title.key: "name"
        case CardField.kineticMixing.key: "mixing"
        case CardField.excludedSide.key: "side"
        default: itemKey.replacing("_", with: "-")
        }
    }
    /// The key in words, `confidence level`.
    public var label: String { itemKey.replacing("_", with: " ") }
}

/// One value that answers give of a card, and a PARAM of its document.
public struct CardPart: Sendable {
    public let key: String
    public let type: FieldType
    public let value: @Sendable (Card) -> FieldValue
    let param: NativeParam?

    init(
        _ key: String, _ type: FieldType, param: NativeParam? = nil, value: @escaping @Sendable (Card) -> FieldValue
    ) {
        self.key = key
        self.type = type
        self.param = param
        self.value = value
    }
}

/// Where the native profile keeps a field.
enum NativePlace: Sendable {
    /// The name of the RESOURCE.
    case resourceName
    /// The DESCRIPTION of the RESOURCE.
    case description
    /// PARAMs, those of the field's parts. One that a single curve states holds for the whole document where nothing
    /// stands above the curves, unless each curve has its own.
    case params(ofEachCurve: Bool)
    /// An INFO for each item.
    case infos
    /// INFOs `reference_1_texkey` and so on.
    case references
    /// Nowhere: a part of another field, or no fact of the card.
    case none
}

extension CardField {
    /// The same, for a text that may go on after `;` or `:` with how exactly.
    var withNote: CardField {
        var field = self
        field.read = { text, options throws(UnreadableText) in
            let end = text.firstIndex { $0 == ";" || $0 == ":" } ?? text.endIndex
            try self.read(String(text[..<end].trimmed), &options)
            let note = text[end...].dropFirst().trimmed
            if !note.isEmpty { options.card.methodNote = String(note) }
        }
        return field
    }
}
