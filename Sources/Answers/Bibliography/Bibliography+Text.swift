import ConstraintKit
import Documents

extension Bibliography {
    /// One line a publication: its key, the citation, and the identifiers that the citation does not name itself.
    public var text: String {
        (entries.map { "\($0.key): \(Self.line($0.reference))" } + unkeyed.map(Self.line)).map {
            PlainText.clean($0) + "\n"
        }
        .joined()
    }

    /// `\cite{Laha:2013xua,arXiv:1406.2332}` of those with a key, unbreakably after what stands before it; nil where none
    /// has one.
    public var latexCitation: String? {
        entries.isEmpty ? nil : "~\\cite{\(entries.map(\.key).joined(separator: ","))}"
    }

    private static func line(_ reference: Reference) -> String {
        let identifiers = [reference.arxiv.map { ("arXiv:", $0) }, reference.doi.map { ("doi:", $0) }].compactMap(
            \.self
        )
        .filter { !reference.sentence.contains($0.1) }.map { $0.0 + $0.1 }
        return ([reference.sentence].filter { !$0.isEmpty } + identifiers).joined(separator: ", ")
    }
}
