/// How the lines of a text of points are made, found from its beginning: what parts the columns, how many there are, and
/// what they are called.
public struct PointLayout: Sendable, Hashable {
    /// What parts the columns; a blank for white space of any kind.
    public let separator: UInt8
    /// Whether a comma stands for the point of numbers.
    public let hasDecimalComma: Bool
    /// The headings, with the units that stand below them; nil where there are none.
    public let names: [String]?
    /// The units that remarks above the rows say.
    public let remarkedUnits: RemarkedUnits
    /// A remark that may say a factor of the couplings, and is not heeded.
    public let remarkOfFactor: String?
    /// How many columns a row has.
    public let count: Int
    /// Where the rows begin, in bytes.
    public let start: Int
    /// The number of the line there, from 1.
    public let line: Int

    /// Whether a text has rows by which it is known: one, and one more below what may be a heading and its units.
    public static func hasRows(_ beginning: ArraySlice<UInt8>) -> Bool {
        var lines = PointLines(beginning)
        return (0..<3).allSatisfy { _ in lines.nextRow() != nil }
    }

    /// Rows by which the columns are told apart.
    private static let rowsSeen = 50

    /// - Parameters:
    ///   - beginning: whole lines, without a byte order mark.
    ///   - file: its name, for errors.
    /// - Throws: ``CurveFormatError``
    public init(of beginning: ArraySlice<UInt8>, file: String) throws(CurveFormatError) {
        switch Recognition(Array(beginning.prefix(1 << 14))) {
        case .format(.text), .format(.hepDataCSV): break
        // Points of an answer of mutau's may be asked about as those of any table.
        case .foreign(.answer): break
        case .foreign(let kind): throw .foreign(kind, file: file)
        case .format: throw .foreign(.xml, file: file)
        }
        // SQLite's mark and the like; further on a zero is a fault of its row.
        guard !beginning.prefix(16).contains(0) else { throw .foreign(.binaryTable, file: file) }
        var lines = PointLines(beginning)
        let marked = lines.separator
        var remarks: [Substring] = []
        guard let first = lines.nextRow(remarks: &remarks) else { throw .noCurve(file: file) }
        let (start, line, linesOfRemarks) = (lines.start, lines.number, lines.linesOfRemarks)
        var rows: [Substring] = []
        while rows.count < Self.rowsSeen, let row = lines.nextRow() { rows.append(row) }
        remarkedUnits = try Self.units(in: remarks, at: linesOfRemarks, file: file)
        remarkOfFactor = remarks.lazy.map(String.init).first(where: RemarkedUnits.mayScaleCouplings)
        // Cells by which the columns are parted: a line of words alone has none.
        let numbered = rows.filter { $0.contains(where: \.isNumber) }
        let ownFields = TextFields(
            of: rows.isEmpty ? [first] : numbered.isEmpty ? rows : numbered, separator: marked, heading: first)
        // A row has a number in it; what has none above rows is a heading.
        let parts = Self.parts(of: first, ownFields)
        let isHeading = !parts.contains { ownFields.number($0).isNumber } || TextHeading.namesAxes(parts)
        if !isHeading { rows.insert(first, at: 0) }
        let fields = isHeading ? ownFields : TextFields(of: rows, separator: marked)
        let count = Self.usualCount(rows.map { Self.parts(of: $0, fields).count })
        separator = fields.separator.asciiValue ?? 0x20
        hasDecimalComma = fields.hasDecimalComma
        func units(in line: Substring) -> [String]? {
            TextHeading.units(in: line, separator: fields.separator, count: count ?? 1)
        }
        guard !isHeading else {
            let head = Self.head([first] + rows, fields, count: count)
            let names =
                count.flatMap { TextHeading.names(in: head.names, separator: fields.separator, count: $0) }
                ?? count.flatMap {
                    TextHeading.namesBesideRows(head.names, rows: rows, separator: fields.separator, count: $0)
                }
                ?? Self.headingAlone(head.names, marked ?? (rows.isEmpty ? nil : fields.separator))
            self.count = names.count
            self.names =
                try (head.units.flatMap(units) ?? ECSVHeader.units(of: names, in: remarks.map(String.init))).map {
                    units throws(CurveFormatError) in
                    try TextHeading.joined(names, units, file: file)
                } ?? names
            // No more lines are left out than what heads the rows.
            var place = lines.place(after: start, line: line)
            for _ in 1..<head.count { place = lines.place(ofRowAfter: place) }
            (self.start, self.line) = place
            return
        }
        self.count = count ?? 1
        func namesInRemark(_ index: Int) -> [String]? {
            TextHeading.names(
                in: TextHeading.withoutIntroduction(remarks[index]), separator: fields.separator, count: count ?? 1)
        }
        let place = remarks.indices.last { index in
            namesInRemark(index)
                .map { $0.contains { MassNames.isOne(ColumnName($0).name) } } ?? false
        }
        var names = place.flatMap(namesInRemark)
        if let place, let found = names, let units = remarks[(place + 1)...].lazy.compactMap(units).first {
            names = try TextHeading.joined(found, units, file: file)
        }
        self.names = names
        (self.start, self.line) = (start, line)
    }

