import Documents

/// The added columns of a block as cells of CSV.
///
/// Values lie in memory of its own, behind plain pointers: arrays in an enumeration would be retained and released for every
/// cell, which took a quarter of the time of a table.
final class CSVCells {
    private enum Kind { case words, lists, numbers, counts, constant, texts }

    private struct Column {
        var kind: Kind
        var isOfPoints: Bool
        /// Numbers of words, or counts.
        var codes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var ends = UnsafeBufferPointer<Int>(start: nil, count: 0)
        var numbers = UnsafeBufferPointer<Double>(start: nil, count: 0)
        /// Each word's bytes.
        var words = UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>(start: nil, count: 0)
        /// Which of ``texts``.
        var place = 0
    }

    private let columns: UnsafeBufferPointer<Column>
    private let texts: [[Int: String]]

    init(_ added: [AddedColumn]) {
        var texts: [[Int: String]] = []
        columns = copied(
            added.map { column in
                var made = Column(kind: .constant, isOfPoints: column.isOfPoints)
                switch column.values {
                case .words(let codes, let among):
                    (made.kind, made.codes, made.words) = (.words, copied(codes), Self.words(among))
                case .lists(let codes, let ends, let among):
                    (made.kind, made.codes, made.words) = (.lists, copied(codes), Self.words(among))
                    made.ends = copied(ends)
                case .numbers(let numbers): (made.kind, made.numbers) = (.numbers, copied(numbers))
                case .counts(let counts): (made.kind, made.codes) = (.counts, copied(counts))
                case .count(let count): made.words = Self.words([count.description])
                case .texts(let values):
                    (made.kind, made.place) = (.texts, texts.count)
                    texts.append(values)
                }
                return made
            })
        self.texts = texts
    }

    deinit {
        for column in columns {
            column.codes.deallocate()
            column.ends.deallocate()
            column.numbers.deallocate()
            for word in column.words { word.deallocate() }
            column.words.deallocate()
        }
        columns.deallocate()
    }

    private static func words(_ words: [String]) -> UnsafeBufferPointer<UnsafeBufferPointer<UInt8>> {
        copied(words.map { copied(Array(CSVText.text($0).utf8)) })
    }

    /// Appends the cells of a row, each behind a comma.
    @inline(__always)
    func append(_ row: Int, isPoint: Bool, to buffer: ByteBuffer) {
        for column in columns {
            buffer.append(UInt8(ascii: ","))
            guard isPoint || !column.isOfPoints else { continue }
            switch column.kind {
            case .words: buffer.append(column.words[Int(column.codes[row])])
            case .lists:
                let start = row == 0 ? 0 : column.ends[row &- 1]
                for place in start..<column.ends[row] {
                    if place > start { buffer.append(0x20) }
                    buffer.append(column.words[Int(column.codes[place])])
                }
            case .numbers: NumberBytes.append(column.numbers[row], to: buffer)
            case .counts: NumberBytes.append(UInt64(column.codes[row]), to: buffer)
            case .constant: buffer.append(column.words[0])
            case .texts: appendText(row, column.place, to: buffer)
            }
        }
    }

    private func appendText(_ row: Int, _ place: Int, to buffer: ByteBuffer) {
        guard !texts[place].isEmpty, let text = texts[place][row] else { return }
        buffer.append(CSVText.text(text))
    }
}

/// A copy that outlives the array.
private func copied<Value>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let copy = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = copy.initialize(from: values)
    return UnsafeBufferPointer(copy)
}

// What the pointers lead to is written before anyone reads it, and never again.
extension CSVCells: @unchecked Sendable {}
