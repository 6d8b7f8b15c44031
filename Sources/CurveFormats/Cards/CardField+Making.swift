import ConstraintKit

typealias SaidPath<Value> = any WritableKeyPath<CardStatements, Value> & Sendable
typealias OptionPath<Value> = any WritableKeyPath<ImportOptions, Value> & Sendable

extension CardField {
    /// A fact of the card.
    /// - Parameters:
    ///   - said: where it stands among what is said.
    ///   - value: the card's; nil where it says nothing.
    ///   - isOptional: whether a card may say nothing.
    ///   - utype: of its PARAM, where it is kept in one; with its UCD.
    init<Value>(
        _ key: String, _ help: String, _ form: TextForm<Value>, said: SaidPath<Value?>, isOptional: Bool = false,
        placeholder: String? = nil, place: NativePlace = .params(ofEachCurve: false), utype: String? = nil,
        ucd: String? = nil, parts: [CardPart]? = nil, lines: (@Sendable (Card) -> [String])? = nil,
        value: @escaping @Sendable (Card) -> Value?
    ) {
        let type: FieldType = form.words.isEmpty ? .text : .word(form.words)
        let part = CardPart(
            key, isOptional ? .optional(type) : type, param: utype.map { NativeParam(key, $0, ucd: ucd) },
            value: { FieldValue(value($0).map(form.write)) })
        self.init(
            key: key, itemKey: key, help: help, expected: form.expected, words: form.words, placeholder: placeholder,
            parts: parts ?? [part], isInText: true, place: place,
            read: { text, options throws(UnreadableText) in options.card[keyPath: said] = try form.read(text) },
            texts: { options in options.card[keyPath: said].map { [form.write($0)] } ?? [] },
            complete: { $0[keyPath: said] = $0[keyPath: said] ?? $1[keyPath: said] },
            lines: lines ?? { value($0).map { [form.write($0)] } ?? [] })
    }

    /// A fact that the card keeps among its further ones: nothing but this declaration is needed for it to be said, read,
    /// kept and answered; `card.facts[key]` has it as it is written.
    /// - Parameter number: what answers give of it, where that is a number; nil: its text.
    init<Value>(
        fact key: String, _ help: String, _ form: TextForm<Value>, utype: String,
        number: (@Sendable (Card) -> FieldValue)? = nil
    ) {
        let ofText: FieldType = form.words.isEmpty ? .text : .word(form.words)
        self.init(
            key: key, itemKey: key, help: help, expected: form.expected, words: form.words, placeholder: nil,
            parts: [
                CardPart(
                    key, .optional(number == nil ? ofText : .number), param: NativeParam(key, utype),
                    value: number ?? { FieldValue($0.facts[key]) })
            ],
            isInText: true, place: .params(ofEachCurve: false),
            read: { text, options throws(UnreadableText) in
                options.card.facts[key] = form.write(try form.read(text))
            }, texts: { options in options.card.facts[key].map { [$0] } ?? [] },
            complete: { $0.facts[key] = $0.facts[key] ?? $1.facts[key] },
            lines: { card in card.facts[key].map { [$0] } ?? [] })
    }

    /// A part of a reference: it is said of the last one, or begins the first.
    init(
        partOfReference key: String, _ help: String, _ path: any WritableKeyPath<Reference, String?> & Sendable,
        read normal: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.init(
            key: key, itemKey: key, help: help, expected: TextForm.text.expected, words: [], placeholder: nil,
            parts: [],
            isInText: true, place: .none,
            read: { text, options throws(UnreadableText) in
                if options.card.references.isEmpty { options.card.references = [Reference(citation: "")] }
                options.card.references[options.card.references.count - 1][keyPath: path] = normal(text)
            }, texts: { _ in [] }, complete: { _, _ in }, lines: { _ in [] })
    }

    /// Something about a file that says how to read it.
    init<Value>(
        reading key: String, _ help: String, _ form: TextForm<Value>, _ path: OptionPath<Value?>,
        isInText: Bool = true, placeholder: String? = nil
    ) {
        self.init(
            key: key, itemKey: key, help: help, expected: form.expected, words: form.words, placeholder: placeholder,
            parts: [], isInText: isInText, place: .none,
            read: { text, options throws(UnreadableText) in options[keyPath: path] = try form.read(text) },
            texts: { options in options[keyPath: path].map { [form.write($0)] } ?? [] }, complete: { _, _ in },
            lines: { _ in [] })
    }
}
