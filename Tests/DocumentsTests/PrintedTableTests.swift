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

    @Test(arguments: [
        (4.987e-4, "4.99e-4"), (0.0512, "0.0512"), (12.34, "12.3"), (9.9996, "10.0"), (1e5, "1.00e5"), (0, "0.00"),
        (-2.5, "-2.50"),
    ])
    func numbersAreShort(value: Double, expected: String) { #expect(NumberText.short(value) == expected) }
}
