import ConstraintKit
import Testing
import VOTable

@testable import IceCubeFit

/// Documents as a user might write them, right and wrong.
@Suite struct DataSetDocumentTests {
    private static let energyFlux = "GeV.cm**-2.s**-1.sr**-1"

    private static func table() -> Table {
        Table(
            name: "segments",
            fields: [
                VOTableField(name: "E_low", unit: "TeV"), VOTableField(name: "E_high", unit: "TeV"),
                VOTableField(name: "E2Phi", unit: energyFlux), VOTableField(name: "E2Phi_err_minus", unit: energyFlux),
                VOTableField(name: "E2Phi_err_plus", unit: energyFlux),
                VOTableField(name: "upper_limit", unit: energyFlux),
                VOTableField(name: "used", datatype: .boolean),
            ],
            columns: [
                .numbers([10, 100]), .numbers([100, 1000]), .numbers([2e-8, nil]), .numbers([1e-8, nil]),
                .numbers([1.5e-8, nil]), .numbers([nil, 4e-9]), .truths([true, false]),
            ])
    }

    private static func document(_ change: (inout Resource, inout Table) -> Void = { _, _ in }) -> VOTableDocument {
        var table = table()
        var resource = Resource(name: "mine", description: "Mine.", params: [Param("channel", text: "tracks")])
        change(&resource, &table)
        if resource.tables.isEmpty { resource.tables = [table] }
        return VOTableDocument(resources: [resource])
    }

