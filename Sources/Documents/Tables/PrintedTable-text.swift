extension PrintedTable {
    /// Aligned columns for a terminal.
    var plainText: String {
        let cells = rows.map { row in row.map(Self.plain) }
        let titles = columns.map { PlainText.clean($0.title) }
        let widths = columns.indices.map { column in
            (cells.map { PlainText.width($0[column]) } + [PlainText.width(titles[column])]).max() ?? 0
        }
        func line(_ fields: [String]) -> String {
            let padded = fields.enumerated().map { column, field in
                Self.padded(field, to: widths[column], alignment: columns[column].alignment)
            }
            return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        var lines = caption.isEmpty ? [] : [PlainText.clean(caption), ""]
        lines += [line(titles), rule] + cells.map(line)
        if !notes.isEmpty { lines += [""] + notes.map(PlainText.clean) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func plain(_ cell: TableCell) -> String {
        cell.written(number: { NumberText.short($0, digits: $1) }, word: PlainText.clean)
    }

    /// Filled up with spaces to a number of columns.
    static func padded(_ text: String, to columns: Int, alignment: Alignment) -> String {
        let space = String(repeating: " ", count: max(0, columns - PlainText.width(text)))
        return alignment == .left ? text + space : space + text
    }
}
