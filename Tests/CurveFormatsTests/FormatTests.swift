import ConstraintKit
import Testing

@testable import CurveFormats

/// Each further format gives the plain curve of the corpus, with what its file says and what an option must add.
@Suite struct FormatTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var file: String
        var format: CurveFormat
        /// What the file says, in the order kind, confidence level, side, unit, quantity: the others are options.
        var lacks: Set<String> = []
        var curve: String?
        var testDescription: String { file }
    }

    static let samples = [
        Sample(file: "aida.xml", format: .aida),
        Sample(file: "dmtools.xml", format: .dmtools, lacks: ["quantity"]),
        Sample(file: "hepdata.yaml", format: .hepDataYAML, curve: "Observed upper limit on g'"),
        Sample(file: "hepdata.json", format: .hepDataJSON, curve: "Observed upper limit on g'"),
        Sample(file: "hepdata.csv", format: .hepDataCSV, curve: "Observed upper limit on g'"),
        Sample(
            file: "wpd-4.json", format: .webPlotDigitizer,
            lacks: ["mass_unit", "quantity", "confidence_level"]),
        Sample(
            file: "wpd-3.json", format: .webPlotDigitizer,
            lacks: ["mass_unit", "quantity", "confidence_level"]),
    ]

    static func file(_ name: String) throws -> CurveFile {
        CurveFile(name: name, bytes: try TestInput.bytes("Corpus/formats/\(name)"))
    }

    private func options(_ sample: Sample) -> ImportOptions {
        var options = ImportOptions()
        options.curves = sample.curve.map { [$0] } ?? []
        if sample.lacks.contains("mass_unit") { options.massUnit = .megaelectronvolt }
        if sample.lacks.contains("quantity") { options.quantity = .coupling }
        if sample.lacks.contains("confidence_level") { options.confidenceLevel = .stated(0.9) }
        return options
    }

    @Test(arguments: samples) func isRecognisedByItsContent(_ sample: Sample) throws {
        #expect(Recognition(try Self.file(sample.file).bytes) == .format(sample.format))
    }

    @Test(arguments: samples) func givesThePlainCurve(_ sample: Sample) throws {
        let plain = try readDocument(try TestInput.bytes("Corpus/valid/tabledata-v1.4.xml"), name: "a.xml")
        let read = try importCurves([try Self.file(sample.file)], options: options(sample))
        #expect(read.document.limits.map(\.region) == plain.document.limits.map(\.region))
        #expect(read.document.card.confidenceLevel == .stated(0.9))
        #expect(read.document.card.kind == .observed)
        // The native form holds all of it.
        let again = try readDocument(nativeVOTable(of: read.document).serialized(), name: "a.vot")
        #expect(again.document == read.document)
    }

    @Test(arguments: samples) func namesTheFieldsThatItLacks(_ sample: Sample) throws {
        let file = try Self.file(sample.file)
        let inspection = inspect(file.bytes, name: file.name)
        #expect(inspection.format == sample.format)
        #expect(Set(inspection.missing.map(\.field.key)) == sample.lacks)
        #expect(inspection.isUsable == sample.lacks.isEmpty)
        #expect(inspection.lines.first == "format: \(sample.format.rawValue)")
    }

    /// As spreadsheets in many languages save a table, with points in its numbers.
    @Test func semicolonsMayPartTheFieldsOfHEPDatasCSV() throws {
        let file = try Self.file("hepdata.csv")
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let parted = lines.map { $0.contains("description") ? String($0) : String($0.replacing(",", with: ";")) }
        let again = CurveFile(name: file.name, bytes: Array(parted.joined(separator: "\n").utf8))
        #expect(try importCurves([again]) == importCurves([file]))
    }

    @Test(arguments: ["hepdata.yaml", "hepdata.json", "hepdata.csv"]) func hepDataGivesAllItsCurves(_ file: String)
        throws
    {
        let read = try importCurves([try Self.file(file)])
        let limits = read.document.limits
        #expect(limits.map(\.kind) == [.observed, .expected])
        #expect(limits.map(\.name) == ["Observed upper limit on g'", "Expected upper limit on g'"])
        guard case .above(let expected) = limits[1].region else {
            Issue.record("not an upper limit: \(limits[1])")
            return
        }
        // The third value is missing: a gap after the second of the four that are left.
        #expect(expected.knots.count == 4 && expected.gapsAfter == [1])
        let name = "Expected upper limit on g'"
        #expect(read.warnings == [.errorsLeftOut(table: name), .rowsWithoutValue(table: name, rows: 1)])
        let card = read.document.card
        #expect(card.references.map(\.doi) == ["10.17182/hepdata.999999.v1/t3"])
        #expect(card.title == "Table 3" && card.method == .published)
        #expect(card.summary.contains("an experiment that does not exist"))
        #expect(card.assumptions.contains { $0.hasPrefix("SQRT(S): 160") })
    }

    /// HEPData's JSON writes a fact of neighbouring columns once, with their number.
    @Test func sharedQualifiersHoldForEachOfTheirColumns() throws {
        let text = """
            {"name": "T", "headers": [{"name": "mass [MeV]"}, {"name": "Observed upper limit on g"},
              {"name": "Expected upper limit on g"}, {"name": "Projected upper limit on g"}],
             "qualifiers": {"CL": [{"type": "CL", "value": "95 %", "colspan": 2, "group": 0},
                                   {"type": "CL", "value": "90 %", "colspan": 99, "group": 2}]},
             "values": [{"x": [{"value": 1}], "y": [{"value": 1e-4, "group": 0}, {"value": 2e-4, "group": 1},
                                                    {"value": 3e-4, "group": 2}]}]}
            """
        let read = try importCurves([TestInput.text(text, name: "t.json")])
        #expect(read.document.limits.map(\.confidenceLevel) == [.stated(0.95), .stated(0.95), .stated(0.9)])
    }

    /// XML has no place for a control character, which a heading of CSV may hold.
    @Test func aNameWithAControlCharacterSurvivesWriting() throws {
        let text = "#: name: T\nmass [MeV],\"Observed\u{1} 90% CL upper limit\u{FFFE} on g\"\n1,1e-4\n3,2e-4\n"
        let read = try importCurves([TestInput.text(text)])
        #expect(read.document.limits.map(\.name) == ["Observed 90% CL upper limit on g"])
        let again = try readDocument(nativeVOTable(of: read.document).serialized(), name: "curve.csv")
        #expect(again.document.limits == read.document.limits)
    }

    @Test(arguments: [
        ("%PDF-1.7\n1 2\n", ForeignFile.pdf), ("GIF89a", .image), ("PK\u{3}\u{4}", .spreadsheet),
        ("wpd/" + String(repeating: "\0", count: 253) + "ustar", .tar),
    ]) func filesWithoutTablesAreCalledWhatTheyAre(_ text: String, _ kind: ForeignFile) {
        let found = inspect(Array(text.utf8), name: "a.csv").error
        #expect(found == .foreign(kind, file: "a.csv"))
        #expect(found?.explanation.contains(kind.advice) == true)
    }

    /// What Excel saves as Unicode text is no XML.
    @Test(arguments: [false, true]) func wideTextIsRead(isBigEndian: Bool) {
        let text = "# kind: observed\n# confidence_level: 0.9\n# excluded_side: above\nmass_MeV\tg'\n1\t5e-4\n3\t6e-4\n"
        let wide = "\u{FEFF}\(text)".utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
        let (found, plain) = (inspect(wide, name: "a.txt"), inspect(Array(text.utf8), name: "a.txt"))
        #expect(found.document == plain.document)
        #expect(plain.isUsable)
        #expect(found.lines.first == "format: text, in UTF-16")
        #expect(inspect(Array(wide.dropLast()), name: "a.txt").isUsable == false)
    }

    /// What is too long in any case is refused by its length, and not turned into another text before.
    @Test func longWideTextIsNotDecoded() throws {
        let lines = String(repeating: "1\n", count: (2 << 20) + 1)
        let wide = [0xFF, 0xFE] + [UInt8](try #require(lines.data(using: .utf16LittleEndian)))
        #expect(try UnpackedFile(CurveFile(name: "a.txt", bytes: wide)).wrapping.isEmpty)
        #expect(
            inspect(wide, name: "a.txt").error
                == .badText(line: 1, fault: .tooLarge(limit: 4 << 20), file: "a.txt"))
        #expect(try UnpackedFile(CurveFile(name: "a.txt", bytes: wide.dropLast(4))).wrapping == ["UTF-16"])
    }

    @Test func aCurveThatIsNotThereIsNamedWithThoseThatAre() throws {
        var options = ImportOptions()
        options.curves = ["median"]
        let known = ["Observed upper limit on g'", "Expected upper limit on g'"]
        let file = try Self.file("hepdata.csv")
        #expect(throws: CurveFormatError.unknownCurve("median", known: known, file: file.name)) {
            try importCurves([file], options: options)
        }
        let votable = CurveFile(name: "m.xml", bytes: try TestInput.bytes("Corpus/valid/multi-table.xml"))
        #expect(
            throws: CurveFormatError.unknownCurve("median", known: ["observed", "expected", "1e11 MOT"], file: "m.xml")
        ) {
            try importCurves([votable], options: options)
        }
        options.curves = ["expected"]
        #expect(try importCurves([votable], options: options).document.limits.map(\.kind) == [.expected])
    }

    @Test func dmtoolsValuesAreNeverEvaluated() throws {
        for values in ["{[1 2e-4; __import__('os') 1]}", "{[1 10**-4]}", "{[1 2 3]}", "{[1 0x10p3]}"] {
            let text = "<limits><limit><data-label>a</data-label><data-values>\(values)</data-values></limit></limits>"
            let inspection = inspect(Array(text.utf8), name: "a.xml")
            guard case .badFile(.dmtools, .wrongValue(_, _, expected: "two numbers"), _) = inspection.error else {
                Issue.record("\(values) was not refused: \(inspection)")
                continue
            }
        }
    }

    /// A cross section is no coupling, whatever the options say.
    @Test func dmtoolsCrossSectionsAreRefused() throws {
        let sample = Self.samples[1]
        let text = String(decoding: try Self.file(sample.file).bytes, as: UTF8.self)
        let section = text.replacing("<y-units></y-units>", with: "<y-units>cm^2</y-units>")
        let error = #expect(throws: CurveFormatError.self) {
            try importCurves([CurveFile(name: "a.xml", bytes: Array(section.utf8))], options: options(sample))
        }
        guard case .badUnit(column: "y", unit: "cm^2", _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Of HEPData's CSV with several columns in one block each is a curve, with the qualifiers in its own place.
    @Test(arguments: [
        ("#: CL,,90%,95%\n#: LIMIT,,Observed,Expected\nm [MeV],g,g\n", [0.9, 0.95]),
        ("#: CL,,90%,90%\nm [MeV],Observed limit g,Expected limit g\n", [0.9, 0.9]),
        // Lines of qualifiers end with the last column that was measured, and errors stand behind it.
        ("#: CL,,90%,95%\n#: LIMIT,,Observed,Expected\nm [MeV],g,g,g +,g -\n", [0.9, 0.95]),
        ("#: CL,,90%,95%\n#: LIMIT,,Observed,Expected\nm [MeV],g,g,Acceptance\n", [0.9, 0.95]),
    ])
    func eachColumnOfABlockIsACurve(_ head: String, _ levels: [Double]) throws {
        let rest = String(
            repeating: ",1", count: head.split(separator: "\n").last.map { $0.count { $0 == "," } - 2 } ?? 0)
        let text = "#: name: T\n\(head)1,1e-3,2e-3\(rest)\n2,2.5e-3,3e-3\(rest)\n"
        let limits = try importCurves([TestInput.text(text)], options: ImportOptions()).document.limits
        #expect(limits.map(\.kind) == [.observed, .expected])
        #expect(limits.map(\.confidenceLevel) == levels.map { .stated($0) })
        let first = limits.map { limit -> Double? in
            if case .above(let curve) = limit.region { curve.knots.first?.coupling } else { nil }
        }
        #expect(first == [1e-3, 2e-3])
    }

    /// What is called expected is no observed limit beside a column that is left out.
    @Test func theOnlyExpectedColumnIsNoObservedLimit() {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel) = (.observed, .stated(0.9))
        #expect {
            try importCurves([TestInput.text("m [MeV],number 7,g_exp\n1,1e-3,2e-3\n2,2e-3,3e-3\n")], options: options)
        } throws: { error in
            if case .kindContradicted? = error as? CurveFormatError { true } else { false }
        }
    }

    /// However many columns a heading has, nothing is looked for in each before they are counted.
    @Test func aHeadingOfVeryManyColumnsIsRefused() {
        let many = Array(repeating: "a", count: 30_000).joined(separator: ",")
        let found = #expect(throws: CurveFormatError.self) {
            try importCurves([TestInput.text("#: name: T\n\(many)\n")], options: ImportOptions())
        }
        #expect(found == .badFile(.hepDataCSV, .tooLarge(.columns, limit: FormatLimits.curves), file: "curve.csv"))
    }
}
