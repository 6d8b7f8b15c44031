import ConstraintKit

/// One of several references, as a catalogue has it.
public struct DescribedReference: Sendable, Hashable, Codable {
    public var texkey, arxiv, doi, citation: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case texkey, arxiv, doi, citation }

    public init(texkey: String? = nil, arxiv: String? = nil, doi: String? = nil, citation: String? = nil) {
        (self.texkey, self.arxiv, self.doi, self.citation) = (texkey, arxiv, doi, citation)
    }

    init(_ reference: Reference) {
        self.init(
            texkey: reference.texkey, arxiv: reference.arxiv, doi: reference.doi,
            citation: reference.citation.isEmpty ? nil : reference.citation)
    }

    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        self.init(
            texkey: try text(.texkey), arxiv: try text(.arxiv), doi: try text(.doi), citation: try text(.citation))
    }

    var reference: Reference { Reference(texkey: texkey, arxiv: arxiv, doi: doi, citation: citation ?? "") }
}
