import ConstraintKit

extension TextForm<[Reference]> {
    private static let forms =
        "key=value pairs separated by ';' with the keys \(Reference.keys.joined(separator: ", ")), "
        + "or a line of text with arXiv numbers"

    /// References of one line: one of pairs `arxiv=2404.06982;citation=…`; else one for each arXiv number that the text
    /// names, or the text alone.
    static let references = Self(forms, read: read, write: { $0.map(\.pairs).joined(separator: " ") })

    @Sendable private static func read(_ text: String) throws(UnreadableText) -> [Reference] {
        guard let pairs = pairs(in: text) else { return referencesNamed(in: text) }
        var reference = Reference(citation: "")
        for (key, value) in pairs {
            guard reference.take(value, as: key) else { throw .malformed(expected: forms) }
        }
        return [reference]
    }

    /// The pairs of a text that begins with one. A `;` that no key follows belongs to the value before it.
    private static func pairs(in text: String) -> [(key: String, value: String)]? {
        var pairs: [(key: String, value: String)] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let key = part.trimmed.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            let rest = part.trimmed.dropFirst(key.count)
            if !key.isEmpty, rest.first == "=" {
                pairs.append((String(key), String(rest.dropFirst())))
            } else if pairs.isEmpty {
                return nil
            } else {
                pairs[pairs.count - 1].value += ";" + part
            }
        }
        return pairs
    }
}

extension Reference {
    /// The citation; nil where it is empty.
    var citationIfAny: String? {
        get { citation.isEmpty ? nil : citation }
        set { citation = newValue ?? "" }
    }

    /// `arxiv=2404.06982;citation=…`
    fileprivate var pairs: String {
        Self.keys.compactMap { key in
            (key == "citation" ? citationIfAny : text(of: key)).map { "\(key)=\($0)" }
        }.joined(separator: ";")
    }

    /// As people are told it.
    var words: String {
        ([citation, texkey ?? ""] + [arxiv.map { "arXiv:\($0)" }, doi.map { "doi:\($0)" }].compactMap(\.self))
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var value: FieldValue {
        .record(
            [
                .init("texkey", FieldValue(texkey)), .init("arxiv", FieldValue(arxiv)), .init("doi", FieldValue(doi)),
                .init("citation", .text(citation)),
            ] + Self.further.map { .init($0.key, .text(self[$0].words)) })
    }

    static let type = FieldType.record(
        [
            .init("texkey", .optional(.text)), .init("arxiv", .optional(.text)), .init("doi", .optional(.text)),
            .init("citation", .text),
        ] + further.map { .init($0.key, .text) })

    /// The fields beside those that identify it.
    private static let further = ReferenceField.all.filter { ![.texkey, .arxiv, .doi].contains($0) }
}

/// References named in a line of text: one for each arXiv number in it, or the text alone.
func referencesNamed(in text: String) -> [Reference] {
    let numbers = arxivNumbers(in: text)
    guard !numbers.isEmpty else { return [Reference(citation: text)] }
    return numbers.map { Reference(arxiv: $0, citation: text) }
}

/// arXiv numbers after `arXiv:` or in the address of an abstract, `2401.01708v2`.
func arxivNumbers(in text: String) -> [String] {
    var numbers: [String] = []
    let lowercased = text.lowercased()
    for mark in ["arxiv:", "arxiv.org/abs/"] {
        for part in lowercased.ranges(of: mark).map({ lowercased[$0.upperBound...] }) {
            let number = String(part.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "v") })
                .trimmingSuffix { $0 == "." || $0 == "v" }
            let digits = number.prefix { $0 != "v" }.split(separator: ".", omittingEmptySubsequences: false)
            guard digits.count == 2, digits[0].count == 4, (4...5).contains(digits[1].count) else { continue }
            if !numbers.contains(String(number)) { numbers.append(String(number)) }
        }
    }
    return numbers
}
