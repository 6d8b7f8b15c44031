import ConstraintKit
import CurveArchive
import Documents

extension BibliographyKey {
    /// INSPIRE's own key; else one made from the arXiv number or the DOI; nil where there is neither.
    static func key(of reference: Reference) -> String? { key(of: reference, known: .ofProgram) }

    /// The same, with what is known of publications in `known`: each has one key, whichever of its identifiers names it.
    static func key(of reference: Reference, known: Publications) -> String? {
        let reference = known.completed(reference)
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
