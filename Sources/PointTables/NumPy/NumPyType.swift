/// The type of the values of an array, by NumPy's descriptor: `<f8`.
struct NumPyType: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case float, integer, unsigned, boolean
        /// Bytes, and scalars of Unicode of four bytes each, to a fixed length.
        case bytes, unicode
        /// What is not read, but has a size: complex numbers, dates, halves.
        case other
    }

    let descriptor: String
    let kind: Kind
    /// Of one value [byte].
    let size: Int
    private let isBigEndian: Bool

    /// Of one value [byte]; a text is shorter.
    private static let greatestSize = 1 << 16

    /// - Returns: nil for what has no size that the descriptor tells, objects of Python for instance.
    init?(_ descriptor: String) {
        self.descriptor = descriptor
        var rest = descriptor[...]
        isBigEndian = rest.first == ">"
        if let order = rest.first, "<>|=".contains(order) { rest.removeFirst() }
        guard let letter = rest.popFirst() else { return nil }
        let digits = rest.prefix(while: \.isNumber)
        guard let count = Int(digits), (1...Self.greatestSize).contains(count) else { return nil }
        size = letter == "U" ? count * 4 : count
        switch (letter, count) {
        case ("f", 4), ("f", 8): kind = .float
        case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .integer
        case ("u", 1), ("u", 2), ("u", 4), ("u", 8): kind = .unsigned
        case ("b", 1): kind = .boolean
        case ("S", _), ("a", _): kind = .bytes
        case ("U", _): kind = .unicode
        case ("f", _), ("c", _), ("M", _), ("m", _), ("V", _): kind = .other
        default: return nil
        }
    }

    var isNumeric: Bool { [.float, .integer, .unsigned, .boolean].contains(kind) }

    /// The bits of a value of at most eight bytes.
    @inline(__always)
    private func bits(_ value: UnsafeRawPointer) -> UInt64 {
        func read<Bits: FixedWidthInteger & UnsignedInteger>(_ type: Bits.Type) -> UInt64 {
            let stored = value.loadUnaligned(as: Bits.self)
            return UInt64(isBigEndian ? Bits(bigEndian: stored) : Bits(littleEndian: stored))
        }
        return switch size {
        case 1: read(UInt8.self)
        case 2: read(UInt16.self)
        case 4: read(UInt32.self)
        default: read(UInt64.self)
        }
    }

    private func signed(_ value: UnsafeRawPointer) -> Int64 {
        let shift = UInt64(64 - 8 * size)
        return Int64(bitPattern: bits(value) << shift) >> Int64(shift)
    }

    /// The number at a place; not a number for a text.
    func number(_ value: UnsafeRawPointer) -> Double {
        switch kind {
        case .float where size == 8: Double(bitPattern: bits(value))
        case .float: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(value))))
        case .integer: Double(signed(value))
        case .unsigned, .boolean: Double(bits(value))
        case .bytes, .unicode, .other: .nan
        }
    }

    /// Appends the value as text: the shortest number that is read again as the same.
    func append(_ value: UnsafeRawPointer, to buffer: ByteBuffer) {
        switch kind {
        case .float where size == 8: Self.append(Double(bitPattern: bits(value)), to: buffer)
        case .float: Self.append(Float(bitPattern: UInt32(truncatingIfNeeded: bits(value))), to: buffer)
        case .integer: buffer.append(signed(value).description)
        case .unsigned: NumberBytes.append(bits(value), to: buffer)
        case .boolean: buffer.append(bits(value) == 0 ? "False" : "True")
        case .bytes, .unicode, .other: buffer.append(text(value))
        }
    }

    /// As NumPy itself writes them.
    private static func append(_ value: some BinaryFloatingPoint, to buffer: ByteBuffer) {
        if value.isFinite {
            if let single = value as? Float { return NumberBytes.append(single, to: buffer) }
            return NumberBytes.append(Double(value), to: buffer)
        }
        buffer.append(value.isNaN ? "nan" : value > 0 ? "inf" : "-inf")
    }

    /// The value as text.
    func text(_ value: UnsafeRawPointer) -> String {
        switch kind {
        case .bytes:
            let bytes = UnsafeRawBufferPointer(start: value, count: size)
            return String(decoding: bytes[..<Self.end(bytes)], as: UTF8.self)
        case .unicode:
            var text = String.UnicodeScalarView()
            for index in stride(from: 0, to: size, by: 4) {
                let stored = value.loadUnaligned(fromByteOffset: index, as: UInt32.self)
                let number = isBigEndian ? UInt32(bigEndian: stored) : UInt32(littleEndian: stored)
                text.append(Unicode.Scalar(number) ?? "\u{FFFD}")
            }
            while text.last == "\0" { text.removeLast() }
            return String(text)
        default:
            let buffer = ByteBuffer(capacity: 32)
            append(value, to: buffer)
            return String(decoding: buffer.bytes, as: UTF8.self)
        }
    }

    private static func end(_ bytes: UnsafeRawBufferPointer) -> Int {
        (bytes.lastIndex { $0 != 0 } ?? -1) + 1
    }
}
