import Documents
import Drawing
import Reproduction

/// All files of a reproduction of the paper: its figures from our numbers, and what it says beside what we find.
public struct ReproductionFiles: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there are no figures; nil where there are. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines of the figures whose label found no place.
    public let unlabelled: [String]

    /// - Parameters:
    ///   - areDrawn: whether there are to be figures.
    ///   - style: of the figures.
    public init(_ reproduction: Reproduction, areDrawn: Bool = true, style: FigureStyle = .init()) throws {
        let figures = areDrawn ? ReproductionFigures(reproduction: reproduction, style: style).all : []
        let drawn = areDrawn ? DrawnFigures(figures) : .none
        let table = ReproductionTable(reproduction)
        let report = ReproductionReport(table)
        let forms = [AnswerFormat.markdown: "md", .text: "txt", .csv: "csv", .json: "json"]
        let texts = try forms.sorted { $0.value < $1.value }.map { format, fileExtension in
            ("reproduction.\(fileExtension)", try report.bytes(as: format))
        }
        files = drawn.files + texts + [("slips.csv", Array(try table.slips.csv.utf8))]
        figureError = drawn.error
        unlabelled = figures.flatMap(\.unlabelled)
    }
}

/// The answer of `reproduce`: what the paper states beside what is found.
public struct ReproductionReport: Sendable {
    private let table: ReproductionTable
    private let written: WrittenFiles?

    /// - Parameter written: the files.
    public init(_ reproduction: Reproduction, written: WrittenFiles) {
        (table, self.written) = (ReproductionTable(reproduction), written)
    }

    init(_ table: ReproductionTable) { (self.table, written) = (table, nil) }
}

extension ReproductionReport: RecordAnswer {
    public static let schemaName = "reproduce"
    public static let schemaVersion = 1
    public static let meaning = "What de la Vega, Peinado and Wudka (2024) state beside what is found here."

    public var text: String {
        table.listing + (written.map { "\n\($0.sentence)\n" } ?? "")
    }

    /// The statements; the slips are in a file of their own.
    public var rows: [ReproducedStatement] { table.statements }

    public static let fields: [Field<ReproductionReport>] = [
        Field("statements", "What the paper states.") { $0.table.statements },
        Field("slips", "What it prints and can't mean.") { $0.table.slips },
        WrittenFiles.field(\.written),
    ]

    public func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]? {
        format == .markdown ? Array(table.text(as: .markdown).utf8) : nil
    }
}
