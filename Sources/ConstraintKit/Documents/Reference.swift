/// A publication.
public struct Reference: Sendable, Hashable {
    /// INSPIRE's key, `Laha:2013xua`.
    public var texkey: String?
    /// The number at arXiv, with its version where known, `1304.3460`.
    public var arxiv: String?
    /// The digital object identifier without a prefix, `10.1103/PhysRevD.89.093025`.
    public var doi: String?
    /// Authors, title and journal in one line, as far as known.
    public var citation: String
    /// Its other fields by their keys, as documents write them; ``subscript(field:)`` reads them.
    public var facts: [String: String] = [:]

    public init(texkey: String? = nil, arxiv: String? = nil, doi: String? = nil, citation: String) {
        self.texkey = texkey
        self.arxiv = arxiv
        self.doi = doi
        self.citation = citation
    }
}

/// What is known of a field of a publication.
public enum ReferenceFact: Sendable, Hashable {
    /// It is this.
    case stated(String)
    /// The publication has none: a paper before arXiv has no number there.
    case noneExists
    /// Nobody has looked, or nothing was found.
    case notVerified

    /// A text of a document; nothing, and the words of the other two, say that it states none.
    public init(_ text: String?) {
        switch text {
        case nil, "", ReferenceFact.notVerified.words: self = .notVerified
        case ReferenceFact.noneExists.words: self = .noneExists
        case let text?: self = .stated(text)
        }
    }

    /// What is stated; nil where nothing is.
    public var text: String? { if case .stated(let text) = self { text } else { nil } }

    /// As documents and answers write it.
    public var words: String {
        switch self {
        case .stated(let text): text
        case .noneExists: "none exists"
        case .notVerified: "not verified"
        }
    }
}

extension Reference {
    /// What is known of a field.
    public subscript(field: ReferenceField) -> ReferenceFact {
        get {
            .init(facts[field.key] ?? (field == .texkey ? texkey : field == .arxiv ? arxiv : field == .doi ? doi : nil))
        }
        set {
            facts[field.key] = nil
            switch field {
            case .texkey: texkey = newValue.text
            case .arxiv: arxiv = newValue.text
            case .doi: doi = newValue.text
            default: facts[field.key] = newValue.text
            }
            // That there is none is a fact, too, and no identifier.
            if newValue == .noneExists { facts[field.key] = newValue.words }
        }
    }

    /// The keys by which texts, documents, catalogues and answers have its parts: those that identify it, the citation in
    /// one line, and its other fields.
    public static let keys =
        ["texkey", "arxiv", "doi", "citation"]
        + ReferenceField.all.filter { ![.texkey, .arxiv, .doi].contains($0) }.map(\.key)

    /// A part as it is written; nil where it says nothing.
    public func text(of key: String) -> String? {
        switch key {
        case "citation": citation
        case "texkey": facts[key] ?? texkey
        case "arxiv": facts[key] ?? arxiv
        case "doi": facts[key] ?? doi
        default: facts[key]
        }
    }

    /// Takes what is written of a part.
    /// - Returns: whether there is such a part.
    public mutating func take(_ text: String, as key: String) -> Bool {
        if key == "citation" {
            citation = text
            return true
        }
        guard let field = ReferenceField.all.first(where: { $0.key == key }) else { return false }
        self[field] = ReferenceFact(text)
        return true
    }
}
