/// The key of a publication in a bibliography.
package enum BibliographyKey {
    /// Whether a text can be a key in BibTeX and in `\cite`.
    package static func isUsable(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= 100 && key.allSatisfy(isAllowed)
    }

    /// Whether a character may stand in a key.
    package static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ":.-_+/".contains(character))
    }
}
