extension PrintedTable {
    /// A table of GitHub's Markdown.
    var markdown: String {
        func line(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |" }
        let rule = columns.map { $0.alignment == .left ? "---" : "---:" }
        var lines = caption.isEmpty ? [] : [MarkdownText.escaped(caption), ""]
        lines += [line(columns.map { MarkdownText.escaped($0.title) }), line(rule)]
        lines += rows.map { row in
            line(row.map { $0.written(number: { NumberText.short($0, digits: $1) }, word: MarkdownText.escaped) })
        }
        for note in notes { lines += ["", MarkdownText.escaped(note)] }
        return lines.joined(separator: "\n") + "\n"
    }
}
