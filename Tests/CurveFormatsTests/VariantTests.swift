import ConstraintKit
import Testing

@testable import CurveFormats

/// More of what VOTable allows than the corpus shows: the plain curve all the same.
@Suite struct VariantTests {
    private static let plain = [Curve.Knot(mass: 1, coupling: 5e-4), Curve.Knot(mass: 3, coupling: 6e-4)]

    private func knots(_ bytes: [UInt8], _ options: ImportOptions = .init()) throws -> [Curve.Knot] {
        let document = try importCurves([CurveFile(name: "a.xml", bytes: bytes)], options: options).document
        guard case .above(let curve) = try #require(document.limits.first).region else { return [] }
        return curve.knots
    }

    private func document(_ change: (inout String) -> Void) -> [UInt8] {
        var text = String(decoding: TestInput.votable(), as: UTF8.self)
        change(&text)
        return Array(text.utf8)
    }

    @Test(arguments: ["1.1", "1.2", "1.3", "1.4", "1.5"]) func versions(_ version: String) throws {
        // 1.4 and 1.5 keep the namespace of 1.3 (VOTable 1.4 §1.5).
        for namespace in ["v\(version)", "v1.3"] {
            let bytes = document {
                $0 = $0.replacing("version=\"1.4\"", with: "version=\"\(version)\"")
                    .replacing("VOTable/v1.3", with: "VOTable/\(namespace)")
            }
            #expect(try knots(bytes) == Self.plain)
        }
    }

    @Test func aPrefixedNamespace() throws {
        let bytes = document {
            $0 = $0.replacing("</", with: "</vot:").replacing("<", with: "<vot:").replacing(
                "<vot:/vot:", with: "</vot:"
            )
            .replacing("xmlns=", with: "xmlns:vot=")
        }
        #expect(try knots(bytes) == Self.plain)
    }

    @Test(arguments: [
        ("eV", 1e6), ("keV", 1e3), ("MeV", 1), ("GeV", 1e-3), ("TeV", 1e-6), ("10**3keV", 1), ("10**(-3)GeV", 1),
        ("1000 keV", 1), ("0.001GeV", 1), ("1e-3.GeV", 1), ("1e-06TeV", 1),
    ]) func unitsWithPrefixesAndFactors(_ unit: String, _ scale: Double) throws {
        let fields = TestInput.defaultFields.replacing("MeV", with: unit)
        let rows = "<TR><TD>\(scale)</TD><TD>5e-4</TD></TR><TR><TD>\(3 * scale)</TD><TD>6e-4</TD></TR>"
        let found = try knots(TestInput.votable(fields: fields, rows: rows))
        // All of these are powers of ten: the decimal point moves, and nothing is rounded.
        #expect(found == Self.plain)
    }

    @Test func columnsByUtypeUCDAndName() throws {
        let values = "<TR><TD>5e-4</TD><TD>1</TD></TR><TR><TD>6e-4</TD><TD>3</TD></TR>"
        for (coupling, mass) in [
            (#"name="a" utype="limit:Curve.y""#, #"name="b" utype="limit:Curve.x""#),
            (#"name="a" utype="LIMIT:CURVE.Y""#, #"name="b" utype="Limit:Curve.X""#),
            (#"name="g'" ucd="arith.factor;stat.max""#, #"name="b" ucd="phys.mass;phys.particle""#),
            (#"name="g_X""#, #"name="m_Z'""#),
        ] {
            let fields = #"<FIELD \#(coupling) datatype="double"/><FIELD \#(mass) datatype="float" unit="MeV"/>"#
            #expect(try knots(TestInput.votable(fields: fields, rows: values)) == Self.plain)
        }
    }

    @Test(arguments: ["UTF-8", "ISO-8859-1", "UTF-16 big", "UTF-16 little"]) func encodings(_ name: String) throws {
        let encoding = String(name.prefix { $0 != " " })
        let text =
            "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>"
            + String(decoding: TestInput.votable(), as: UTF8.self)
            .replacing("<RESOURCE", with: "<DESCRIPTION>Größe µ</DESCRIPTION><RESOURCE")
        #expect(try knots(Self.encoded(text, name)) == Self.plain)
    }

    private static func encoded(_ text: String, _ name: String) -> [UInt8] {
        switch name {
        case "ISO-8859-1": text.unicodeScalars.map { UInt8($0.value) }
        case "UTF-16 big": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "UTF-16 little": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        }
    }

    @Test func commentsInstructionsAndCDATAInOddPlaces() throws {
        let odd = "<!-- <TD>9</TD> --><?php <TD>9</TD> ?>"
        let bytes = document {
            $0 = $0.replacing("<TD>1</TD>", with: "\(odd)<TD>\n <![CDATA[1]]>\(odd)<![CDATA[.0]]>\t</TD>\(odd)")
                .replacing("<TABLEDATA>", with: "\(odd)<TABLEDATA>\(odd)\n")
                .replacing("</VOTABLE>", with: "\(odd)</VOTABLE>\(odd)\n")
        }
        #expect(try knots(bytes) == Self.plain)
    }

    @Test func whatStandsBesideTheTableIsReadPast() throws {
        let bytes = document {
            $0 = $0.replacing(
                "<TABLE ",
                with: """
                    <COOSYS ID="s" system="ICRS"/><TIMESYS ID="t" timeorigin="0" timescale="TT" refposition="TOPOCENTER"/>
                    <GROUP name="g"><PARAMref ref="p"/><GROUP><PARAM ID="p" name="x" datatype="int" value="1"/></GROUP>
                    </GROUP><LINK href="http://127.0.0.1:9/"/><TABLE\u{20}
                    """
            ).replacing("<DATA>", with: #"<GROUP><FIELDref ref="m"/></GROUP><LINK href="file:///etc/passwd"/><DATA>"#)
                .replacing("<FIELD name=\"mass\"", with: "<FIELD ID=\"m\" name=\"mass\"")
        }
        #expect(try knots(bytes) == Self.plain)
    }

    @Test(arguments: ["1e999", "-Inf", "+Inf", "1,5", "1d0", "0x1p3", "١", "1 2", "1e", "--1", "."])
    func textThatIsNoMass(_ text: String) {
        let rows = "<TR><TD>\(text)</TD><TD>5e-4</TD></TR><TR><TD>3</TD><TD>6e-4</TD></TR>"
        #expect(!inspect(TestInput.votable(rows: rows), name: "a.xml").isUsable)
    }

    @Test(arguments: ["NaN", "", "  \n"]) func textThatIsNull(_ text: String) throws {
        let rows = """
            <TR><TD>1</TD><TD>5e-4</TD></TR><TR><TD>2</TD><TD>\(text)</TD></TR><TR><TD>3</TD><TD>6e-4</TD></TR>
            """
        #expect(try knots(TestInput.votable(rows: rows)) == Self.plain)
    }
}