    /// What stands above the first row with a number in it: names, below a title perhaps, and units below the names.
    /// - Returns: how many lines that are; a line of words that is none of these is a row that can't be read.
    private static func head(
        _ rows: [Substring], _ fields: TextFields, count: Int?
    ) -> (names: Substring, units: Substring?, count: Int) {
        func isUnits(_ row: Substring) -> Bool {
            TextHeading.units(in: row, separator: fields.separator, count: count ?? 1) != nil
        }
        let above = rows.prefix(greatestHead).prefix { row in
            let parts = parts(of: row, fields)
            return !parts.contains { fields.number($0).isNumber } || TextHeading.namesAxes(parts) || isUnits(row)
        }
        let place = above.firstIndex { TextHeading.namesAxes(parts(of: $0, fields)) } ?? 0
        let units = above[place...].dropFirst().firstIndex(where: isUnits)
        return (rows[place], units.map { rows[$0] }, (units ?? place) + 1)
    }

    /// A title, names, names in words, and units.
    private static let greatestHead = 4

    /// What remarks say of units: in our own words, which are read as those of curves are, or in sentences.
    private static func units(
        in remarks: [Substring], at lines: [Int], file: String
    ) throws(CurveFormatError) -> RemarkedUnits {
        let ours = [CardField.massUnit.key, CardField.couplingUnit.key]
        let statements = zip(remarks, lines).compactMap { TextStatement($0, line: $1) }
            .filter { ours.contains($0.field.key) }
        for (remark, line) in zip(remarks, lines) {
            // Of curves the unit is then asked for; masses of points would be taken in MeV.
            let start = remark.prefix(16).lowercased().replacing("-", with: "_").replacing(" ", with: "_")
            guard ours.contains(where: start.hasPrefix), TextStatement(remark, line: line) == nil,
                case .remarkUnreadable(_, _, let key, let value, let expected)? = TextStatement.doubt(
                    of: remark, line: line, file: file)
            else { continue }
            throw .badText(
                line: line, fault: .badMetadata(key: key, value: value, expected: expected), file: file)
        }
        let said = try TextStatements(statements, file: file).reading
        var units = RemarkedUnits(of: remarks.map(String.init))
        units.mass = said.massUnit?.rawValue ?? units.mass
        units.coupling = said.couplingUnit ?? units.coupling
        return units
    }

    /// The columns of a row; separators at its end part nothing.
    private static func parts(of row: Substring, _ fields: TextFields) -> [String] {
        fields.fields(of: row, count: nil)
    }

    /// The count that most rows have; of two the first.
    private static func usualCount(_ counts: [Int]) -> Int? {
        var best: (count: Int, times: Int)?
        for count in counts {
            let times = counts.count { $0 == count }
            if times > best?.times ?? 0 { best = (count, times) }
        }
        return best?.count
    }

    /// A heading without rows, or one that fits none.
    private static func headingAlone(_ line: Substring, _ separator: Character?) -> [String] {
        let candidates: [Character] = separator.map { [$0] } ?? [",", ";", "\t"]
        for candidate in candidates where candidate != " " && line.contains(candidate) {
            return fields(of: line, separator: candidate)
        }
        return line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
