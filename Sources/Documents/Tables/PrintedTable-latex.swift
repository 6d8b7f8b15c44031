extension PrintedTable {
    /// A floating table with booktabs, no wider than its line; the caption says whom to cite.
    var latex: String {
        let alignments = columns.map { $0.alignment == .left ? "l" : "r" }.joined()
        func line(_ fields: [String]) -> String { "    " + fields.joined(separator: " & ") + " \\\\" }
        var lines = [
            "% \\usepackage{booktabs,graphicx}",
            "\\begin{table}",
            "  \\caption{\(latexCaption)}",
            "  \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%",
            "  \\begin{tabular}{\(alignments)}",
            "    \\toprule",
            line(columns.map { LaTeXText.escaped($0.title) }),
            "    \\midrule",
        ]
        lines += rows.map { row in
            line(row.map { $0.written(number: Self.latexNumber, range: Self.latexRange, word: LaTeXText.escaped) })
        }
        lines += ["    \\bottomrule", "  \\end{tabular}}"]
        lines += notes.map { "\n  \\smallskip\\footnotesize " + LaTeXText.escaped($0) }
        return (lines + ["\\end{table}"]).joined(separator: "\n") + "\n"
    }

    private var latexCaption: String {
        let owed = credits.filter { !$0.keys.isEmpty }
            .map { LaTeXText.escaped($0.title) + LaTeXText.citation($0.keys) }
        let parts = [LaTeXText.escaped(caption), owed.isEmpty ? "" : "Limits shown: \(owed.joined(separator: ", "))."]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// A power of ten that both ends share is written once.
    private static func latexRange(_ lower: Double, _ upper: Double, _ digits: Int) -> String {
        let parts = [lower, upper].map { NumberText.short($0, digits: digits).split(separator: "e") }
        guard parts.allSatisfy({ $0.count == 2 }), parts[0][1] == parts[1][1] else {
            return latexNumber(lower, digits) + "--" + latexNumber(upper, digits)
        }
        return "$(\(parts[0][0])$--$\(parts[1][0]))\\times10^{\(parts[0][1])}$"
    }

    /// 4.99e-4 as $4.99\times10^{-4}$.
    static func latexNumber(_ value: Double, _ digits: Int) -> String {
        let parts = NumberText.short(value, digits: digits).split(separator: "e")
        guard parts.count == 2 else { return "$\(parts.first ?? "")$" }
        return "$\(parts[0])\\times10^{\(parts[1])}$"
    }
}
