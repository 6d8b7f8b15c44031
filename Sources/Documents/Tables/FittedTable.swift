/// A column of a table in a terminal.
struct FittedColumn {
    let title: String
    let alignment: PrintedTable.Alignment
    let cells: [String]
    /// Whether it says what the rows are, which is looked for rather than read.
    let isName: Bool
    /// The width where there is room [columns].
    let natural: Int
    /// The least width [columns]: numbers are never broken, words stay readable.
    let least: Int

    init(title: String, alignment: PrintedTable.Alignment, cells: [String], isName: Bool) {
        (self.title, self.alignment, self.cells, self.isName) = (title, alignment, cells, isName)
        natural = ([title] + cells).map(PlainText.width).max() ?? 0
        // A heading is broken like any words.
        let words = alignment == .left ? [title] + cells : [title]
        let longestWord = words.flatMap { $0.split(separator: " ") }.map { PlainText.width(String($0)) }.max() ?? 0
        let whole =
            alignment == .left
            ? min(natural, isName ? Self.longestName : Self.readable)
            : cells.flatMap(Self.parts).map(PlainText.width).max() ?? 0
        least = max(longestWord, whole)
    }

    /// Where a cell of several numbers may be broken: behind the semicolons between them.
    private static func parts(of cell: String) -> [String] {
        // Nearly every cell has one, and to search a text for a text takes a start a hundredth of its time.
        guard cell.utf8.contains(UInt8(ascii: ";")) else { return [cell] }
        let parts = cell.split(separator: "; ").map(String.init)
        return parts.dropLast().map { $0 + ";" } + parts.suffix(1)
    }

    /// What words need to be read in lines rather than one by one [columns].
    private static let readable = 14
    /// What is left whole of names [columns].
    private static let longestName = 24
}

/// A table that keeps to the room there is: words are broken into lines first, and where that is not enough the columns
/// stand in panels one below the other, each with those again that say what a row is.
struct FittedTable {
    private let columns: [FittedColumn]
    /// Nil: as much as it takes.
    private let room: Int?

    /// Between two columns.
    private static let gap = 2

    init(_ columns: [FittedColumn], room: Int?) { (self.columns, self.room) = (columns, room) }

    /// The lines of each panel.
    var panels: [[String]] {
        guard let room, width(columns.map(\.natural)) > room else { return [lines(columns, columns.map(\.natural))] }
        return groups(room).map { lines($0, widths($0, room)) }
    }

    private func width(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }

    /// The columns of each panel.
    private func groups(_ room: Int) -> [[FittedColumn]] {
        let heads = Array(columns.prefix(while: \.isName))
        var groups = [heads]
        for column in columns.dropFirst(heads.count) {
            let wider = groups[groups.count - 1] + [column]
            if wider.count == heads.count + 1 || width(wider.map(\.least)) <= room {
                groups[groups.count - 1] = wider
            } else {
                groups.append(heads + [column])
            }
        }
        return groups
    }

    /// What is too much is taken from the widest column of words, the last of them first.
    private func widths(_ columns: [FittedColumn], _ room: Int) -> [Int] {
        var widths = columns.map(\.natural)
        while width(widths) > room {
            let narrower = widths.indices.filter { widths[$0] > columns[$0].least }
            guard let widest = narrower.max(by: { widths[$0] <= widths[$1] && $0 < $1 || widths[$0] < widths[$1] })
            else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func lines(_ columns: [FittedColumn], _ widths: [Int]) -> [String] {
        let rule = widths.map { String(repeating: TextStyle.current.isASCII ? "-" : "─", count: $0) }
        let heading = row(columns.map(\.title), columns, widths)
        let rows = (columns.first?.cells.indices ?? 0..<0).flatMap { index in
            row(columns.map { $0.cells[index] }, columns, widths)
        }
        return heading + [rule.joined(separator: String(repeating: " ", count: Self.gap))] + rows
    }

    /// The lines of a row: as many as its tallest cell has.
    private func row(_ cells: [String], _ columns: [FittedColumn], _ widths: [Int]) -> [String] {
        let broken = cells.indices.map { column in
            PlainText.width(cells[column]) <= widths[column]
                ? [cells[column]] : PlainText.lines(of: cells[column], columns: widths[column])
        }
        return (0..<(broken.map(\.count).max() ?? 0)).map { line in
            let fields = cells.indices.map { column in
                let field = line < broken[column].count ? broken[column][line] : ""
                return PrintedTable.padded(field, to: widths[column], alignment: columns[column].alignment)
            }
            let text = fields.joined(separator: String(repeating: " ", count: Self.gap))
            let end = text.utf8.lastIndex { $0 != UInt8(ascii: " ") }
            return end.map { String(decoding: text.utf8[...$0], as: UTF8.self) } ?? ""
        }
    }
}
