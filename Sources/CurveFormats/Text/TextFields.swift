/// How the rows of a block are parted into fields.
struct TextFields {
    /// A blank for white space of any kind.
    let separator: Character
    /// Whether a comma stands for the point of numbers; in quotation marks where commas part the fields.
    private(set) var hasDecimalComma = false

    /// Finds what parts the rows into the most numbers, and them and their heading into equally many fields.
    init(of rows: [Substring], separator: Character?, heading: Substring? = nil) {
        if let separator {
            self.separator = separator
        } else {
            let sample = rows.prefix(50)
            var best: (separator: Character, agrees: Bool, score: Int) = (" ", false, .min)
            for candidate in [";", ",", "\t", " "] as [Character] {
                let count = heading.map { Self.parts(of: $0, candidate).count } ?? 0
                var (score, agrees) = (0, count > 1 && candidate != " ")
                for row in sample {
                    let parts = Self.parts(of: row, candidate)
                    if parts.count != count { agrees = false }
                    for field in parts {
                        score += TextNumber(field, hasDecimalComma: candidate != " ").isValue ? 1 : -1
                    }
                }
                let isBetter = agrees == best.agrees ? score > best.score : agrees
                if isBetter { best = (candidate, agrees, score) }
            }
            self.separator = best.separator
        }
        // Where commas part the fields, only quotation marks keep one within a field.
        guard self.separator != " ", self.separator != "," || rows.contains(where: { $0.contains("\"") }) else {
            return
        }
        // Either all numbers with a fraction have a comma, or none has.
        let numbers = rows.flatMap { Self.parts(of: $0, self.separator) }.filter {
            TextNumber($0, hasDecimalComma: true).isNumber
        }
        // Programs part thousands with commas as well: where that may be meant, commas are read as neither.
        hasDecimalComma = numbers.contains(where: Self.isDecimal) && !numbers.contains { $0.contains(".") }
    }

    /// Whether the comma of a number can part no thousands: `1,5`, `0,001`, `1,000E-3`.
    private static func isDecimal(_ number: String) -> Bool {
        guard let comma = number.firstIndex(of: ",") else { return false }
        let fraction = number[number.index(after: comma)...].prefix(while: \.isNumber)
        let isWhole = number[number.index(comma, offsetBy: 1 + fraction.count)...].isEmpty
        return fraction.count != 3 || !isWhole || number[..<comma].allSatisfy { !$0.isNumber || $0 == "0" }
    }

    /// - Parameter count: how many are expected; tabs and blanks are told apart only where that gives this many.
    func fields(of row: Substring, count: Int?) -> [String] {
        var fields = Self.parts(of: row, separator)
        if let count, fields.count != count, separator == " " || separator == "\t" {
            let other = Self.parts(of: row, separator == " " ? "\t" : " ")
            if other.count == count { fields = other }
        }
        // Spreadsheets and programs leave separators at the end of a row.
        if let count, separator != " " {
            while fields.count > count, fields.last == "" { fields.removeLast() }
        }
        return fields
    }

    func number(_ field: String) -> TextNumber { TextNumber(field, hasDecimalComma: hasDecimalComma) }

    private static func parts(of row: Substring, _ separator: Character) -> [String] {
        if separator == " " { return row.split(whereSeparator: \.isWhitespace).map(String.init) }
        return CurveFormats.fields(of: row, separator: separator)
    }
}

/// The names of columns in a line, of which it is known how many they are.
enum TextHeading {
    /// - Parameters:
    ///   - separator: what parts the rows.
    ///   - count: how many columns there are.
    /// - Returns: nil where the line can't be parted into that many.
    static func names(in line: Substring, separator: Character, count: Int) -> [String]? {
        let candidates = separator == " " ? ["\t", ";", ","] : [separator, "\t", ";", ","] as [Character]
        for candidate in candidates {
            let names = fields(of: line, separator: candidate)
            if names.count == count { return names }
        }
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.count == count { return words }
        // A sentence, or something hostile, is no heading of so few columns.
        guard words.count <= 8 * count + 8 else { return nil }
        let wide = line.replacing("\t", with: "  ").split(separator: "  ").map { String($0.trimmed) }
            .filter { !$0.isEmpty }
        if wide.count == count { return wide }
        let joined = joiningBrackets(words)
        if joined.count == count { return joined }
        let guided = endingAtBrackets(words)
        if guided.count == count { return guided }
        return count == 2 ? massAndQuantity(joined) : nil
    }

    /// Without the words that say that names follow: `columns: m/GeV, g`.
    static func withoutIntroduction(_ line: Substring) -> Substring {
        guard let colon = line.firstIndex(of: ":") else { return line }
        let words = line[..<colon].lowercased().trimmed
        let isOne = ["columns", "column", "fields", "header", "headings", "format", "names", "legend"].contains(
            String(words))
        return isOne ? line[line.index(after: colon)...].trimmed : line
    }

    /// `mass [GeV] coupling`: a unit belongs to the word before it.
    private static func joiningBrackets(_ words: [String]) -> [String] {
        var names: [String] = []
        var isOpen = false
        for word in words {
            if isOpen || ((word.hasPrefix("[") || word.hasPrefix("(")) && !names.isEmpty) {
                names[names.count - 1] += " " + word
            } else {
                names.append(word)
            }
            let last = names[names.count - 1]
            isOpen = last.count { "[(".contains($0) } > last.count { "])".contains($0) }
        }
        return names
    }

