/// A table while its rows arrive.
struct TableBuilder {
    var table: Table
    /// What `nrows` announces: compared with what came, never allocated.
    var announcedRows: Int?
    /// Cells of the first row that came before any FIELD.
    var cellsWithoutFields: Int?

    init(_ table: Table) { self.table = table }
}

/// A column while its cells arrive, as text or as binary.
struct ColumnBuilder {
    enum Storage { case numbers, texts, truths, skipped }

    let field: VOTableField
    let storage: Storage
    let null: Int64?
    /// NaN where there is none: half as long as optional numbers, of which there may be millions.
    private var numbers: [Double] = []
    private var texts: [String] = []
    private var truths: [Bool?] = []
    private var skippedRows = 0

    init(_ field: VOTableField) {
        self.field = field
        null = field.null.flatMap { text in
            Array(text.utf8).withUnsafeBufferPointer { DecimalText.integer(DecimalText.trimmed($0)) }
        }
        switch field.datatype {
        case .char, .unicodeChar: storage = .texts
        case .floatComplex, .doubleComplex: storage = .skipped
        case _ where field.arraysize != .single && field.arraysize != .fixed(1): storage = .skipped
        case .boolean: storage = .truths
        default: storage = .numbers
        }
    }

    var column: Column {
        switch storage {
        case .numbers: .numbers(numbers.map { $0.isNaN ? nil : $0 })
        case .texts: .texts(texts)
        case .truths: .truths(truths)
        case .skipped: .skipped(rows: skippedRows)
        }
    }

    /// A floating-point number; NaN is null (VOTable §5.5).
    mutating func append(number: Double) { numbers.append(number) }
    mutating func append(integer: Int64) { numbers.append(integer == null ? .nan : Double(integer)) }
    mutating func append(text: String) { texts.append(text) }
    mutating func append(truth: Bool?) { truths.append(truth) }
    mutating func appendSkipped() { skippedRows += 1 }

    /// A cell without a value.
    mutating func appendNull() {
        switch storage {
        case .numbers: numbers.append(.nan)
        case .texts: texts.append("")
        case .truths: truths.append(nil)
        case .skipped: skippedRows += 1
        }
    }

    /// A cell of TABLEDATA.
    /// - Returns: how many digits the exponent was written with; nil where the text is not of the column's type.
    mutating func append(cell text: UnsafeBufferPointer<UInt8>) -> Int? {
        switch storage {
        case .texts:
            texts.append(String(decoding: text, as: UTF8.self))
            return 0
        case .skipped:
            skippedRows += 1
            return 0
        case .truths, .numbers:
            return append(value: DecimalText.trimmed(text))
        }
    }

    private mutating func append(value text: UnsafeBufferPointer<UInt8>) -> Int? {
        if text.isEmpty {
            appendNull()
            return 0
        }
        if storage == .truths { return appendTruth(text) ? 0 : nil }
        guard field.datatype.isFloatingPoint else { return appendInteger(text) ? 0 : nil }
        guard let reading = DecimalText.number(text) else { return nil }
        append(number: reading.value)
        return reading.exponentDigits
    }

    private mutating func appendTruth(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch String(decoding: text, as: UTF8.self).lowercased() {
        case "t", "true", "1": append(truth: true)
        case "f", "false", "0": append(truth: false)
        case "?": append(truth: nil)
        default: return false
        }
        return true
    }

    private mutating func appendInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let value = DecimalText.integer(text), field.datatype.integerRange.contains(value) else { return false }
        append(integer: value)
        return true
    }
}

extension Datatype {
    /// The integers the type holds; its bit patterns for `bit` and `unsignedByte`.
    var integerRange: ClosedRange<Int64> {
        switch self {
        case .bit: 0...1
        case .unsignedByte: 0...255
        case .short: Int64(Int16.min)...Int64(Int16.max)
        case .int: Int64(Int32.min)...Int64(Int32.max)
        default: Int64.min...Int64.max
        }
    }

    /// Bytes of one primitive in BINARY data (VOTable §2.1); 0 for `bit`, of which eight share a byte.
    var width: Int {
        switch self {
        case .bit: 0
        case .boolean, .unsignedByte, .char: 1
        case .short, .unicodeChar: 2
        case .int, .float: 4
        case .long, .double, .floatComplex: 8
        case .doubleComplex: 16
        }
    }
}
