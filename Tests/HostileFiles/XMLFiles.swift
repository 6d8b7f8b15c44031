extension HostileFile {
    /// Entities that read other files, or grow.
    static let entities = [
        HostileFile("external-entity.xml", "entity 'x' (line 1) is not plain words") {
            doctype(#"<!ENTITY x SYSTEM "file:///etc/passwd">"#, "&x;")
        },
        HostileFile("external-parameter-entity.xml", "declares a grammar (ENTITY %)") {
            doctype(#"<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;"#, "")
        },
        HostileFile("laughs.xml", "entity 'l1' (line 1) is not plain words") { doctype(laughs(), "&l9;") },
        HostileFile("laughs-in-an-attribute.xml", "entity 'l1' (line 1) is not plain words") {
            votable(#"<PARAM name="&l9;" datatype="int" value="1"/>"#, doctype: laughs())
        },
        HostileFile("quadratic-blowup.xml", "entity 'x' (line 1) is not plain words") {
            doctype("<!ENTITY x \"\(repeated("x", 100_000))\">", repeated("&x;", 10_000))
        },
        HostileFile(
            "laughs.aida", "Detected an entity reference loop",
            text: { "<!DOCTYPE aida [\(laughs())]><aida>&l9;</aida>" }),
        HostileFile(
            "laughs-in-an-attribute.aida", "Detected an entity reference loop",
            text: { "<!DOCTYPE aida [\(laughs())]><aida a=\"&l9;\"/>" }),
        HostileFile(
            "external-entity.dmtools", "it declares or uses entities; they are not followed",
            text: { "<!DOCTYPE limits [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><limits>&x;</limits>" }),
    ]

    /// Grammars, which cost their reader far more than their size.
    static let grammars = [
        HostileFile("content-model.xml", "declares a grammar (ELEMENT)") {
            doctype("<!ELEMENT a (\(repeated("b|", 400_000))b)>", "")
        },
        HostileFile("content-model.aida", "declares a grammar (ELEMENT)") {
            Array("<!DOCTYPE aida [<!-- ]> --><!ELEMENT a (\(repeated("b|", 400_000))b)>]><aida/>".utf8)
        },
        HostileFile("attribute-list.xml", "declares a grammar (ATTLIST)") {
            doctype("<!ENTITY a \"<\"><!ATTLIST a \(repeated("b CDATA #IMPLIED ", 400_000))>", "")
        },
        HostileFile("notation.xml", "declares a grammar (NOTATION)") {
            doctype(repeated("<!NOTATION n PUBLIC \"p\">", 200_000), "")
        },
        HostileFile("wide-grammar.xml", "declares a grammar (ELEMENT)") {
            wide(doctype("<!ELEMENT a (\(repeated("b|", 200_000))b)>", ""))
        },
    ]

    /// Elements inside one another, and beside one another.
    static let nesting = [
        HostileFile("deep.xml", "elements inside one another, at most 64") { votable(repeated("<RESOURCE>", 400_000)) },
        HostileFile(
            "deep.aida", "levels inside one another, at most 64", text: { "<aida>" + repeated("<a>", 900_000) }),
        HostileFile(
            "wide.aida", "elements, at most 100000", text: { "<aida>" + repeated("<a/>", 900_000) + "</aida>" }),
        HostileFile("huge-attribute.xml", "bytes in one attribute, at most 65536") {
            votable("<PARAM name=\"\(repeated("x", 9_000_000))\"/>")
        },
        HostileFile(
            "huge-attribute.aida", "bytes in one attribute, at most 65536",
            text: { "<aida a=\"\(repeated("x", 3_900_000))\"/>" }),
        HostileFile("many-attributes.xml", "attributes in one element, at most 5000") {
            votable("<PARAM \(attributes(200_000))/>")
        },
        HostileFile(
            "many-attributes.aida", "attributes in one element, at most 5000",
            text: { "<aida \(attributes(200_000))/>" }),
        HostileFile("many-attributes-with-greater.xml", "attributes in one element, at most 5000") {
            votable("<PARAM \(attributes(60_000, value: ">"))/>")
        },
        HostileFile("wide-many-attributes.xml", "attributes in one element, at most 5000") {
            // U+3C3C, each half of which looks like a sign.
            wide(votable("<PARAM \(attributes(60_000, value: "\u{3C3C}"))/>"))
        },
        HostileFile("attribute-names.xml", "attributes in all elements, at most 200000") {
            let names = { (element: Int) in (0..<9).map { "q\(element)_\($0)=\"1\"" }.joined(separator: " ") }
            return votable((0..<70_000).map { "<INFO name=\"a\" value=\"b\" \(names($0))/>" }.joined())
        },
        HostileFile("many-rows.xml", "has 400000 rows; a curve has 50000 at most") {
            let fields =
                "<FIELD name=\"mass\" datatype=\"double\" unit=\"MeV\"/><FIELD name=\"g\" datatype=\"double\"/>"
            let rows = repeated("<TR><TD>1</TD><TD>1</TD></TR>", 400_000)
            return votable("<RESOURCE><TABLE>\(fields)<DATA><TABLEDATA>\(rows)</TABLEDATA></DATA></TABLE></RESOURCE>")
        },
        HostileFile("columns-by-reference.xml", "columns in all tables, at most 10000") {
            let fields = (0..<990).map { "<FIELD name=\"f\($0)\" datatype=\"int\"/>" }.joined()
            let first = "<TABLE ID=\"t\">\(fields)</TABLE>"
            return votable("<RESOURCE>\(first)\(repeated("<TABLE ref=\"t\"/>", 30_000))</RESOURCE>")
        },
        HostileFile(
            "many-tables.aida", "elements, at most 100000",
            text: {
                let set = "<dataPointSet dimension=\"2\"><dataPoint>" + repeated("<measurement value=\"1\"/>", 2)
                return "<aida>" + repeated(set + "</dataPoint></dataPointSet>", 30_000) + "</aida>"
            }),
        HostileFile("comment.xml", "Comment not terminated", text: { "<!--" + repeated("-x", 8_000_000) }),
    ]

    /// Documents that announce what they don't hold, or hold what they don't announce.
    static let lies = [
        HostileFile("rows.xml", "cells, at most 1000000") { votable(table(nrows: "9223372036854775807")) },
        HostileFile("array.xml", "elements in one cell, at most 1048576") {
            votable(table(field: #"arraysize="99999999999""#))
        },
        HostileFile("array-overflow.xml", "has the arraysize '4294967296x4294967296x4294967296', which is none") {
            votable(table(field: #"arraysize="4294967296x4294967296x4294967296""#))
        },
        HostileFile("href-file.xml", "its data (line 2) are elsewhere (file:///etc/passwd)") {
            votable(table(stream: #"href="file:///etc/passwd""#))
        },
        HostileFile("href-http.xml", "its data (line 2) are elsewhere (http://127.0.0.1:9/x)") {
            votable(table(stream: #"href="http://127.0.0.1:9/x""#))
        },
        HostileFile("variable-cell.xml", "elements in one cell, at most 1048576") {
            votable(table(field: #"arraysize="*""#, stream: #"encoding="base64""#, data: "/////w=="))
        },
        HostileFile("lies-utf16.xml", "labelled UTF-16 but has UTF-8 content") { declaration("UTF-16") + votable("") },
        HostileFile("lies-utf8.xml", "it is not well-formed XML") {
            votable("<DESCRIPTION>") + [0xFF, 0xFE, 0xC0, 0x80] + Array("</DESCRIPTION>".utf8)
        },
        HostileFile("unknown-encoding.xml", "Unsupported encoding EBCDIC-XX") {
            declaration("EBCDIC-XX") + votable("")
        },
        HostileFile("utf7.xml", "data encoded as UTF-7 (line 1) are not read") { declaration("UTF-7") + votable("") },
        HostileFile(
            "utf7.aida", "its encoding is 'UTF-7'", text: { "<?xml version=\"1.0\" encoding=\"UTF-7\"?><aida/>" }),
        HostileFile("foreign-encoding.xml", "it is not well-formed XML") {
            declaration("IBM037") + [UInt8](repeating: 0x7E, count: 100_000)
        },
    ]

    /// Ten entities, each of ten of the one before.
    private static func laughs() -> String {
        (1...9).reduce("<!ENTITY l0 \"ha\">") { text, level in
            text + "<!ENTITY l\(level) \"\(repeated("&l\(level - 1);", 10))\">"
        }
    }

    private static func attributes(_ count: Int, value: String = "") -> String {
        (0..<count).map { "a\($0)=\"\(value)\"" }.joined(separator: " ")
    }

    /// The same text in UTF-16.
    private static func wide(_ text: [UInt8]) -> [UInt8] {
        "\u{FEFF}\(String(decoding: text, as: UTF8.self))".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static func declaration(_ encoding: String) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>".utf8)
    }

    private static func doctype(_ declarations: String, _ text: String) -> [UInt8] {
        votable("<DESCRIPTION>\(text)</DESCRIPTION>", doctype: declarations)
    }

    private static func votable(_ body: String, doctype: String = "") -> [UInt8] {
        let prolog = doctype.isEmpty ? "" : "<!DOCTYPE VOTABLE [\(doctype)]>"
        let start = "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">"
        return Array("\(prolog)\(start)\(body)</VOTABLE>".utf8)
    }

    private static func table(
        nrows: String = "1", field: String = "", stream: String = #"encoding="base64""#, data: String = ""
    ) -> String {
        """
        <RESOURCE><TABLE nrows="\(nrows)"><FIELD name="mass" datatype="char" \(field)/>
        <DATA><BINARY><STREAM \(stream)>\(data)</STREAM></BINARY></DATA></TABLE></RESOURCE>
        """
    }
}
