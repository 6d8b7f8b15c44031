import Testing

@testable import Documents

@Suite struct LaTeXTableTests {
    private static func table(
        columns: Int = 3, rows: Int = 4, notes: Int = 1, layout: LaTeXLayout = .column, name: String = "NA64μ"
    ) -> LaTeXTable {
        let row = { (number: Int) in
            LaTeXTable.Row(
                name: .init("\(name) \(number)"), citation: .init(keys: ["A:\(number)"]), second: .init("90"),
                cells: (0..<columns).map { _ in [.init(RoundedNumber(5e-4, digits: 2), in: -4)] })
        }
        return LaTeXTable(
            caption: .init("Couplings"), label: "tab:x", nameTitle: .init("Bound"),
            secondTitle: (.init("CL"), .init("[%]")), spanner: .init("g′"),
            columns: (0..<columns).map { .init("\($0)00.5") },
            groups: [.init(title: .init("Limits"), rows: (0..<rows).map(row))],
            notes: (0..<notes).map { .init("Note \($0).") }, layout: layout)
    }

    /// In the unit of the heading: plain where that is short, zeros where no digit is known.
    @Test(arguments: [
        (5e-4, 2, "$5.0$"), (0.0322, 3, "$322$"), (0.0322, 2, "$320$"), (8.04e-5, 3, "$0.804$"), (9.996e-5, 2, "$1.0$"),
        (1e-9, 3, "$1.00\\times10^{-5}$"), (0.687, 2, "$6900$"), (9.9e-7, 2, "$9.9\\times10^{-3}$"),
    ])
    func numbers(value: Double, digits: Int, expected: String) {
        #expect(LaTeXFragment(RoundedNumber(value, digits: digits), in: -4).code == expected)
    }

    @Test func aPowerThatBothEndsHaveIsWrittenOnce() {
        func range(_ lower: Double, _ upper: Double) -> String {
            LaTeXFragment(from: .init(lower, digits: 2), to: .init(upper, digits: 2), in: -4).code
        }
        #expect(range(2.9e-11, 9.4e-11) == "$(2.9$--$9.4)\\times10^{-7}$")
        #expect(range(3.29e-4, 5.48e-4) == "$3.3$--$5.5$")
        #expect(range(1e-9, 2e-4) == "$1.0\\times10^{-5}$--$2.0$")
    }

    /// What a line does not hold stands below, with the names again; each column and each citation stands once.
    @Test(arguments: [(LaTeXLayout.column, 4), (.page, 2), (.rotated, 2)]) func columnsThatDoNotFitStandBelow(
        layout: LaTeXLayout, panels: Int
    ) {
        let text = Self.table(columns: 20, layout: layout).text
        #expect(text.split(separator: "\\toprule").count - 1 == panels, "\(text)")
        for column in 0..<20 { #expect(text.split(separator: "& \(column)00.5").count == 2) }
        #expect(text.split(separator: "NA64$\\mu$ 3").count - 1 == panels)
        #expect(text.split(separator: "\\cite{A:3}").count == 2)
        #expect(!text.contains("resizebox"))
    }

    /// Rows and notes that no page holds go on in further floats, which refer to the first.
    @Test(arguments: [1, 40, 58, 200]) func floatsEndWithThePage(rows: Int) {
        let text = Self.table(columns: 8, rows: rows, notes: 20).text
        let floats = text.split(separator: "\\end{table}").filter { $0.contains("\\begin{table}") }
        #expect(text.split(separator: "\\label{tab:x}").count == 2)
        #expect(text.split(separator: "Continued from Table~\\ref{tab:x}").count == floats.count)
        #expect((floats.count > 1) == (rows > 1))
        for float in floats {
            let printed = float.split(separator: "\\\\").count + float.split(separator: "\\par\\noindent").count
            #expect(printed <= 64, "\(printed)")
        }
        for row in 0..<rows { #expect(text.contains("NA64$\\mu$ \(row) ") || text.contains("NA64$\\mu$ \(row)\n")) }
        #expect(text.split(separator: "\\par\\noindent").count == 21)
    }

    @Test(arguments: [
        (LaTeXLayout.column, "table", "array,booktabs"), (.page, "table*", "array,booktabs"),
        (.rotated, "sidewaystable*", "array,booktabs,rotating"), (.centimetres(12.1), "table", "array,booktabs"),
    ])
    func layouts(layout: LaTeXLayout, environment: String, packages: String) {
        let text = Self.table(layout: layout).text
        #expect(text.hasPrefix("% \\usepackage{\(packages)}\n\\begin{\(environment)}\n"))
        #expect(text.hasSuffix("\\end{\(environment)}\n"))
    }

    @Test(arguments: [
        ("column", LaTeXLayout.column), ("page", .page), ("rotated", .rotated), ("12.1", .centimetres(12.1)),
        ("12.1cm", .centimetres(12.1)), ("5", nil), ("41", nil), ("nan", nil), ("wide", nil), ("", nil),
    ])
    func layoutsAreRead(text: String, layout: LaTeXLayout?) { #expect(LaTeXLayout(text) == layout) }

    /// A bracket behind the end of a line would be its argument.
    @Test func namesBeginNoArgument() {
        for name in ["[5pt]", "*"] {
            let text = Self.table(name: name).text
            #expect(!text.contains("    \(name)"))
        }
        #expect(LaTeXFragment(keys: ["a}\\input{b", "c d"]).code.isEmpty)
    }
}
