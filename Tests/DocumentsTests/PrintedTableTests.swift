import Testing

@testable import Documents

@Suite struct PrintedTableTests {
    @Test func columnsAreAligned() throws {
        let table = PrintedTable(
            columns: [.init("Bound"), .init("g′", alignment: .right)],
            rows: [[.text("NA64μ"), .number(5e-4)], [.text("ν̄"), .number(0.0512)], [.text("日本"), .silence]])
        let lines = table.text(as: .text).split(separator: "\n").map { PlainText.width(String($0)) }
        #expect(Set(lines).count == 1)
    }

    /// On a line each where numbers are kept from breaking, and parted by a space elsewhere.
    @Test(arguments: [
        (TableFormat.text, "1.0e-4–2.0e-4?; 0.500"), (.markdown, "1.0e-4–2.0e-4?; 0.500"),
        (.html, "1.0×10<sup>−4</sup>–2.0×10<sup>−4</sup>?<br>0.500"),
    ])
    func intervalsAreParted(format: TableFormat, expected: String) {
        let intervals = [
            TableCell.Interval(lower: 1e-4, upper: 2e-4, digits: 2, isUndecided: true), .init(lower: 0.5, upper: nil),
        ]
        let table = PrintedTable(columns: [.init("g′")], rows: [[.intervals(intervals)]])
        #expect(table.text(as: format).contains(expected), "\(table.text(as: format))")
    }

    @Test(arguments: [
        (4.987e-4, "4.99e-4"), (0.0512, "0.0512"), (12.34, "12.3"), (9.9996, "10.0"), (1e5, "1.00e5"), (0, "0.00"),
        (-2.5, "-2.50"),
    ])
    func numbersAreShort(value: Double, expected: String) { #expect(NumberText.short(value) == expected) }
}
