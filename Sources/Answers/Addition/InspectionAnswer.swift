import ConstraintKit
import CurveFormats
import Documents

/// What `inspect` answers: what a file holds and what it lacks.
public struct InspectionAnswer: RecordAnswer {
    public static let schemaName = "inspect"
    public static let schemaVersion = 1
    public static let meaning = "What a file holds, what it lacks, and whether a curve in it can be used."
    private let name: String
    private let inspection: Inspection
    private let error: String?
    private let missing: [MissingFactRecord]
    private let lines: [String]
    private let record: [String]

    /// - Parameters:
    ///   - name: of the file.
    ///   - words: for why there is no document.
    ///   - wordsOfMissing: for what is missing.
    public init(
        _ inspection: Inspection, name: String, error words: (CurveFormatError) -> String,
        missing wordsOfMissing: (MissingItem) -> String
    ) {
        (self.inspection, self.name) = (inspection, name)
        error = inspection.error.map(words)
        missing = inspection.missing.map { MissingFactRecord(item: $0, words: wordsOfMissing($0)) }
        lines = inspection.lines(error: words, missing: wordsOfMissing)
        record = []
    }

    /// Of a record at HEPData, as long as nobody said which of its tables is meant.
    /// - Parameters:
    ///   - tables: their names.
    ///   - words: that there are these, a line each.
    public init(recordNamed name: String, tables: [String], words: String) {
        inspection = Inspection(format: .text, foreign: .hepDataRecord, curves: [], missing: [], warnings: [])
        (self.name, record, error) = (name, tables, words)
        (missing, lines) = ([], words.split(separator: "\n").map(String.init))
    }

    /// A line for each curve.
    public var rows: [CurveSummaryRecord] { inspection.curves.map(CurveSummaryRecord.init) }

    /// A fact a line: a title with a line break in it makes no line of its own.
    public var text: String { lines.map(PlainText.clean).joined(separator: "\n") }

    public static let fields: [Field<InspectionAnswer>] = [
        Field("file", "The name of the file.") { $0.name },
        Field(
            "format", .nullable(.words(CurveFormat.allCases.map(\.rawValue))),
            "What it was taken for; null where it is nothing that is read."
        ) { $0.inspection.foreign == nil ? $0.inspection.format.rawValue : nil },
        Field("foreign", "What it is, where it is nothing that is read; null elsewhere.") {
            $0.inspection.foreign?.rawValue
        },
        Field("record", "Of a record at HEPData the tables, one of which is to be named; empty elsewhere.") {
            $0.record
        },
        Field("wrapping", "What it was taken out of, the outermost first.") { $0.inspection.wrapping },
        Field("usable", "Whether it holds at least one curve that can be used as it is.") { $0.inspection.isUsable },
        Field("error", "Why there is no document; null where there is one.") { $0.error },
        Field("missing", "What has to be said of it.") { $0.missing },
        Field("warnings", "What was noticed, and read all the same.") { $0.inspection.warnings.map(\.explanation) },
        Field("card", .nullable(.object(CardFacts.all.map(\.property))), "Its card; null where there is no document.") {
            $0.inspection.document.map { CardRecord(card: $0.card) }
        },
        Field("curves", "Its curves.") { $0.rows },
        Field("tables", "Its auxiliary tables.") { answer in
            (answer.inspection.document?.tables ?? [:]).sorted { $0.key < $1.key }.map {
                TableSummaryRecord(name: $0.key, table: $0.value)
            }
        },
        Field("parameters", "Numbers that its computation uses.") {
            NamedNumbers($0.inspection.document?.parameters ?? [:])
        },
    ]
}

/// What has to be said of a file.
struct MissingFactRecord: Record {
    let item: MissingItem
    let words: String

    static let fields: [Field<MissingFactRecord>] = [
        Field("field", "The key of the fact.") { $0.item.field.key },
        Field("detail", "The same in words, with the option that says it.") { $0.words },
    ]
}

/// A card alone.
private struct CardRecord: Record {
    let card: Card

    static let fields: [Field<CardRecord>] = CardFacts.all.map { $0.of(\.card) }
}

/// A curve of a file, in numbers.
public struct CurveSummaryRecord: Record {
    let curve: Inspection.CurveSummary

    public static let fields: [Field<CurveSummaryRecord>] =
        [
            Field("name", "The name of the curve.") { $0.curve.name },
            Field("kind", words: Kind.allCases.map(\.rawValue), "What it is worth.") { $0.curve.kind.rawValue },
            Field(
                "shape", words: Inspection.Shape.allCases.map(\.rawValue), "Which side of it is excluded or preferred."
            ) { $0.curve.shape.rawValue },
        ] + ConfidenceLevelFields.all.map { $0.of(\.curve.confidenceLevel) } + [
            Field("points", "How many it has; 0 for a bound on the mass alone.") { $0.curve.points },
            Field("gaps", "How many it has.") { $0.curve.gaps },
            Field("mass_low_MeV", unit: "MeV", "The least mass; null where there is no end.") {
                $0.curve.masses?.lowerBound
            },
            Field("mass_high_MeV", unit: "MeV", "The greatest mass; null where there is no end.") {
                $0.curve.masses?.upperBound
            },
            Field("coupling_low", "The least g′; null where there is no end.") { $0.curve.couplings?.lowerBound },
            Field("coupling_high", "The greatest g′; null where there is no end.") { $0.curve.couplings?.upperBound },
        ]
}

/// An auxiliary table of a file.
struct TableSummaryRecord: Record {
    let name: String
    let table: AuxiliaryTable

    static let fields: [Field<TableSummaryRecord>] = [
        Field("name", "Its name.") { $0.name },
        Field("columns", "The names of its columns.") { $0.table.columns.map(\.name) },
        Field("rows", "How many it has.") { $0.table.columns.first?.values.count ?? 0 },
    ]
}
