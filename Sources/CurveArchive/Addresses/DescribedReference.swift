import ConstraintKit

/// One of several references, as a catalogue has it: by the keys of ``Reference/keys``.
struct DescribedReference: Codable {
    private(set) var reference = Reference(citation: "")

    init(_ reference: Reference) { self.reference = reference }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Reference.keys)
        let container = try decoder.container(keyedBy: ReferenceKey.self)
        for key in container.allKeys {
            _ = reference.take(try container.decode(String.self, forKey: key), as: key.stringValue)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ReferenceKey.self)
        for key in Reference.keys {
            guard let text = reference.text(of: key), key != "citation" || !text.isEmpty else { continue }
            try container.encode(text, forKey: ReferenceKey(stringValue: key))
        }
    }
}

private struct ReferenceKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
