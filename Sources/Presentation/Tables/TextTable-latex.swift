extension TextTable {
    /// A floating table with booktabs; the caption says whom to cite.
    var latex: String {
        let alignments = columns.map { $0.alignment == .left ? "l" : "r" }.joined()
        func line(_ fields: [String]) -> String { "    " + fields.joined(separator: " & ") + " \\\\" }
        var lines = [
            "% \\usepackage{booktabs}",
            "\\begin{table}",
            "  \\caption{\(latexCaption)}",
            "  \\begin{tabular}{\(alignments)}",
            "    \\toprule",
            line(columns.map { LaTeXText.escaped($0.title) }),
            "    \\midrule",
        ]
        lines += rows.map { row in line(row.map { $0.written(number: Self.latexNumber, word: LaTeXText.escaped) }) }
        lines += ["    \\bottomrule", "  \\end{tabular}"]
        lines += notes.map { "\n  \\smallskip\\footnotesize " + LaTeXText.escaped($0) }
        return (lines + ["\\end{table}"]).joined(separator: "\n") + "\n"
    }

    private var latexCaption: String {
        let owed = credits.filter { !$0.keys.isEmpty }
            .map { LaTeXText.escaped($0.title) + LaTeXText.citation($0.keys) }
        let parts = [LaTeXText.escaped(caption), owed.isEmpty ? "" : "Limits shown: \(owed.joined(separator: ", "))."]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// 4.99e-4 as $4.99\times10^{-4}$.
    static func latexNumber(_ value: Double) -> String {
        let parts = NumberText.short(value).split(separator: "e")
        guard parts.count == 2 else { return "$\(parts.first ?? "")$" }
        return "$\(parts[0])\\times10^{\(parts[1])}$"
    }
}
