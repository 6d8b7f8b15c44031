import CurveFormats
import Documents
import Files

/// A column that has to be known as a whole before it can be written: its values in a file until then.
final class ColumnSpool {
    enum Kind {
        /// Values as NumPy keeps them, of a type that is known by its descriptor.
        case raw(String, size: Int)
        /// Texts, each on a line: numbers where all are, or where they are to be, and then none for what is none.
        case texts(hasDecimalComma: Bool, areNumbers: Bool = false)
        /// A byte for one of a few words.
        case words([String])
    }

    let kind: Kind
    private let file: SpoolFile
    private let buffer = ByteBuffer(capacity: 1 << 16)
    /// Of the texts [scalars].
    private(set) var width = 1
    /// Whether a text was longer than NumPy's fixed width may be here, and is cut.
    private(set) var isCut = false
    /// Every row takes as much as the longest text does: one that is longer would fill the disk [scalars].
    static let greatestWidth = 1000
    private var holdsNumbers = true
    private var hasNumber = false

    init(_ kind: Kind, beside path: String) throws(WritingError) {
        self.kind = kind
        file = try SpoolFile(beside: path)
    }

    /// Appends to what is written at the next ``flush()``.
    func append(_ bytes: UnsafeRawBufferPointer) { buffer.append(bytes) }

    func append(_ block: NumPyBlock, _ column: Int) { block.appendRaw(column, to: buffer) }

    /// A text of a column of texts.
    func append(_ text: String) {
        let clean = PlainText.clean(text)
        let length = clean.unicodeScalars.count
        width = max(width, min(length, Self.greatestWidth))
        if length > Self.greatestWidth { isCut = true }
        if holdsNumbers, !clean.isEmpty {
            if number(clean) == nil { holdsNumbers = false } else { hasNumber = true }
        }
        buffer.append(clean)
        buffer.append(0x0A)
    }

    func flush(always: Bool = false) throws(WritingError) {
        guard always || buffer.count >= 1 << 16 else { return }
        try file.write(Array(buffer.bytes))
        buffer.removeAll()
    }

    /// The number that a text is; nil for words. None is not a number.
    private func number(_ text: String) -> Double? {
        guard case .texts(let hasDecimalComma, _) = kind else { return nil }
        return switch PointCell(text, hasDecimalComma: hasDecimalComma) {
        case .number(let value): value
        case .missing: .nan
        case .words: nil
        }
    }

    private var writesNumbers: Bool {
        if case .texts(_, areNumbers: true) = kind { return true }
        return holdsNumbers && hasNumber
    }

    /// The descriptor of the values as they are written.
    var descriptor: String {
        switch kind {
        case .raw(let descriptor, _): descriptor
        case .texts: writesNumbers ? "<f8" : "<U\(width)"
        case .words(let words): "<U\(words.map(\.unicodeScalars.count).max() ?? 1)"
        }
    }

    /// The values as NumPy keeps them, in pieces.
    func values(_ take: ([UInt8]) throws(WritingError) -> Void) throws(WritingError) {
        switch kind {
        case .raw(_, let size): try pieces(size: size, take)
        case .words(let words):
            let width = words.map(\.unicodeScalars.count).max() ?? 1
            let cells = words.map { Self.cell($0, width: width) }
            try pieces(size: 1) { bytes throws(WritingError) in try take(bytes.flatMap { cells[Int($0)] }) }
        case .texts: try texts(take)
        }
    }

    private func texts(_ take: ([UInt8]) throws(WritingError) -> Void) throws(WritingError) {
        let areNumbers = writesNumbers
        var pending: [UInt8] = []
        try pieces(size: 1) { bytes throws(WritingError) in
            pending += bytes
            var values: [UInt8] = []
            var start = 0
            while let end = pending[start...].firstIndex(of: 0x0A) {
                let text = String(decoding: pending[start..<end], as: UTF8.self)
                if areNumbers {
                    withUnsafeBytes(of: (number(text) ?? .nan).bitPattern.littleEndian) { values += $0 }
                } else {
                    values += Self.cell(text, width: width)
                }
                start = end + 1
                if values.count > 1 << 18 {
                    try take(values)
                    values.removeAll(keepingCapacity: true)
                }
            }
            pending.removeFirst(start)
            try take(values)
        }
    }

    /// A text as NumPy keeps it: four bytes for each scalar, zeros behind.
    private static func cell(_ text: String, width: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * width)
        for scalar in text.unicodeScalars.prefix(width) {
            withUnsafeBytes(of: scalar.value.littleEndian) { bytes += $0 }
        }
        return bytes + [UInt8](repeating: 0, count: 4 * width - bytes.count)
    }

    /// What was written, in pieces of whole values.
    private func pieces(
        size: Int, _ take: ([UInt8]) throws(WritingError) -> Void
    ) throws(WritingError) {
        // Texts to a fixed length take forty times as much as the number of a word.
        let count = max((1 << 14) / size, 1) * size
        var offset = 0
        while offset < file.size {
            let piece = try file.read(at: offset, count: count)
            guard !piece.isEmpty else { return }
            offset += piece.count
            try take(piece)
        }
    }
}
