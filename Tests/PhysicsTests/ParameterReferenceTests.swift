import Physics
import Testing

/// The publications behind parameter sets.
@Suite struct ParameterReferenceTests {
    /// Every arXiv number in the words on a set is among what is cited for it, and no other is.
    @Test(arguments: ParameterSet.all)
    func wordsAndReferencesAgree(set: ParameterSet) {
        let words = set.provenance.joined(separator: " ")
        let numbers = Set(words.matches(of: /\d{4}\.\d{4,5}(?=\))/).map { String($0.output) })
        #expect(!numbers.isEmpty && numbers == Set(set.references.compactMap(\.arxiv)))
    }
}
