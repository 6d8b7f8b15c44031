import Documents
import Drawing
import Reproduction

/// All files of a reproduction of the paper: its figures from our numbers, and what it says beside what we find.
public struct ReproductionDocuments: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there are no figures; nil where there are. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines of the figures whose label found no place.
    public let unlabelled: [String]

    public init(_ reproduction: Reproduction) {
        let figures = ReproductionFigures(reproduction: reproduction).all
        let drawn = DrawnFigures(figures)
        let table = ReproductionTable(reproduction)
        let texts = [
            ("reproduction.md", table.text(as: .markdown)), ("reproduction.txt", table.listing),
            ("reproduction.csv", table.table.text(as: .csv)), ("slips.csv", table.slipTable.text(as: .csv)),
            ("reproduction.json", table.json.pretty),
        ]
        files = drawn.files + texts.map { ($0.0, Array($0.1.utf8)) }
        figureError = drawn.error
        unlabelled = figures.flatMap(\.unlabelled)
    }
}

/// The answer of `reproduce` in the terminal.
public struct ReproductionReport: Sendable {
    private let table: ReproductionTable

    public init(_ reproduction: Reproduction) { table = ReproductionTable(reproduction) }

    public var text: String { table.listing }
    public var json: JSONValue { table.json }
    /// The statements; the slips are in a file of their own.
    public var csv: String { table.table.text(as: .csv) }
    public var markdown: String { table.text(as: .markdown) }
}
