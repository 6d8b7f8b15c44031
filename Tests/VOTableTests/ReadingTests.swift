import Testing

@testable import VOTable

@Suite struct ReadingTests {
    private func read(_ text: String, limits: ReadingLimits = .standard) throws(VOTableError) -> VOTableDocument {
        try VOTableDocument(Array(text.utf8), limits: limits)
    }

    private func column(_ field: String, _ cells: [String]) throws -> Column? {
        let rows = cells.map { "<TR><TD>\($0)</TD></TR>" }.joined()
        let text = SampleDocument.text(fields: field, data: SampleDocument.tabledata(rows))
        return try read(text).tables.first?.columns.first
    }

    @Test func cellsOfEveryKind() throws {
        #expect(
            try column(#"<FIELD name="a" datatype="double"/>"#, [" 1.5 ", "-2E+3", ".5", "5.", "NaN", "", "+Inf"])
                == .numbers([1.5, -2000, 0.5, 5, nil, nil, .infinity]))
        #expect(
            try column(#"<FIELD name="a" datatype="short"><VALUES null="-9"/></FIELD>"#, ["-9", "0x1F", "+7", ""])
                == .numbers([nil, 31, 7, nil]))
        #expect(
            try column(#"<FIELD name="a" datatype="boolean"/>"#, ["T", "false", "?", "1", ""])
                == .truths([true, false, nil, true, nil]))
        #expect(
            try column(#"<FIELD name="a" datatype="char" arraysize="*"/>"#, ["a &amp; b", "", " c "])
                == .texts(["a & b", "", " c "]))
        #expect(try column(#"<FIELD name="a" datatype="float" arraysize="2"/>"#, ["1 2", "3 4"]) == .skipped(rows: 2))
    }

    @Test(arguments: [
        ("double", "1,5"), ("double", "1.5D3"), ("double", "<1"), ("double", "1e"), ("double", "."), ("double", "0x10"),
        ("double", "1e999"), ("double", "nan"), ("double", "1 2"), ("double", "infinity"), ("double", "1e+-3"),
        ("int", "1.0"), ("int", "2147483648"), ("int", "0x"), ("int", "0x-1"), ("int", "1e3"),
        ("unsignedByte", "-1"), ("unsignedByte", "256"), ("boolean", "yes"), ("bit", "2"),
        ("long", "9223372036854775808"),
    ]) func numbersAreReadStrictly(_ datatype: String, _ text: String) throws {
        let escaped = text.replacing("<", with: "&lt;")
        let error = #expect(throws: VOTableError.self) {
            try column(#"<FIELD name="a" datatype="\#(datatype)"/>"#, [escaped])
        }
        #expect(error == .badValue(field: "a", text: text, line: 1))
    }

    @Test func numbersAreRoundedCorrectly() throws {
        // Beyond the exact fast path: more digits, greater exponents, halfway cases.
        for text in [
            "0.1", "9007199254740993", "1e23", "123456789012345678901234567890", "2.2250738585072011e-308",
            "8.5e-7", "1.7976931348623157e308", "4.9e-324", "0.000000000000000000000000000000000001e36", "1e-22",
        ] {
            #expect(DecimalText.number(text) == Double(text))
        }
    }

