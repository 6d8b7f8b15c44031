import Documents
import Reproduction

/// One statement of the paper beside what is found here.
public struct ReproducedStatement: Record, Hashable {
    /// Where the paper says it.
    var place: String
    var statement: String
    /// Its number.
    var paper: String
    /// What is computed here.
    var found: String
    /// Why they differ, or what the agreement is worth.
    var remark: String

    public static let fields: [Field<ReproducedStatement>] = [
        Field("place", "Where the paper says it.") { $0.place },
        Field("statement", "What it states.") { $0.statement }, Field("paper", "Its number.") { $0.paper },
        Field("found", "What is computed here.") { $0.found },
        Field("remark", "Why they differ, or what the agreement is worth.") { $0.remark },
    ]
}

/// The statements as tables.
struct ReproductionTable {
    let statements: [ReproducedStatement]
    let slips: [PrintedSlip]

    init(_ reproduction: Reproduction) {
        statements =
            ModelStatements(reproduction).all + BoundStatements(reproduction).all + FitStatements(reproduction).all
            + RegionStatements(reproduction).all + CorrectionStatements(reproduction).all
        slips = PrintedSlip.all(reproduction)
    }

    var table: PrintedTable {
        PrintedTable(
            columns: ["Place", "The paper says", "Its number", "Found here", "Why they differ"].map { .init($0) },
            rows: statements.map { [$0.place, $0.statement, $0.paper, $0.found, $0.remark].map { .text($0) } },
            caption: "L. M. G. de la Vega, E. Peinado, J. Wudka (2024), arXiv:2406.19968, and what is found here.")
    }

    var slipTable: PrintedTable {
        PrintedTable(
            columns: ["Place", "Printed", "Should be", "What it changes"].map { .init($0) },
            rows: slips.map { [$0.place, $0.printed, $0.meant, $0.effect].map { .text($0) } },
            caption:
                "Slips of the paper. None is repeated here except C of eq. (2), which the scenario “paper” takes as it is."
        )
    }

    /// Both, one after the other.
    func text(as format: TableFormat) -> String {
        [table, slipTable].map { $0.text(as: format) }.joined(separator: "\n")
    }

    /// A block for each statement, for a terminal that no table of five columns fits into.
    var listing: String {
        let blocks = statements.map { statement in
            Self.paragraph("\(statement.place): \(statement.statement)", indented: 0)
                + Self.paragraph("paper: \(statement.paper)", indented: 4)
                + Self.paragraph("found: \(statement.found)", indented: 4)
                + Self.paragraph(statement.remark, indented: 6)
        }
        let slips = slips.map { slip in
            Self.paragraph("\(slip.place): \(slip.printed)", indented: 0)
                + Self.paragraph("should be: \(slip.meant)", indented: 4) + Self.paragraph(slip.effect, indented: 6)
        }
        return blocks.joined() + "\nSlips of the paper\n\n" + slips.joined()
    }

    private static func paragraph(_ text: String, indented indentation: Int) -> String {
        PlainText.lines(of: text, columns: 100 - indentation)
            .map { String(repeating: " ", count: indentation) + $0 + "\n" }.joined()
    }
}

/// Numbers as the tables print them.
enum Found {
    static func chi2(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    static func signed(_ value: Double) -> String {
        NumberText.signed(value, decimals: 3).replacing("-", with: "−")
    }
    static func short(_ value: Double?, digits: Int = 3) -> String {
        value.map { NumberText.short($0, digits: digits) } ?? "–"
    }
    static func ratio(_ value: Double?) -> String { value.map { NumberText.fixed($0, decimals: 3) } ?? "–" }
    static func range(_ range: ClosedRange<Double>?, digits: Int = 3) -> String {
        range.map { "\(short($0.lowerBound, digits: digits))–\(short($0.upperBound, digits: digits))" } ?? "–"
    }
}
