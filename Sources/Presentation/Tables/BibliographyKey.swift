import ConstraintKit

/// The key of a publication in a bibliography.
enum BibliographyKey {
    /// INSPIRE's own key; else one made from the arXiv number or the DOI; nil where there is neither.
    static func key(of reference: Reference) -> String? {
        if let texkey = reference.texkey, isUsable(texkey) { return texkey }
        for (prefix, identifier) in [("arXiv", reference.arxiv), ("doi", reference.doi)] {
            guard let identifier else { continue }
            let made = prefix + ":" + String(identifier.map { isAllowed($0) ? $0 : "-" })
            if isUsable(made) { return made }
        }
        return nil
    }

    /// Whether a text can be a key in BibTeX and in `\cite`.
    static func isUsable(_ key: String) -> Bool { !key.isEmpty && key.utf8.count <= 100 && key.allSatisfy(isAllowed) }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ":.-_+/".contains(character))
    }
}
