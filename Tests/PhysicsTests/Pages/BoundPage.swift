import Foundation
import Testing

/// A page of `Documentation` that says what a computed bound is and how it was checked.
struct BoundPage {
    /// A row of a table: its cells, without the bars and blanks around them.
    struct Row {
        let heading: [String]
        let cells: [String]
    }

    let name: String
    let text: String
    let rows: [Row]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Documentation")

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOf: Self.folder.appending(path: "\(name).md"), encoding: .utf8)
        rows = Self.rows(of: text)
    }

    /// Those of tables that have a column or rows named "here", whose numbers are ours.
    var claims: [Row] {
        rows.filter { row in
            if row.heading.contains(where: { $0.hasSuffix("here") }) { return true }
            return row.cells[0].hasSuffix("here")
        }
    }

    /// The row that begins so and has a cell in the last of the columns.
    func row(_ label: String, columns: ClosedRange<Int>) throws -> Row {
        try #require(
            rows.first { $0.cells[0] == label && $0.cells.indices.contains(columns.upperBound) },
            "\(name).md has no row \(label)")
    }

    private static func rows(of text: String) -> [Row] {
        var (heading, found): ([String]?, [Row]) = (nil, [])
        for line in text.components(separatedBy: "\n") {
            guard line.hasPrefix("|") else {
                heading = nil
                continue
            }
            let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if let heading {
                if !line.hasPrefix("|---") { found.append(Row(heading: heading, cells: cells)) }
            } else {
                heading = cells
            }
        }
        return found
    }
}

/// A number as it is printed, and half of its last digit.
struct PrintedNumber {
    let value: Double
    let half: Double

    /// Those of a text, in order. Digits that belong to a word are none.
    static func all(in text: String) -> [PrintedNumber] {
        text.matches(of: /\b([0-9]+)(?:\.([0-9]+))?(?:e(-?[0-9]+))?/).compactMap { match in
            guard let value = Double(String(match.output.0)) else { return nil }
            let decimals = match.output.2?.count ?? 0
            let exponent = match.output.3.flatMap { Int($0) } ?? 0
            return PrintedNumber(value: value, half: 0.5 * pow(10, Double(exponent - decimals)))
        }
    }

    /// Whether a value rounds to it; a hair for what was rounded exactly there.
    func isRounded(_ exact: Double) -> Bool { abs(exact - value) <= 1.001 * half }
}
