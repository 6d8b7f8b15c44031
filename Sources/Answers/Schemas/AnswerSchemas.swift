import Documents

/// The schema of every answer that is given as JSON.
public enum AnswerSchemas {
    /// In alphabetical order.
    public static var all: [AnswerSchema] {
        [
            .init(AdditionReport.self), .init(AssessmentReport.self), .init(Chi2Report.self),
            .init(CitationReport.self), .init(DiffAnswer.self), .init(CurveExport.self), .init(EnvelopeReport.self),
            .init(FitReport.self), .init(ImportAnswer.self), .init(InspectionAnswer.self),
            .init(AllowedCouplingsReport.self), .init(CatalogueReport.self), .init(MapSummary.self),
            .init(MissingReport.self), .init(ParameterSetReport.self), .init(PluginBuildAnswer.self),
            .init(PluginCheckAnswer.self), .init(PluginInstallAnswer.self), .init(PluginListAnswer.self),
            .init(PluginNewAnswer.self), .init(PluginRemoveAnswer.self), .init(RefreshAnswer.self),
            .init(RemovalAnswer.self), .init(ReproductionReport.self), .init(ScenarioListReport.self),
            .init(ScenarioReport.self), .init(ScanCancelAnswer.self), .init(ScanExtendAnswer.self),
            .init(ScanPlanReport.self), .init(ScanResult.self), .init(ScanRunAnswer.self),
            .init(ScanStatusReport.self), .init(ScanSubmitAnswer.self), .init(SchemaList.self),
            .init(EntryReport.self), .init(SpectrumReport.self), .init(ExclusionReport.self), PointStream.schema,
        ].sorted { $0.name < $1.name }
    }
}

/// What `schema` answers: the schemas there are.
public struct SchemaList: ListAnswer {
    public static let schemaName = "schema"
    public static let schemaVersion = 1
    public static let meaning = "The schemas of the program's answers."
    public var rows: [SchemaRecord] { AnswerSchemas.all.map { SchemaRecord(name: $0.name, meaning: $0.meaning) } }

    public init() {}

    public var text: String {
        PrintedTable(
            columns: [.init("Schema"), .init("Meaning")], rows: rows.map { [.text($0.name), .text($0.meaning)] }
        ).text(as: .text)
    }
}

/// A schema.
public struct SchemaRecord: Record {
    let name: String
    let meaning: String

    public static let fields: [Field<SchemaRecord>] = [
        Field("name", "Its name, which is that of the command.") { $0.name },
        Field("meaning", "What the answer tells.") { $0.meaning },
    ]
}