    @Test(arguments: [
        "0x10", "0x1p4", "1e", "1_000", "1,5", "1.5\0", "1.5\0 999", "\0", "٦.٥", "６", "inf", "nan", "NaN", "Inf",
        "1.5 2",
        "1d3", "", "+", "−1",
    ]) func aFiniteNumberIsDecimalToItsEnd(text: String) { #expect(DecimalText.finiteNumber(text) == nil) }

    @Test func aSignAndSpacesBelongToANumber() { #expect(DecimalText.finiteNumber("\t+1.5e0 ") == 1.5) }

    @Test func attributesKeepTheirEntitiesAndAmpersands() throws {
        let prolog = #"<!DOCTYPE VOTABLE [ <!ENTITY who "NA64"> ]>"#
        let table = #"<TABLE name="&who; &amp; more &#60;"><DESCRIPTION>by &who;!</DESCRIPTION>"#
        let document = try read(SampleDocument.text(prolog: prolog, table: table))
        #expect(document.tables[0].name == "NA64 & more <")
        #expect(document.tables[0].description == "by NA64!")
        #expect(document.warnings == [.documentType, .internalEntity(name: "who")])
    }

    /// A mark that combines with `&`, `;` or `<` makes another character of it, and leaves it the sign that XML reads.
    @Test func marksHideNoReference() throws {
        let prolog = #"<!DOCTYPE VOTABLE [ <!ENTITY who "NA64"> ]>"#
        let table = "<TABLE name=\"&who;\u{338}a &amp;\u{338}b \u{600}&amp; &who;\"><DESCRIPTION/>"
        let document = try read(SampleDocument.text(prolog: prolog, table: table))
        #expect(document.tables[0].name == "NA64\u{338}a &\u{338}b \u{600}& NA64")
        for words in ["&#38;#38;&#x338;lt;", "&#38;#60;&#x338;"] {
            let hidden = SampleDocument.text(prolog: "<!DOCTYPE V [<!ENTITY who \"\(words)\">]>")
            #expect(throws: VOTableError.entityRefused(name: "who", line: 1)) { try read(hidden) }
        }
    }

    @Test func undeclaredEntitiesAreRefused() {
        let prolog = #"<!DOCTYPE VOTABLE SYSTEM "http://127.0.0.1:9/x.dtd">"#
        for table in [#"<TABLE name="&who;">"#, "<TABLE><DESCRIPTION>&who;</DESCRIPTION>"] {
            let text = SampleDocument.text(prolog: prolog, table: table)
            #expect(throws: VOTableError.entityUnknown(name: "who", line: 1)) { try read(text) }
        }
    }

    @Test func aTableMayShareTheFieldsOfAnother() throws {
        let data = SampleDocument.tabledata(SampleDocument.row)
        let second = #"<TABLE ref="a"><DATA>\#(data)</DATA></TABLE></RESOURCE>"#
        let text = SampleDocument.text(table: #"<TABLE ID="a">"#).replacing("</RESOURCE>", with: second)
        let document = try read(text)
        #expect(document.tables.map(\.columns)[0] == document.tables.map(\.columns)[1])
    }

    @Test func prefixedNamespacesAreTheSameDocument() throws {
        let plain = try read(SampleDocument.text())
        let prefixed = SampleDocument.text().replacing("</", with: "</v:").replacing("<", with: "<v:")
            .replacing("<v:/v:", with: "</v:").replacing("xmlns=", with: "xmlns:v=")
        #expect(try read(prefixed) == plain)
    }

    @Test func afterDataOnlyInfosMayCome() throws {
        let info = SampleDocument.text().replacing("</DATA>", with: #"</DATA><INFO name="a" value="b"/>"#)
        #expect(try read(info).tables[0].infos.count == 1)
        for element in [#"<PARAM name="p" datatype="int" value="1"/>"#, "<GROUP/>", "<DATA/>", "<DESCRIPTION/>"] {
            let text = SampleDocument.text().replacing("</DATA>", with: "</DATA>" + element)
            let name = String(element.dropFirst().prefix { $0.isLetter })
            #expect(throws: VOTableError.misplacedElement(name: name, parent: "TABLE, after DATA", line: 1)) {
                try read(text)
            }
        }
    }

    @Test func paramsInGroupsCount() throws {
        let group = #"<GROUP><PARAM name="p" datatype="double" value=" 0.5 "/></GROUP>"#
        let document = try read(SampleDocument.text(fields: group + SampleDocument.fields))
        #expect(try document.tables[0].param(named: "p")?.number() == 0.5)
    }

    @Test func aReportedFailureIsAnError() {
        let text = SampleDocument.text()
            .replacing("<TABLE", with: #"<INFO name="QUERY_STATUS" value="ERROR">no such table</INFO><TABLE"#)
        #expect(throws: VOTableError.serviceError(message: "no such table")) { try read(text) }
    }

    @Test func versionsThatAreNotKnownAreTold() throws {
        let text = SampleDocument.text().replacing(#"version="1.4""#, with: #"version="2.0""#)
        #expect(try read(text).warnings == [.unknownVersion("2.0")])
    }
}