    /// `mass [eV] kinetic mixing [dimensionless]`: a name ends with its unit.
    private static func endingAtBrackets(_ words: [String]) -> [String] {
        var names = [""]
        for word in words {
            names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
            if word.hasSuffix("]") || word.hasSuffix(")") { names.append("") }
        }
        if names.last == "" { names.removeLast() }
        return names
    }

    /// `mass kinetic mixing`: the only way to part the words of which one part is a mass or a quantity.
    private static func massAndQuantity(_ words: [String]) -> [String]? {
        guard (3...8).contains(words.count) else { return nil }
        let ways = (1..<words.count).map {
            (words[..<$0].joined(separator: " "), words[$0...].joined(separator: " "))
        }
        let likely = ways.filter {
            (MassNames.isOne(ColumnName($0.0).name) && CurveQuantity(columnName: ColumnName($0.1).name) != nil)
                || (MassNames.isOne(ColumnName($0.1).name)
                    && CurveQuantity(columnName: ColumnName($0.0).name) != nil)
        }
        return likely.count == 1 ? [likely[0].0, likely[0].1] : nil
    }

    /// Whether fields name both axes, so that a line is a heading though another of its names is a number, `97.5`.
    static func namesAxes(_ fields: [String]) -> Bool {
        let names = fields.map { ColumnName($0) }
        return names.contains { MassNames.isOne($0.name) }
            && names.contains { CurveQuantity(columnName: $0.name) != nil }
    }

    /// The units of a line of such alone, below the names: `GeV,1`, `[MeV],[]`, `in GeV,10^-3`; nil for any other line.
    static func units(in line: Substring, separator: Character, count: Int) -> [String]? {
        guard let cells = names(in: line, separator: separator, count: count) ?? padded(line, separator, count)
        else { return nil }
        var units: [String] = []
        for cell in cells {
            let isBracketed = ["[]", "()"].contains { cell.first == $0.first && cell.last == $0.last && cell.count > 1 }
            var unit = isBracketed ? String(cell.dropFirst().dropLast().trimmed) : cell
            if unit.lowercased().hasPrefix("in ") { unit.removeFirst(3) }
            guard MassUnit(unit) != nil || NumberUnit(unit) != nil, isBracketed || !mayBeValue(unit) else { return nil }
            units.append(unit)
        }
        return units.contains { MassUnit($0) != nil } ? units : nil
    }

    /// The cells of a line whose last are empty, and went with the white space at its end: `GeV`, a tab, nothing.
    private static func padded(_ line: Substring, _ separator: Character, _ count: Int) -> [String]? {
        let cells = fields(of: line, separator: separator)
        guard separator != " ", cells.count < count else { return nil }
        return cells + Array(repeating: "", count: count - cells.count)
    }

    /// Whether a cell may be a value: `6.5 MeV`, `1e-3`. A power of ten written as one and the unit of a pure number are none.
    private static func mayBeValue(_ cell: String) -> Bool {
        guard cell.first.map({ $0.isNumber || "+-.".contains($0) }) == true else { return false }
        let isPowerOfTen = ["10^", "10**"].contains(where: cell.hasPrefix) && NumberUnit(cell) != nil
        return !NumberUnit.isNone(cell) && !isPowerOfTen
    }

    /// The names of columns in a line of one fewer than the rows have fields, as R writes them above rows that begin with
    /// their own names, in quotation marks.
    static func namesBesideRows(
        _ line: Substring, rows: [Substring], separator: Character, count: Int
    ) -> [String]? {
        guard count > 2 else { return nil }
        let firsts = rows.map { row in
            let field = separator == " " ? row.prefix { !$0.isWhitespace } : row.prefix { $0 != separator }
            return String(field.trimmed)
        }
        // Numbers without quotation marks may be masses, as may those of a table in which everything has them.
        guard firsts.allSatisfy({ $0.count > 1 && $0.first == "\"" && $0.last == "\"" }),
            rows.contains(where: { $0.count { $0 == "\"" } < 2 * count })
        else { return nil }
        // Where blanks part the fields, quotation marks are signs like others.
        let bare = separator == " " ? line.replacing("\"", with: "")[...] : line
        guard let names = names(in: bare, separator: separator, count: count - 1) else { return nil }
        return [names.contains("row") ? "" : "row"] + names
    }

    /// Names with the units that stand below them.
    /// - Throws: where a name has another one itself.
    static func joined(_ names: [String], _ units: [String], file: String) throws(CurveFormatError) -> [String] {
        var joined: [String] = []
        for (name, unit) in zip(names, units) {
            guard !NumberUnit.isNone(unit) else {
                joined.append(name)
                continue
            }
            guard let own = ColumnName(name).unit else {
                joined.append("\(name) [\(unit)]")
                continue
            }
            guard MassUnit(own) == MassUnit(unit), NumberUnit(own) == NumberUnit(unit) else {
                throw .unitContradicted(column: name, said: unit, given: own, table: file)
            }
            joined.append(name)
        }
        return joined
    }
}
