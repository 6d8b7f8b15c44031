import VOTable

/// A number by name.
struct NamedNumber: Sendable, Hashable {
    var name: String
    var value: Double
    init(_ name: String, _ value: Double) {
        self.name = name
        self.value = value
    }
}

extension TextForm<NamedNumber> {
    private static let forms = "a name and a finite number, as in name=value"

    static let namedNumber = Self(
        forms,
        read: { text throws(UnreadableText) in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = DecimalText.number(parts[1]), value.isFinite else {
                throw .malformed(expected: forms)
            }
            return NamedNumber(String(parts[0]), value)
        }, write: { "\($0.name)=\(DecimalText.text(of: $0.value))" })
}
