import AllowedRegion
import Assessment
import CurveArchive
import Documents
import Scenarios

/// Many points as a stream of lines of JSON: the first has what holds for all of them, each other one what is said of a point.
public struct PointStream: Sendable {
    public static let schemaName = "check-points"
    public static let schemaVersion = 2
    public static let meaning =
        "What is said of many points, a line each: the first line has what holds for all of them."

    private let boundSet: BoundSet
    private let missing: MissingBounds
    private let version: String

    /// - Parameters:
    ///   - missing: the bounds that take no part because they are not at hand.
    ///   - version: of the program.
    public init(_ boundSet: BoundSet, missing: MissingBounds = .none, version: String) {
        (self.boundSet, self.missing, self.version) = (boundSet, missing, version)
    }

    /// What holds for all points, with its line end.
    public func head() throws -> JSONLine {
        var line = JSONLine()
        try PointsHead(boundSet: boundSet, missing: missing, version: version).write(to: &line)
        line.breakLine()
        return line
    }

    /// Adds a point, with its line end.
    /// - Parameter input: what its row has besides.
    public func write(_ row: PointRow, input: [JSONValue.Member] = [], to line: inout JSONLine) throws {
        try PointRowLine(row: row, input: input).write(to: &line)
        line.breakLine()
    }

    /// Adds a point with what each bound says of it.
    public func write(
        _ assessment: PointAssessment, input: [JSONValue.Member] = [], to line: inout JSONLine
    ) throws {
        try VerdictsLine(assessment, missing: missing, input: input).write(to: &line)
        line.breakLine()
    }

    /// Adds a row that is no point, or could not be answered.
    public func write(invalid reason: String, input: [JSONValue.Member] = [], to line: inout JSONLine) throws {
        try InvalidLine(reason: reason, input: input).write(to: &line)
        line.breakLine()
    }

    /// Of each line.
    static var schema: AnswerSchema {
        AnswerSchema(
            schemaName, version: schemaVersion, meaning: meaning,
            lines: [PointsHead.schema, PointRowLine.schema, VerdictsLine.schema, InvalidLine.schema])
    }
}

/// The facts of a scenario and of its bounds, which lines about points do not repeat.
struct PointsHead: StreamedRecord {
    let boundSet: BoundSet
    let missing: MissingBounds
    let version: String

    static let fields: [Field<PointsHead>] = [
        Field(
            "schema", .constant("\(PointStream.schemaName)/\(PointStream.schemaVersion)"),
            "The name and version of the schema of all lines."
        ) { _ in "\(PointStream.schemaName)/\(PointStream.schemaVersion)" },
        Field("program_version", "Of the program and the data it carries.") { $0.version },
        Field("scenario", ScenarioRecord.schema, "The scenario, as its file says it.") {
            ScenarioRecord($0.boundSet.scenario)
        },
        Field("bounds", "The bounds that take part, in the order of the verdicts on a point.") {
            $0.boundSet.bounds.map(BoundOfPoints.init)
        },
        OwnDocuments.choice { $0.boundSet.scenario.ownBounds },
        OwnDocuments.field { $0.boundSet.bounds },
        MissingRecord.field("Bounds that are not at hand, whose stems lines about points name.") { $0.missing },
        DocumentRecord.field { $0.boundSet.inputs }, InputRecord.field { $0.boundSet.inputs },
    ]
}

/// All that is known of a bound that takes part.
private struct BoundOfPoints: Record {
    let bound: Bound

    static let fields = BoundFields.all.map { $0.of { (part: BoundOfPoints) in part.bound } }
}

/// A row that has no answer.
private struct InvalidLine: StreamedRecord {
    let reason: String
    let input: [JSONValue.Member]

    static let fields: [Field<InvalidLine>] = [
        Field("standing", words: ["invalid"], "That the row is no point, or could not be answered.") { _ in "invalid" },
        Field("reason", "Why, with the place of the row.") { $0.reason },
        PointInput.field { $0.input },
    ]
}
