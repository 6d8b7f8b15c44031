import Testing

@testable import VOTable

/// What the program carries is read without libxml2, and says the same.
@Suite struct CarriedMarkupTests {
    /// Whether libxml2 was not needed.
    private func isUnderstood(_ text: String) -> Bool {
        var builder = DocumentBuilder(limits: .standard)
        defer { builder.text.deallocate() }
        return CarriedMarkup.parse(Array(text.utf8), into: &builder)
    }

    @Test func saysWhatLibxml2Says() throws {
        let fields = #"<FIELD name="a &amp; b &lt;c&gt;" datatype="char" arraysize="*"/>"#
        let text = SampleDocument.text(
            fields: fields, data: "<TABLEDATA><TR><TD>x &lt; y &amp; μ</TD></TR><TR><TD/></TR></TABLEDATA>")
        let bytes = Array(text.utf8)
        #expect(isUnderstood(text))
        #expect(try VOTableDocument(bytes, isCarried: true) == VOTableDocument(bytes))
    }

    /// Whatever those documents have not is left to libxml2, with the same outcome.
    @Test(arguments: [
        #"<!DOCTYPE V [<!ENTITY a "a">]>"#, "<!-- a comment -->", "<?instruction?>",
    ])
    func leavesWhatItDoesNotKnow(prolog: String) throws {
        let text = SampleDocument.text(prolog: prolog)
        let bytes = Array(text.utf8)
        #expect(!isUnderstood(text))
        #expect(try VOTableDocument(bytes, isCarried: true) == VOTableDocument(bytes))
    }

    /// A text cut anywhere is not understood, and nothing outside it is read.
    @Test func refusesWhatBreaksOff() {
        let text = SampleDocument.text()
        let end = text.utf8.lastIndex { $0 == UInt8(ascii: ">") } ?? text.endIndex
        for cut in text.utf8.indices where cut <= end && cut > text.startIndex {
            #expect(!isUnderstood(String(text[..<cut])), "cut at \(text.utf8.distance(from: text.startIndex, to: cut))")
        }
    }
}
