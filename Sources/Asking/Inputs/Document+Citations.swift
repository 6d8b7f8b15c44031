import ConstraintKit
import Documents

extension Document {
    /// That what is to be cited can be: a key that stands in no bibliography would leave a bound that decides without its
    /// publication.
    /// - Throws: ``ErrorReport``
    package func checkCitations() throws {
        for texkey in card.references.compactMap(\.texkey) where !BibliographyKey.isUsable(texkey) {
            throw ErrorReport(
                "the texkey '\(ErrorText.clipped(texkey))' can't be cited: write INSPIRE's key, Laha:2013xua for instance, of "
                    + "letters, digits and : . - _ + / (--texkey, or 'texkey' in the file)",
                code: ExitStatus.badData)
        }
    }
}
