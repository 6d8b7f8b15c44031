extension PrintedTable {
    /// Aligned columns for a terminal, as wide as ``TextStyle/current`` has room for.
    var plainText: String {
        let style = TextStyle.current
        func shown(_ text: String) -> String { style.spelled(PlainText.clean(text)) }
        let columns = columns.indices.map { column in
            FittedColumn(
                title: shown(self.columns[column].title), alignment: self.columns[column].alignment,
                cells: rows.map { shown(Self.plain($0[column])) }, isName: column < rowHeads)
        }
        var lines = caption.isEmpty ? [] : [shown(caption), ""]
        let panels = FittedTable(columns, room: style.columns).panels
        lines += Array(panels.joined(separator: [""]))
        if !notes.isEmpty { lines += [""] + notes.map(shown) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func plain(_ cell: TableCell) -> String {
        cell.written(number: { NumberText.short($0, digits: $1) }, word: { $0 })
    }

    /// Filled up with spaces to a number of columns.
    static func padded(_ text: String, to columns: Int, alignment: Alignment) -> String {
        let space = String(repeating: " ", count: max(0, columns - PlainText.width(text)))
        return alignment == .left ? text + space : space + text
    }
}
