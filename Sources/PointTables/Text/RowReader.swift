import CurveFormats

/// Reads the rows of a text: what of a line is mass and coupling, and how it is passed on.
struct RowReader: Sendable {
    let layout: PointLayout
    let axes: PointAxes

    private var point: UInt8 { UInt8(ascii: layout.hasDecimalComma ? "," : ".") }

    /// A line, as far as it matters.
    struct Row: Sendable {
        /// Not a number where the row is no point.
        var mass: Double
        var coupling: Double
        /// Whether the whole line can be passed on as it is.
        var isPlain: Bool
    }

    /// - Returns: nil for an empty line and a remark.
    func row(_ line: UnsafeBufferPointer<UInt8>) -> Row? {
        guard let first = line.first else { return nil }
        switch first {
        case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "!"): return nil
        case UInt8(ascii: "/") where line.count > 1 && line[1] == UInt8(ascii: "/"): return nil
        default: break
        }
        var cursor = FieldCursor(line, separator: layout.separator)
        var row = Row(mass: .nan, coupling: .nan, isPlain: layout.separator == UInt8(ascii: ","))
        var (column, isExcess) = (0, false)
        while let field = cursor.next() {
            if column == axes.mass.column { row.mass = value(field, axes.mass) }
            if column == axes.coupling.column { row.coupling = value(field, axes.coupling) }
            if column >= layout.count, !field.isEmpty { isExcess = true }
            if row.isPlain, !field.isPlain { row.isPlain = false }
            column &+= 1
        }
        if column != layout.count { row.isPlain = false }
        if column < layout.count || isExcess || cursor.hasOpenQuote { (row.mass, row.coupling) = (.nan, .nan) }
        if row.mass.isNaN || row.coupling.isNaN { (row.mass, row.coupling) = (.nan, .nan) }
        return row
    }

    /// A line without the remark at its end, `6.5,4.5e-4 # checked`; nil where none follows a number.
    func withoutRemark(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var isQuoted = false
        var hasDigit = false
        var before = UInt8(ascii: " ")
        for (index, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            defer { before = byte }
            if byte &- UInt8(ascii: "0") < 10 { hasDigit = true }
            guard !isQuoted, hasDigit else { continue }
            let begins =
                switch byte {
                case UInt8(ascii: "#"): true
                case UInt8(ascii: "%"), UInt8(ascii: "!"): before.isBlank
                case UInt8(ascii: "/"): before.isBlank && index + 1 < line.count && line[index + 1] == byte
                default: false
                }
            if begins { return UnsafeBufferPointer(rebasing: line[..<index]).trimmedLine(separator: layout.separator) }
        }
        return nil
    }

    private func value(_ field: UnsafeBufferPointer<UInt8>, _ axis: PointAxis) -> Double {
        guard let value = number(field, axis), value > 0, value < .infinity else { return .nan }
        return value
    }

    /// In MeV, or g′.
    private func number(_ field: UnsafeBufferPointer<UInt8>, _ axis: PointAxis) -> Double? {
        if let quick = NumberBytes.quick(field, point: point, shift: axis.shift) {
            return axis.isPlain ? quick : axis.value(quick)
        }
        guard case .number(let value) = PointCell(field.text, hasDecimalComma: layout.hasDecimalComma) else {
            return nil
        }
        return axis.value(asRead: value)
    }

    /// Why a line whose mass is no number is no point.
    func fault(of line: UnsafeBufferPointer<UInt8>) -> RowFault {
        var cursor = FieldCursor(line, separator: layout.separator)
        var fields: [UnsafeBufferPointer<UInt8>] = []
        while let field = cursor.next() { fields.append(field) }
        if cursor.hasOpenQuote { return .openQuote }
        while fields.count > layout.count, fields.last?.isEmpty == true { fields.removeLast() }
        guard fields.count == layout.count else {
            return .fieldCount(found: fields.count, expected: layout.count)
        }
        for (part, axis) in [(RowFault.PointPart.mass, axes.mass), (.coupling, axes.coupling)] {
            let field = fields[axis.column]
            let text = field.text
            switch PointCell(text, hasDecimalComma: layout.hasDecimalComma) {
            case .missing: return .missing(part)
            case .words: return .notANumber(part, text: text)
            case .number where value(field, axis).isNaN: return .notPositive(part, text: text)
            case .number: continue
            }
        }
        return .notANumber(.mass, text: String(decoding: line, as: UTF8.self))
    }

    /// The fields of a line, as many as there are columns.
    func texts(of line: UnsafeBufferPointer<UInt8>) -> [String] {
        var cursor = FieldCursor(line, separator: layout.separator)
        var texts: [String] = []
        while texts.count < layout.count, let field = cursor.next() { texts.append(field.text) }
        return texts + Array(repeating: "", count: layout.count - texts.count)
    }

    /// Appends the fields of a line, as many as there are columns, as cells of CSV.
    func appendCells(of line: UnsafeBufferPointer<UInt8>, to buffer: ByteBuffer) {
        var cursor = FieldCursor(line, separator: layout.separator)
        for column in 0..<layout.count {
            if column > 0 { buffer.append(UInt8(ascii: ",")) }
            if let field = cursor.next() {
                CSVCell.append(field, to: buffer) { text in
                    if case .number = PointCell(text, hasDecimalComma: layout.hasDecimalComma) { true } else { false }
                }
            }
        }
    }
}
