import ConstraintKit
import VOTable

/// Reads the rows of a block under its names.
struct TextBlockReader {
    private let part: TextSections.Part
    private let fields: TextFields
    private let file: String
    /// The names of the block before, which hold where this one has none.
    private let names: [String]
    /// The remark that was taken for a line of names.
    private(set) var remarkOfNames: String?
    private(set) var namesRead: [String] = []

    init(_ part: TextSections.Part, separator: Character?, file: String, names: [String]) {
        self.part = part
        self.file = file
        self.names = names
        fields = TextFields(of: part.rows.map(\.text), separator: separator, heading: part.headings.last?.text)
    }

    mutating func blocks() throws(CurveFormatError) -> [TextColumns.Block] {
        if let pairs = try pairsOfColumns() { return pairs }
        var count = fields.fields(of: part.rows[0].text, count: nil).count
        var (header, isRemark) = (try header(&count), false)
        if header == nil, let found = NumberedNames.names(in: part.remarks, count: count) ?? namesInRemarks(count) {
            (header, isRemark) = (found, true)
        }
        if header == nil, !part.axes.isEmpty, count >= 2 {
            header = part.axes + (2..<count).map { String($0 + 1) }
        }
        namesRead = header ?? (names.count == count ? names : [])
        var block = try block(namesRead, count: count)
        for index in block.columns.indices { block.columns[index].isUnitFromRemark = isRemark }
        block.name = name
        return [block]
    }

    // MARK: Names

