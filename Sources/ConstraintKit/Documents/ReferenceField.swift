/// A field of a publication, declared once: its key in texts, documents, catalogues and answers, its name in BibTeX, and what
/// it means.
public struct ReferenceField: Sendable, Hashable {
    /// As documents and answers call it, `primary_class`.
    public let key: String
    /// As BibTeX calls it, `primaryClass`; nil for the key of an entry.
    public let bibTeX: String?
    /// What it means, in one sentence.
    public let meaning: String

    private init(_ key: String, bibTeX: String?, _ meaning: String) {
        self.key = key
        self.bibTeX = bibTeX
        self.meaning = meaning
    }

    /// In the order in which answers give them.
    public static let all = [
        texkey, authors, collaboration, title, journal, volume, pages, year, arxiv, primaryClass, doi,
    ]

    public static let texkey = ReferenceField("texkey", bibTeX: nil, "INSPIRE's key, Laha:2013xua for instance.")
    public static let authors = ReferenceField(
        "authors", bibTeX: "author",
        "Its authors, each with the surname first, with 'and' between them; 'and others' for the rest of many.")
    public static let collaboration = ReferenceField(
        "collaboration", bibTeX: "collaboration", "The collaboration whose result it is.")
    public static let title = ReferenceField("title", bibTeX: "title", "Its title.")
    public static let journal = ReferenceField(
        "journal", bibTeX: "journal", "The journal, abbreviated as INSPIRE does, with its series: Phys. Rev. D.")
    public static let volume = ReferenceField("volume", bibTeX: "volume", "The volume, without the series.")
    public static let pages = ReferenceField(
        "pages", bibTeX: "pages", "The number of the article, or its pages with an en dash.")
    public static let year = ReferenceField(
        "year", bibTeX: "year", "The year of the journal, or of the preprint where there is none.")
    public static let arxiv = ReferenceField("arxiv", bibTeX: "eprint", "Its number at arXiv.")
    public static let primaryClass = ReferenceField(
        "primary_class", bibTeX: "primaryClass", "Its first class at arXiv, hep-ph for instance.")
    public static let doi = ReferenceField("doi", bibTeX: "doi", "Its DOI, without a prefix.")
}
