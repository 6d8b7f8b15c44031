import ConstraintKit
import Documents

extension BibliographyKey {
    /// INSPIRE's own key; else one made from the arXiv number or the DOI; nil where there is neither.
    static func key(of reference: Reference) -> String? {
        if let texkey = reference.texkey, isUsable(texkey) { return texkey }
        for (prefix, identifier) in [("arXiv", reference.arxiv), ("doi", reference.doi)] {
            guard let identifier else { continue }
            let made =
                prefix + ":"
                + String(String.UnicodeScalarView(identifier.unicodeScalars.map { isAllowed($0) ? $0 : "-" }))
            if isUsable(made) { return made }
        }
        return nil
    }
}
