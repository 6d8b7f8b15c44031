/// What a reader that is not this program has to know of a scan's blocks, as `layout.json` in its folder says it.
struct ScanLayout {
    private let plan: ScanPlan
    private let columns: [Column]

    private struct Column {
        let name: String
        let kind: String
        let words: [String]

        init(_ column: ScanColumn) {
            name = column.name
            switch column.kind {
            case .number: (kind, words) = ("number", [])
            case .words(let words): (kind, self.words) = ("words", words)
            case .flags(let names): (kind, words) = ("flags", names)
            }
        }
    }

    /// - Parameter plan: as the scan was begun; `extent` says what it was extended to.
    init(_ plan: ScanPlan, _ columns: [ScanColumn]) { (self.plan, self.columns) = (plan, columns.map(Column.init)) }

    /// Names and words are plain letters.
    var json: [UInt8] {
        func list(_ texts: [String]) -> String { "[" + texts.joined(separator: ", ") + "]" }
        func quoted(_ text: String) -> String { "\"\(text)\"" }
        let columns = columns.map { column in
            "{\"name\": \(quoted(column.name)), \"kind\": \(quoted(column.kind)), \"words\": \(list(column.words.map(quoted)))}"
        }
        return Array(
            """
            {
              "rows": \(plan.rows), "rows_per_block": \(plan.block), "passed_over": \(plan.passedOver),
              "columns": [
                \(columns.joined(separator: ",\n    "))
              ]
            }

            """.utf8)
    }
}
