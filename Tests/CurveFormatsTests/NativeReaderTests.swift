import ConstraintKit
import Testing
import VOTable

@testable import CurveFormats

@Suite struct NativeReaderTests {
    private func error(_ bytes: [UInt8], _ options: ImportOptions = .init()) -> CurveFormatError? {
        #expect(throws: CurveFormatError.self) { try readDocument(bytes, name: "a.xml", options: options) }
    }

    @Test func everythingMissingIsNamedAtOnce() {
        let fields =
            #"<FIELD name="mass" datatype="double"/>"#
            + #"<FIELD name="limit" datatype="double" ucd="arith.factor;stat.max"/>"#
        #expect(
            error(TestInput.votable(params: "", fields: fields, table: "t"))
                == .missing(
                    [
                        .massUnit(table: "t", column: "mass"), .quantity(table: "t", column: "limit"),
                        .kind(table: "t"), .confidenceLevel(table: "t"), .excludedSide(table: "t"),
                    ], file: "a.xml"))
    }

    @Test func optionsSupplyWhatIsMissing() throws {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel, options.side) = (.projected, .notStated, .below)
        options.massUnit = .gigaelectronvolt
        let fields = TestInput.defaultFields.replacing(#" unit="MeV""#, with: "")
        let read = try readDocument(
            TestInput.votable(params: "", fields: fields, table: "t"), name: "a.xml", options: options)
        #expect(read.document.card.kind == .projected)
        #expect(read.document.limits.first?.region.massRange == 1000...3000)
    }

    @Test func aLevelThatIsNotStatedMustSaySo() throws {
        let basis = #"<PARAM name="confidence_level_basis" datatype="char" arraysize="*" value="not stated"/>"#
        let read = try readDocument(
            TestInput.votable(params: TestInput.kind + TestInput.side + basis), name: "a.xml")
        #expect(read.document.card.confidenceLevel == .notStated)
        #expect(
            error(TestInput.votable(params: TestInput.kind + TestInput.side))
                == .missing([.confidenceLevel(table: "observed")], file: "a.xml"))
    }

    @Test(
        arguments: [
            ("MeV/c", "MeV"), ("Mev", "MeV"), ("TEV", "TeV"), ("s", nil), ("kg", nil),
            ("J", nil),
        ] as [(String, String?)]) func unitsAreRefusedWithAHint(_ unit: String, _ hint: String?)
    {
        let fields = TestInput.defaultFields.replacing("MeV", with: unit)
        #expect(
            error(TestInput.votable(fields: fields))
                == .badUnit(column: "mass", unit: unit, hint: hint, table: "observed"))
    }

    @Test(arguments: [
        ("10**3keV", 1.0), ("1e-3GeV", 1), ("0.511MeV", 0.511), ("10^(-3) GeV", 1), ("daeV", 1e-5), ("PeV", 1e9),
        ("MeV/c2", 1), ("MeV/c^2", 1), ("GeV/c**2", 1000),
    ]) func unitsHavePrefixesAndFactors(_ text: String, _ value: Double) throws {
        #expect(try #require(MassUnit(text)).megaelectronvolts(1) == value)
    }

    @Test(arguments: [("", 0.5), ("---", 0.5), ("10**-3", 5e-4), ("1e-3", 5e-4), ("%", 5e-3)])
    func couplingsMayBeScaled(_ unit: String, _ coupling: Double) throws {
        #expect(try #require(NumberUnit(unit)).plain(0.5) == coupling)
        #expect(NumberUnit("MeV") == nil)
    }

    @Test func metaResourcesAreNotRead() throws {
        var document = try VOTableDocument(TestInput.votable())
        document.resources.append(document.resources[0])
        document.resources[1].type = "meta"
        #expect(try readDocument(document.serialized(), name: "a.xml").document.limits.count == 1)
    }

    @Test func tablesWithoutAxesAreLeftOut() throws {
        var document = try VOTableDocument(TestInput.votable())
        document.resources[0].tables.append(
            Table(name: "log", fields: [VOTableField(name: "events")], columns: [.numbers([1, 2])]))
        let read = try readDocument(document.serialized(), name: "a.xml")
        #expect(read.warnings == [.tableIgnored(name: "log")])
        #expect(read.document.limits.count == 1)
    }

    @Test func oneEdgeIsNoBand() {
        let params =
            TestInput.kind + TestInput.level + TestInput.side.replacing("above", with: "inside")
            + #"<PARAM name="topology" datatype="char" arraysize="*" value="edge"/>"#
        #expect(error(TestInput.votable(params: params)) == .edgesUnpaired(band: "observed", found: 1))
    }

    @Test func sidesMustFitTheLine() {
        let params =
            TestInput.kind + TestInput.level + TestInput.side
            + #"<PARAM name="topology" datatype="char" arraysize="*" value="closed"/>"#
        #expect(
            error(TestInput.votable(params: params))
                == .sideDoesNotFit(side: .above, topology: .closed, table: "observed"))
    }

    @Test func stemsComeFromFileNames() {
        #expect(stemOfFile(named: "NA64 μ (2024).vot.gz") == "NA64----2024")
        #expect(stemOfFile(named: "../../etc/passwd") == "passwd")
        #expect(stemOfFile(named: "…") == nil)
    }

    @Test func inspectionSaysWhatIsMissing() {
        let hint = TestInput.kind.replacing("observed", with: "hint")
        let inspection = inspect(TestInput.votable(params: hint + TestInput.level), name: "a.xml")
        #expect(!inspection.isUsable)
        #expect(inspection.missing == [.excludedSide(table: "observed")])
        #expect(inspection.lines.contains { $0.hasPrefix("missing: ") && $0.contains("side is excluded") })
    }

    /// A limit excludes above where nothing else is said, and the answer says that this was assumed.
    @Test(arguments: ["observed", "expected", "projected"]) func theSideOfALimitIsAssumed(kind: String) throws {
        let params = TestInput.kind.replacing("observed", with: kind) + TestInput.level
        let read = try readDocument(TestInput.votable(params: params), name: "a.xml")
        #expect(read.warnings == [.sideAssumed(table: "observed", side: .above)])
        let plain = try readDocument(TestInput.votable(), name: "a.xml")
        #expect(read.document.limits.map(\.region) == plain.document.limits.map(\.region))
    }

    @Test func inspectionDescribesACurve() {
        let inspection = inspect(TestInput.votable(), name: "my-limit.xml")
        #expect(inspection.isUsable)
        #expect(
            inspection.lines == [
                "format: VOTable", "stem: my-limit", "title: my-limit", "kind: observed limit",
                "confidence level: 90 %",
                "kinetic mixing: none", "method: not-stated", "status: unvalidated",
                "curve observed: observed, above, 90 % CL, 2 points, mass 1.0–3.0 MeV, g′ 0.0005–0.0006",
            ])
    }
}
