extension PrintedTable {
    /// A table element; the notes follow it as a paragraph each.
    var html: String {
        func cell(_ tag: String, _ alignment: Alignment, _ inside: String) -> String {
            "<\(tag)\(alignment == .right ? " class=\"number\"" : "")>\(inside)</\(tag)>"
        }
        let titles = columns.map { cell("th", $0.alignment, HTMLText.escaped($0.title)) }.joined()
        let body = rows.map { row in
            let cells = zip(row, columns).map { entry, column in
                // Each interval on a line: numbers are kept from breaking, and several in a row would push the rest aside.
                let inside = entry.written(number: Self.htmlNumber, separator: "<br>", word: HTMLText.escaped)
                return cell("td", column.alignment, inside)
            }
            return "<tr>\(cells.joined())</tr>"
        }
        var lines = ["<table>"]
        if !caption.isEmpty { lines.append("<caption>\(HTMLText.escaped(caption))</caption>") }
        lines += ["<thead><tr>\(titles)</tr></thead>", "<tbody>"] + body + ["</tbody>", "</table>"]
        lines += notes.map { "<p class=\"note\">\(HTMLText.escaped($0))</p>" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// 4.99e-4 with a raised exponent.
    static func htmlNumber(_ value: Double, _ digits: Int) -> String {
        let parts = NumberText.short(value, digits: digits).split(separator: "e")
        guard parts.count == 2 else { return String(parts.first ?? "") }
        return "\(parts[0])×10<sup>\(parts[1].replacing("-", with: "−"))</sup>"
    }
}