    /// The names in the last of the lines above that can hold them.
    /// - Parameter count: how many columns there are: as many as names, where these can be counted.
    private mutating func header(_ count: inout Int) throws(CurveFormatError) -> [String]? {
        guard let last = part.headings.last else { return nil }
        var names: [String]
        // Between names and units there may be names in words, as Origin has them.
        let above = part.headings.dropLast().suffix(2).reversed().compactMap {
            TextHeading.names(in: $0.text, separator: fields.separator, count: count)
        }
        if let units = TextHeading.units(in: last.text, separator: fields.separator, count: count),
            let words = above.first(where: TextHeading.namesAxes) ?? above.first
        {
            names = try TextHeading.joined(words, units, file: file)
        } else if let found = TextHeading.names(in: last.text, separator: fields.separator, count: count) {
            names = found
        } else if let found = TextHeading.namesBesideRows(
            last.text, rows: part.rows.map(\.text), separator: fields.separator, count: count)
        {
            names = found
        } else {
            names = fields.fields(of: last.text, count: nil)
            // A sentence above the numbers names no columns.
            guard fields.separator != " " || TextHeading.namesAxes(names) else { return nil }
            count = names.count
        }
        if let units = ECSVHeader.units(of: names, in: part.remarks) {
            names = try TextHeading.joined(names, units, file: file)
        }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name).inserted {
            throw .badText(line: last.number, fault: .duplicateColumn(name), file: file)
        }
        return names.enumerated().map { $1.isEmpty ? String($0 + 1) : $1 }
    }

    /// Digitisers and people write the names of the columns as a remark.
    private mutating func namesInRemarks(_ count: Int) -> [String]? {
        for remark in part.remarks.reversed().prefix(8) {
            let line = TextHeading.withoutIntroduction(remark.trimmed)
            guard let found = TextHeading.names(in: line, separator: fields.separator, count: count),
                Set(found).count == count, !found.contains(where: { TextNumber($0).isValue })
            else { continue }
            let columns = found.map { name in
                let heading = ColumnName(name)
                return RawColumn(name: heading.name, unit: heading.unit)
            }
            let saysEdges = EdgeColumns.areNamed(in: columns.map(\.name))
            let isKnown = columns.contains {
                $0.hasUnitOfEnergy || CurveQuantity(columnName: $0.bareName) != nil
                    || MassNames.isOne($0.bareName)
            }
            guard saysEdges || isKnown else { continue }
            remarkOfNames = remark
            return found
        }
        return nil
    }

    /// What the block is called: by its program, by the heading of its last column, or by the remark above it.
    private var name: String? {
        if let name = part.name { return name }
        if !part.headings.isEmpty, let last = namesRead.last, Int(last) == nil, last.lowercased() != "y",
            CurveQuantity(columnName: ColumnName(last).name) == nil
        {
            return plainWords(ColumnName(last).name)
        }
        let remark = part.remarks.last { $0.hasPrefix("Curve title: ") } ?? part.remarks.last { $0 != remarkOfNames }
        return remark.map { words in
            plainWords(words.replacing("Curve title: ", with: "").replacing("\"", with: "").prefix(80).description)
        }
    }

    // MARK: Rows

    private func block(_ header: [String], count: Int) throws(CurveFormatError) -> TextColumns.Block {
        var columns = (0..<count).map {
            TextColumnBuilder(name: header.isEmpty ? String($0 + 1) : header[$0], file: file)
        }
        let isGnuplot = count > 2 && isTableOfGnuplot(count)
        for row in part.rows {
            var found = fields.fields(of: row.text, count: count)
            if isGnuplot, found.last == "u" { found[1] = "" }
            guard found.count == count else {
                throw .badText(
                    line: row.number, fault: .wrongFieldCount(found: found.count, expected: count), file: file)
            }
            for (index, field) in found.enumerated() {
                columns[index].append(fields.number(field), text: field, line: row.number)
            }
        }
        var block = TextColumns.Block(statements: part.statements)
        block.columns = columns.map(\.column)
        if isGnuplot { block.columns.removeLast() }
        if fields.hasDecimalComma { block.notes.append(.decimalCommas(file: file)) }
        return block
    }

    /// `set table` of gnuplot says of each point whether it is in range, out of it or undefined.
    private func isTableOfGnuplot(_ count: Int) -> Bool {
        part.rows.allSatisfy { row in
            let found = fields.fields(of: row.text, count: count)
            return found.count == count && ["i", "o", "u"].contains(found[count - 1])
        }
    }

    /// WebPlotDigitizer's own export of all data sets: their names in the first line, `X,Y` for each in the second.
    private func pairsOfColumns() throws(CurveFormatError) -> [TextColumns.Block]? {
        guard part.headings.count == 2 else { return nil }
        let names = fields.fields(of: part.headings[0].text, count: nil)
        let axes = fields.fields(of: part.headings[1].text, count: nil).map { $0.lowercased() }
        guard axes.count >= 2, axes.count % 2 == 0, names.count <= axes.count,
            axes.enumerated().allSatisfy({ $1 == ($0 % 2 == 0 ? "x" : "y") })
        else { return nil }
        var blocks: [TextColumns.Block] = []
        for first in stride(from: 0, to: axes.count, by: 2) {
            var (x, y) = (TextColumnBuilder(name: "X", file: file), TextColumnBuilder(name: "Y", file: file))
            for row in part.rows {
                let found = fields.fields(of: row.text, count: axes.count)
                guard found.count <= axes.count else {
                    throw .badText(
                        line: row.number, fault: .wrongFieldCount(found: found.count, expected: axes.count), file: file)
                }
                let cells = (first..<first + 2).map { $0 < found.count ? found[$0] : "" }
                // A set that is shorter than others has empty cells below it.
                if cells == ["", ""] { continue }
                x.append(fields.number(cells[0]), text: cells[0], line: row.number)
                y.append(fields.number(cells[1]), text: cells[1], line: row.number)
            }
            var block = TextColumns.Block(name: first < names.count ? plainWords(names[first]) : nil)
            block.columns = [x.column, y.column]
            (block.columns[0].axis, block.columns[1].axis) = (.mass, .coupling)
            if fields.hasDecimalComma { block.notes.append(.decimalCommas(file: file)) }
            blocks.append(block)
        }
        return blocks
    }
}
