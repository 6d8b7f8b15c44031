import Testing

@testable import Drawing

@Suite struct UndatedPDFTests {
    /// The date of the document goes, whatever a page shows, and no byte moves.
    @Test func theDateOfADocumentIsBlank() {
        let page = "%PDF-1.5\n(/CreationDate (D:1999)) Tj\n"
        let date = "/CreationDate (D:20261128084530Z)"
        let blanks = String(repeating: " ", count: date.count)
        let bytes = Array("\(page)<< /Producer (x)\n\(date)\n>>".utf8).withoutCreationDate
        #expect(String(decoding: bytes, as: UTF8.self) == "\(page)<< /Producer (x)\n\(blanks)\n>>")
    }

    @Test(arguments: ["<svg>/CreationDate (D:2026)</svg>", "%PDF-1.5", "%PDF-1.5 /CreationDate (D:2026", ""])
    func allElseIsLeftAlone(text: String) {
        #expect(Array(text.utf8).withoutCreationDate == Array(text.utf8))
    }
}
