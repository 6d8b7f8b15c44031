extension PrintedTable {
    /// RFC 4180, with all digits; without caption and notes, which the format has no place for.
    var csv: String {
        let records = rows.map { row in
            row.map { cell -> String in
                switch cell {
                case .text(let text): CSVText.text(text)
                default: CSVText.quoted(cell.written(number: NumberText.exact, word: \.self))
                }
            }
        }
        return ([columns.map { CSVText.text($0.title) }] + records).map(CSVText.record).joined()
    }
}
