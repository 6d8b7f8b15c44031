import ConstraintKit
import Documents

extension Document {
    /// Leaves out what can't be cited: a key that stands in no bibliography would leave a bound that decides without its publication.
    /// - Parameter given: what the user says of the publications.
    /// - Throws: ``ErrorReport`` where it is the user's own key.
    package mutating func leaveOutUnusableKeys(given: [Reference]) throws {
        var emptied: [Int] = []
        for place in card.references.indices {
            guard let texkey = card.references[place].texkey, !BibliographyKey.isUsable(texkey) else { continue }
            let fault = "the texkey '\(ErrorText.clipped(texkey))' can't be cited"
            guard !given.contains(where: { $0.texkey == texkey }) else {
                throw ErrorReport(
                    "\(fault): write INSPIRE's key, Laha:2013xua for instance, of letters, digits and : . - _ + / (--texkey)",
                    code: ExitStatus.badData)
            }
            card.references[place].texkey = nil
            emptied += card.references[place] == Reference(citation: "") ? [place] : []
            Console.warn("\(fault), and is left out")
        }
        for place in emptied.reversed() { card.references.remove(at: place) }
    }
}
