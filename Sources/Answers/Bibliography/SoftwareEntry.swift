import Documents

/// A program as an entry of a bibliography.
public struct SoftwareEntry: Sendable {
    private let fields: [(name: String, value: String)]
    /// The key of the entry, for `\cite`.
    public let key: String
    /// The entry in one line, for a list of references that is read.
    public let text: String

    /// - Parameters:
    ///   - key: of the entry.
    ///   - year: of this version; REVTeX complains of an entry without one.
    ///   - doi: of this version; nil where it has none.
    ///   - note: what else tells one run from another, the data it carries for instance.
    public init(key: String, title: String, author: String, version: String, year: String, doi: String?, note: String) {
        self.key = key
        text = PlainText.clean(
            "\(key): \(author), \(title), version \(version) (\(year))" + (doi.map { ", doi:\($0)" } ?? "")
                + ", \(note)")
        let identifier = doi.map { [(name: "doi", value: BibTeXText.identifier($0))] } ?? []
        fields =
            [
                ("title", BibTeXText.value(title)), ("author", BibTeXText.value(author)),
                ("version", BibTeXText.identifier(version)),
                ("year", BibTeXText.identifier(year)),
            ] + identifier + [("note", BibTeXText.value(note))]
    }

    /// An entry of a `.bib` file: a `@misc`, since plain styles complain of `@software`.
    public var bibTeX: String {
        "@misc{\(key),\n" + fields.map { "  \($0.name) = \($0.value)" }.joined(separator: ",\n") + "\n}\n"
    }
}
