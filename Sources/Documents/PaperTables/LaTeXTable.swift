/// A table for a paper: rows with a name, a short column, and columns of values, which stand in panels one below the other
/// where a line does not hold them all. Print of eight points, never scaled; notes below, led to by letters.
package struct LaTeXTable: Sendable {
    package struct Row: Sendable {
        package var name: LaTeXFragment
        /// Behind the name, the first time that it stands there.
        package var citation: LaTeXFragment
        package var second: LaTeXFragment
        /// The lines of each cell.
        package var cells: [[LaTeXFragment]]

        package init(
            name: LaTeXFragment, citation: LaTeXFragment, second: LaTeXFragment, cells: [[LaTeXFragment]]
        ) {
            (self.name, self.citation, self.second, self.cells) = (name, citation, second, cells)
        }
    }

    /// Rows under a heading.
    package struct Group: Sendable {
        package var title: LaTeXFragment
        package var rows: [Row]

        package init(title: LaTeXFragment, rows: [Row]) { (self.title, self.rows) = (title, rows) }
    }

    package var caption: LaTeXFragment
    package var label: String
    package var nameTitle: LaTeXFragment
    /// Its two lines.
    package var secondTitle: (LaTeXFragment, LaTeXFragment)
    /// Above all columns of values.
    package var spanner: LaTeXFragment
    package var columns: [LaTeXFragment]
    package var groups: [Group]
    /// Below the table, one paragraph each.
    package var notes: [LaTeXFragment]
    package var layout: LaTeXLayout

    package init(
        caption: LaTeXFragment, label: String, nameTitle: LaTeXFragment, secondTitle: (LaTeXFragment, LaTeXFragment),
        spanner: LaTeXFragment, columns: [LaTeXFragment], groups: [Group], notes: [LaTeXFragment], layout: LaTeXLayout
    ) {
        (self.caption, self.label, self.nameTitle, self.secondTitle) = (caption, label, nameTitle, secondTitle)
        (self.spanner, self.columns, self.groups, self.notes, self.layout) = (spanner, columns, groups, notes, layout)
    }

    /// The float, or several where one would be higher than a page.
    package var text: String {
        let bodies = floats
        let floats = bodies.enumerated().map { number, body in
            let title =
                number == 0
                ? "\\caption{\(caption.code)}\n  \\label{\(label)}" : "\\caption{Continued from Table~\\ref{\(label)}.}"
            return """
                \\begin{\(layout.environment)}
                  \(title)
                  \\fontsize{8}{9.5}\\selectfont
                  \\setlength{\\tabcolsep}{\(Self.gap / 2)pt}
                \(body.joined(separator: "\n  \\par\\medskip\n"))
                \\end{\(layout.environment)}

                """
        }
        return "% \\usepackage{\(layout.packages.joined(separator: ","))}\n" + floats.joined(separator: "\n")
    }

    /// Between two columns at least [pt].
    static let gap = 4

    // MARK: Floats

    /// The tables and the notes of each float.
    private var floats: [[String]] {
        var (floats, lines): ([[String]], Int) = ([[]], 0)
        for panel in panels {
            for piece in panel.pieces(first: layout.lines - lines - Self.linesAround, others: layout.lines) {
                if lines > 0, lines + piece.lines + Self.linesAround > layout.lines {
                    floats.append([])
                    lines = 0
                }
                floats[floats.count - 1].append(piece.text)
                lines += piece.lines + Self.linesAround
            }
        }
        let needed = notes.reduce(0) { $0 + Int(($1.width / layout.lineWidth).rounded(.up)) }
        if lines + needed > layout.lines + Self.linesOfNotesBeyond { floats.append([]) }
        floats[floats.count - 1].append(writtenNotes)
        return floats
    }

    /// Of a heading, its rules and the space around.
    static let linesAround = 5
    /// By which notes may be longer than what a table leaves.
    private static let linesOfNotesBeyond = 4

    private var writtenNotes: String {
        let paragraphs = notes.map { "  \\par\\noindent \($0.code)" }
        return "  \\raggedright\n" + paragraphs.joined(separator: "\n")
    }

    // MARK: Panels

    /// As few as hold all columns, each with about as many.
    private var panels: [LaTeXPanel] {
        let rows = groups.flatMap(\.rows)
        let widths = columns.indices.map { column in
            ([columns[column]] + rows.flatMap { $0.cells[column] }).map(\.width).max().map { $0 + Double(Self.gap) }
                ?? 0
        }
        let fewest = parts(widths, most: columns.count).count
        let even = (columns.count + fewest - 1) / max(1, fewest)
        let most = (even...max(even, columns.count)).first { parts(widths, most: $0).count == fewest }
        return parts(widths, most: most ?? even).enumerated().map { number, part in
            let values = max(part.map { widths[$0] }.reduce(0, +), spanner.width + Double(Self.gap))
            return LaTeXPanel(
                self, columns: part, isFirst: number == 0, nameWidth: widthBeforeValues(isFirst: number == 0) - values)
        }
    }

    /// The columns of each panel, where none holds more than so many.
    private func parts(_ widths: [Double], most: Int) -> [[Int]] {
        var (parts, used): ([[Int]], Double) = ([], 0)
        for column in widths.indices {
            let room = widthBeforeValues(isFirst: parts.count < 2) - LaTeXPanel.leastNameWidth
            if parts.isEmpty || parts[parts.count - 1].count == most || used + widths[column] > room {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(column)
            used += widths[column]
        }
        return parts
    }

    /// What the second column leaves for names and values; some is kept back, for widths are estimates.
    private func widthBeforeValues(isFirst: Bool) -> Double {
        let second = ([secondTitle.0, secondTitle.1] + groups.flatMap(\.rows).map(\.second)).map(\.width).max() ?? 0
        return 0.98 * layout.lineWidth - (isFirst ? second + Double(Self.gap) : 0)
    }
}
