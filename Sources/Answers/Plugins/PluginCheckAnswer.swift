import Assessment
import Documents
import PluginLoading

/// What `plugin check` answers: how each bound of a plugin conforms.
public struct PluginCheckAnswer: Answer {
    public static let schemaName = "plugin-check"
    public static let schemaVersion = 1
    public static let meaning = "How each bound of a plugin stands up to the suite that the bundled bounds pass."
    public static var schema: Schema { .list(ConformanceRecord.schema) }
    private let bounds: [ConformanceRecord]

    public init(_ conformance: PluginConformance) { bounds = conformance.bounds.map(ConformanceRecord.init) }

    /// A line for each finding.
    public var rows: [FindingRecord] { bounds.flatMap(\.findings) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for bound in bounds { try container.encode(bound) }
    }

    public var text: String { bounds.map { $0.text }.joined(separator: "\n") }
}

/// One bound, with everything that is wrong with it.
struct ConformanceRecord: Record {
    let bound: PluginConformance.Bound

    var findings: [FindingRecord] { bound.findings.map { FindingRecord(stem: bound.stem, finding: $0) } }

    static let fields: [Field<ConformanceRecord>] = [
        Field("stem", "Name of the bound.") { $0.bound.stem },
        Field("conforms", "Whether nothing is wrong with it.") { $0.bound.findings.isEmpty },
        Field("known_values", "How many known values it was held against.") { $0.bound.knownValues },
        Field("findings", "What is wrong with it.") { $0.findings },
    ]

    /// What is wrong, a line each, or that nothing is.
    var text: String {
        guard !bound.findings.isEmpty else {
            let values = bound.knownValues == 1 ? "1 known value" : "\(bound.knownValues) known values"
            return "\(bound.stem) conforms (\(values))"
        }
        let lines = bound.findings.map { "  " + PlainText.clean(String($0.description.prefix(300))) }
        return (["\(bound.stem) does not conform:"] + lines).joined(separator: "\n")
    }
}

/// Something that is wrong with a bound.
public struct FindingRecord: Record {
    let stem: String
    let finding: ConformanceFinding

    public static let fields: [Field<FindingRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("subject", words: ConformanceFinding.Subject.allCases.map(\.rawValue), "What was examined.") {
            $0.finding.subject.rawValue
        },
        Field("detail", "What was found.") { $0.finding.detail },
    ]
}
