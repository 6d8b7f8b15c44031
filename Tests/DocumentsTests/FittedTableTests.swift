import Documents
import Testing

/// Tables in the room there is.
@Suite struct FittedTableTests {
    private static let numbers = ["3.29e-4–5.48e-4", "0.0322", "6.89e-4–1.15e-3"]

    private static let table = PrintedTable(
        columns: [
            .init("Bound"), .init("Verdict"), .init("Margin [dex]", alignment: .right),
            .init("1 MeV", alignment: .right), .init("6.5 MeV", alignment: .right),
            .init("100 MeV", alignment: .right), .init("Reason"),
        ],
        rows: [
            ["NA64μ 2024†", "would exclude", "-0.653"] + numbers + ["beyond its limit by a factor of 4.50"],
            ["Z decay", "allowed", "+1.939"] + numbers + ["within its limit; but within the curve's ±22 %"],
        ].map { $0.map { .text($0) } }, caption: "Couplings.")

    private static func text(_ columns: Int?, isASCII: Bool = false) -> String {
        TextStyle.$current.withValue(TextStyle(columns: columns, isASCII: isASCII)) { table.text(as: .text) }
    }

    @Test(arguments: [40, 60, 80, 120, 200], [false, true])
    func everyLineFitsAndEveryNumberIsWhole(_ columns: Int, _ isASCII: Bool) {
        let text = Self.text(columns, isASCII: isASCII)
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= columns })
        let words = text.split { $0 == " " || $0 == "\n" }
        for number in Self.numbers + ["-0.653", "+1.939"] {
            let shown = isASCII ? ASCIIText.spelled(number) : number
            #expect(words.contains { $0 == shown }, "\(number) at \(columns)")
        }
        for word in "beyond its limit by a factor of 4.50".split(separator: " ") { #expect(words.contains(word)) }
        // Each panel has the names of its rows and the units of its columns again.
        let panels = lines.count { $0.hasPrefix("Bound") }
        #expect(lines.count { $0.hasPrefix("NA64") } == panels)
        #expect(words.count { $0 == "MeV" } == 3)
        #expect(words.count { $0 == "[dex]" } == 1)
    }

    /// Several numbers in one cell may be parted, each whole.
    @Test func aCellOfManyNumbersIsParted() {
        let cell = "3.5e-11–1.1e-10?; 1.1e-10–2.9e-8; 2.9e-8–8.9e-8?; 2.4e-7–8.0e-7?; 8.0e-7"
        let table = PrintedTable(
            columns: [.init("Bound"), .init("6.5 MeV", alignment: .right)], rows: [[.text("N_eff"), .text(cell)]])
        let text = TextStyle.$current.withValue(TextStyle(columns: 40, isASCII: false)) { table.text(as: .text) }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(text)")
        let words = text.split { $0 == " " || $0 == "\n" }
        for number in cell.split(separator: " ") { #expect(words.contains(number)) }
    }

    /// Who reads it with a program gets the same columns whatever stands in them.
    @Test func withoutAWidthNothingIsBroken() {
        let lines = Self.text(nil).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(Self.text(500) == Self.text(nil))
    }

    /// A unit that stands in a column of its own is part of what a row is.
    @Test func everyPanelHasTheColumnsThatSayWhatARowIs() {
        var table = PrintedTable(
            columns: [.init("parameter"), .init("unit")] + (1...4).map { .init("set \($0)", alignment: .right) },
            rows: [["H_0", "eV", "1.44327e-33", "1.5e-33", "1.44327e-33", "1.44327e-33"].map { .text($0) }])
        table.rowHeads = 2
        let text = TextStyle.$current.withValue(TextStyle(columns: 45)) { table.text(as: .text) }
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("H_0") }
        #expect(rows.count == 2 && rows.allSatisfy { $0.hasPrefix("H_0        eV    1.") })
    }
}
