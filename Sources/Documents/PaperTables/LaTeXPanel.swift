/// Some columns of values of a table, with its names and its second column.
struct LaTeXPanel {
    private let table: LaTeXTable
    private let columns: [Int]
    /// Whether names stand for the first time: with their citations, and the second column.
    private let isFirst: Bool
    /// [pt]
    private let nameWidth: Double

    /// What names are broken to at most [pt].
    static let leastNameWidth = 66.0

    /// - Parameters:
    ///   - isFirst: whether names stand for the first time.
    ///   - nameWidth: what is left for names [pt].
    init(_ table: LaTeXTable, columns: [Int], isFirst: Bool, nameWidth: Double) {
        (self.table, self.columns, self.isFirst) = (table, columns, isFirst)
        let natural = table.groups.flatMap(\.rows).map { ($0.name + (isFirst ? $0.citation : Self.none)).width }.max()
        self.nameWidth = max(Self.leastNameWidth, min(nameWidth, (natural ?? 0) + 4)).rounded()
    }

    private static let none = LaTeXFragment(code: "", width: 0)

    /// A part of the panel that a float holds.
    struct Piece {
        let text: String
        let lines: Int
    }

    /// The panel in pieces of so many lines.
    /// - Parameters:
    ///   - first: of the first of them, where that is enough to begin.
    ///   - others: of each of the others.
    func pieces(first: Int, others: Int) -> [Piece] {
        var (pieces, body, lines): ([Piece], [String], Int) = ([], [], 0)
        func end() {
            if !body.isEmpty { pieces.append(Piece(text: written(body), lines: lines)) }
            (body, lines) = ([], 0)
        }
        for group in table.groups {
            for (number, row) in group.rows.enumerated() {
                let (text, height) = written(row)
                let room = pieces.isEmpty && first >= Self.leastLines ? first : others - LaTeXTable.linesAround
                let isHeaded = number == 0
                if !body.isEmpty, lines + height + (isHeaded ? 1 : 0) > room { end() }
                if isHeaded || body.isEmpty {
                    if !body.isEmpty { body.append("    \\addlinespace[2pt]") }
                    body.append(heading(group.title))
                    lines += 1
                }
                body.append(text)
                lines += height
            }
        }
        end()
        return pieces
    }

    /// A piece of fewer lines looks lost at the end of a page.
    private static let leastLines = 12

    // MARK: Lines

    private func written(_ body: [String]) -> String {
        let values = columns.map { table.columns[$0].code }
        let spanner = "\\multicolumn{\(columns.count)}{\(columns.count > 1 ? "c" : "r")@{}}{\(table.spanner.code)}"
        let above = (isFirst ? ["", table.secondTitle.0.code] : [""]) + [spanner]
        let heading = [table.nameTitle.code] + (isFirst ? [table.secondTitle.1.code] : []) + values
        let kinds =
            Self.broken("\(Int(nameWidth))pt") + "@{\\extracolsep{\\fill}}" + (isFirst ? "l" : "")
            + String(repeating: "r", count: columns.count)
        return """
              \\begin{tabular*}{\\linewidth}{@{}\(kinds)@{}}
                \\toprule
                \(above.joined(separator: " & ")) \\\\
                \\cmidrule{\(heads + 1)-\(heads + columns.count)}
                \(heading.joined(separator: " & ")) \\\\
                \\midrule
            \(body.joined(separator: "\n"))
                \\bottomrule
              \\end{tabular*}
            """
    }

    /// How many columns stand before the values.
    private var heads: Int { isFirst ? 2 : 1 }

    /// It takes no room of the columns, which it would push aside.
    private func heading(_ title: LaTeXFragment) -> String {
        "    \\multicolumn{\(columns.count + heads)}{@{}l@{}}{\\makebox[0pt][l]{\\parbox[t]{\\linewidth}"
            + "{\\raggedright\\emph{\(title.code)}}}} \\\\"
    }

    /// A column whose lines are broken.
    private static func broken(_ width: String) -> String { ">{\\raggedright\\arraybackslash}p{\(width)}" }

    /// The lines of a row: each interval of a cell on one of its own.
    private func written(_ row: LaTeXTable.Row) -> (text: String, lines: Int) {
        let name = isFirst ? row.name + row.citation : row.name
        let cells = columns.map { row.cells[$0] }
        let count = cells.map(\.count).max() ?? 1
        let lines = (0..<max(1, count)).map { line in
            let names = [name.code] + (isFirst ? [row.second.code] : [])
            return "    "
                + ((line == 0 ? names : names.map { _ in "" }) + cells.map { line < $0.count ? $0[line].code : "" })
                .joined(separator: " & ")
                + " \\\\"
        }
        let nameLines = Int((name.width / nameWidth * 1.1).rounded(.up))
        return (lines.joined(separator: "\n"), max(1, nameLines) + max(0, count - 1))
    }
}