    @Test func readsWhatIsGiven() throws {
        let dataSet = try DataSet(Self.document())
        #expect(dataSet.stem == "mine" && dataSet.title == "mine" && dataSet.summary == "Mine.")
        #expect(dataSet.channel == .tracks && dataSet.method == nil && dataSet.status == .unvalidated)
        #expect(dataSet.limitConfidenceLevel == .notStated)
        #expect(dataSet.segments.map(\.lowerEdge) == [1e4, 1e5])
        #expect(
            dataSet.segments.map(\.measurement) == [.flux(2e-8, minus: 1e-8, plus: 1.5e-8), .upperLimit(4e-9)])
        #expect(dataSet.defaultSegments.count == 1)
    }

    @Test func takesTheStemOfTheFileBeforeThatOfTheResource() throws {
        #expect(try DataSet(Self.document(), stem: "other-2").stem == "other-2")
    }

    @Test func findsColumnsByMeaningBeforeName() throws {
        let document = Self.document { _, table in
            // Two columns swap names; the utype says which is which.
            table.fields[0].name = "E_high"
            table.fields[0].utype = "spectrum:Segment.lowerEdge"
            table.fields[1].name = "E_low"
            table.fields[1].utype = "spectrum:Segment.upperEdge"
        }
        #expect(try DataSet(document).segments.map(\.lowerEdge) == [1e4, 1e5])
    }

    @Test func doesWithoutLimitsAndWithoutChoice() throws {
        let document = Self.document { _, table in
            table.fields.removeLast(2)
            table.columns.removeLast(2)
            table.columns[2] = .numbers([2e-8, 1e-8])
            table.columns[3] = .numbers([1e-8, 1e-8])
            table.columns[4] = .numbers([1e-8, 1e-8])
        }
        #expect(try DataSet(document).defaultSegments.count == 2)
    }

    @Test func readsReferencesAndLevel() throws {
        let document = Self.document { resource, _ in
            var percent = Param("confidence_level", number: 68)
            percent.field.unit = "%"
            resource.params += [percent, Param("method", text: "digitised")]
            resource.infos = [
                Info(name: "reference_1_arxiv", value: "2001.09520"), Info(name: "reference_2_doi", value: "10.1/2"),
                Info(name: "reference_1_citation", value: "One"), Info(name: "publisher", value: "nobody"),
            ]
        }
        let dataSet = try DataSet(document)
        #expect(dataSet.limitConfidenceLevel == .stated(0.68))
        #expect(dataSet.method == .digitised)
        #expect(
            dataSet.references == [
                Reference(arxiv: "2001.09520", citation: "One"), Reference(doi: "10.1/2", citation: ""),
            ])
    }

    /// A fault and what must be said about it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: DataSetError
        let change: @Sendable (inout Resource, inout Table) -> Void

        init(
            _ description: String, _ error: DataSetError,
            _ change: @escaping @Sendable (inout Resource, inout Table) -> Void
        ) {
            testDescription = description
            self.error = error
            self.change = change
        }
    }

    private static func badSegment(_ reason: SegmentError, row: Int = 1) -> DataSetError {
        .unusableSegment(stem: "mine", row: row, reason: reason)
    }

    static let faults: [Fault] = [
        Fault("no column", .columnMissing(stem: "mine", name: "E2Phi_err_plus")) { _, table in
            table.fields.remove(at: 4)
            table.columns.remove(at: 4)
        },
        Fault("no data", .columnMissing(stem: "mine", name: "E_low")) { _, table in table.columns = [] },
        Fault("columns short", .columnNotNumeric(stem: "mine", name: "E_high")) { _, table in
            table.columns[1] = .numbers([100])
        },
        Fault("texts", .columnNotNumeric(stem: "mine", name: "E_high")) { _, table in
            table.columns[1] = .texts(["100", "1000"])
        },
        Fault("numbers for a choice", .columnNotBoolean(stem: "mine", name: "used")) { _, table in
            table.columns[6] = .numbers([1, 0])
        },
        Fault("no unit", .unknownUnit(stem: "mine", column: "E_low", unit: "")) { _, table in
            table.fields[0].unit = nil
        },
        Fault("frequency", .unknownUnit(stem: "mine", column: "E_low", unit: "MHz")) { _, table in
            table.fields[0].unit = "MHz"
        },
        Fault("flux, not energy flux", .unknownUnit(stem: "mine", column: "E2Phi", unit: "cm**-2.s**-1.sr**-1")) {
            $1.fields[2].unit = "cm**-2.s**-1.sr**-1"
        },
        Fault("inverted edges", badSegment(.unusableEdges(lower: 1e5, upper: 1e4))) { _, table in
            table.columns[0] = .numbers([100, 100])
            table.columns[1] = .numbers([10, 1000])
        },
        Fault("overlap", .overlappingSegments(stem: "mine", upperEdge: 2e5, nextLowerEdge: 1e5)) { _, table in
            table.columns[1] = .numbers([200, 1000])
        },
        Fault("zero error", badSegment(.unusableError(0))) { _, table in table.columns[3] = .numbers([0, nil]) },
        Fault("negative error", badSegment(.unusableError(-1e-8))) { _, table in
            table.columns[4] = .numbers([-1e-8, nil])
        },
        Fault("negative flux", badSegment(.unusableFlux(-1e-8))) { _, table in
            table.columns[2] = .numbers([-1e-8, nil])
        },
        Fault("zero limit", badSegment(.unusableUpperLimit(0), row: 2)) { _, table in
            table.columns[5] = .numbers([nil, 0])
        },
        Fault("no error", .errorMissing(stem: "mine", row: 1)) { _, table in
            table.columns[3] = .numbers([nil, nil])
        },
        Fault("flux and limit", .ambiguousMeasurement(stem: "mine", row: 1)) { _, table in
            table.columns[5] = .numbers([1e-8, 4e-9])
        },
        Fault("neither flux nor limit", .ambiguousMeasurement(stem: "mine", row: 2)) { _, table in
            table.columns[5] = .numbers([nil, nil])
        },
        Fault("none used", .noSegments(stem: "mine")) { _, table in table.columns[6] = .truths([false, nil]) },
        Fault("no rows", .noSegments(stem: "mine")) { _, table in
            table.columns = [Column](repeating: .numbers([]), count: 6) + [.truths([])]
        },
        Fault("too many rows", .tooManySegments(stem: "mine", count: 5000, maximum: 1000)) { _, table in
            table.columns[0] = .numbers([Double?](repeating: 1, count: 5000))
        },
        Fault("no channel", .parameterMissing(stem: "mine", name: "channel")) { resource, _ in resource.params = [] },
        Fault("unknown channel", .unusableParameter(stem: "mine", name: "channel", text: "muons")) { resource, _ in
            resource.params = [Param("channel", text: "muons")]
        },
        Fault("percent for a fraction", .unusableParameter(stem: "mine", name: "confidence_level", text: "90.0")) {
            resource, _ in resource.params.append(Param("confidence_level", number: 90))
        },
        Fault("no name", .unusableStem("")) { resource, _ in resource.name = nil },
        Fault("a path for a name", .unusableStem("../mine")) { resource, _ in resource.name = "../mine" },
        Fault("two tables", .severalTables(count: 2)) { resource, table in resource.tables = [table, table] },
        Fault("another table", .noTable) { _, table in table.fields[0].name = "mass" },
    ]

    @Test(arguments: faults) func saysWhatIsWrong(_ fault: Fault) {
        #expect(throws: fault.error) { try DataSet(Self.document(fault.change)) }
    }

    @Test func missingEdgesAreNotNumbers() {
        let error = #expect(throws: DataSetError.self) {
            try DataSet(Self.document { $1.columns[0] = .numbers([nil, 100]) })
        }
        guard case .unusableSegment("mine", row: 1, reason: .unusableEdges)? = error else { return noteWrong(error) }
    }
}
