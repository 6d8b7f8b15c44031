import ConstraintKit
import Documents

extension Bibliography.Entry {
    /// An entry of a `.bib` file. It is an `@article` where it has all that the plain styles ask of one, and else a `@misc`,
    /// of which they ask nothing: a preprint without a journal sets without a complaint.
    var bibTeX: String {
        let parts = ReferenceField.all.compactMap { field in
            field.bibTeX.flatMap { name in value(of: field).map { (name, $0) } }
        }
        let archive = reference.arxiv == nil ? [] : [("archivePrefix", "{arXiv}")]
        // Where the title is not known, the words of the card say what it is.
        let words = reference[.title].text == nil && !reference.citation.isEmpty
        let note = words ? [("note", BibTeXText.value(reference.citation))] : []
        let lines = (parts + issue + archive + sorting + note).map { "  \($0.0) = \($0.1)" }
        let end = lines.isEmpty ? "" : ",\n" + lines.joined(separator: ",\n")
        return "@\(isArticle ? "article" : "misc"){\(key)\(end)\n}\n"
    }

    /// Journals that begin a volume at each month of a year: REVTeX asks for the year as the number of the issue, and prints it
    /// as one does, JHEP 03 (2019), 071. Other styles have the year itself.
    private var issue: [(String, String)] {
        guard let journal = reference[.journal].text, ["JHEP", "JCAP", "JINST", "JSTAT"].contains(journal),
            let year = value(of: .year)
        else { return [] }
        return [("number", year)]
    }

    /// What an entry without authors is sorted by.
    private var sorting: [(String, String)] { value(of: .authors) == nil ? [("key", "{\(key)}")] : [] }

    private var isArticle: Bool {
        value(of: .authors) != nil
            && [ReferenceField.title, .journal, .year].allSatisfy { reference[$0].text != nil }
    }

    private func value(of field: ReferenceField) -> String? {
        let text = reference[field].text
        // Without its title, an entry is told by the words of its card, which name authors and journal, too.
        if reference[.title].text == nil, !reference.citation.isEmpty,
            ![.year, .arxiv, .primaryClass, .doi].contains(field)
        {
            return nil
        }
        switch field {
        case .authors: return text.map(BibTeXText.names) ?? reference[.collaboration].text.map(Self.collective)
        // A collaboration that stands for its authors is not named twice.
        case .collaboration: return reference[.authors].text == nil ? nil : text.map(BibTeXText.value)
        case .arxiv, .primaryClass, .doi: return text.map(BibTeXText.identifier)
        case .title: return text.map(BibTeXText.value)
        default: return text.map { "{" + LaTeXText.escaped($0) + "}" }
        }
    }

    private static func collective(_ name: String) -> String { BibTeXText.value("\(name) Collaboration") }
}
