#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a text is no table of N_eff.
public enum NeffTableError: Error, Sendable, Hashable {
    /// The first line does not name the format.
    case otherFormat(found: String)
    /// A line is not what was expected there.
    case unexpectedLine(number: Int, text: String, expected: String)
    /// The text ends early.
    case endsEarly(expected: String)
    /// The text is not the one that was written.
    case otherDigest(found: String, stated: String)
}

extension NeffTable {
    /// Reads what ``text`` writes.
    public init(text: String) throws(NeffTableError) { try self.init(bytes: Array(text.utf8)[...]) }

    init(bytes: ArraySlice<UInt8>) throws(NeffTableError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(NeffTableError) in try NeffTable(lines: bytes[...]) }
    }

    private init(lines bytes: Bytes) throws(NeffTableError) {
        var lines = NeffTableLines(bytes)
        let first = lines.next()?.text ?? ""
        guard first == Self.format else { throw .otherFormat(found: String(first.prefix(80))) }
        let stated = try lines.word(after: Self.digestKey)
        let rest = lines.rest
        light = try lines.grid(named: "light", isMixed: false)
        early = try lines.grid(named: "early", isMixed: false)
        heavy = try lines.grid(named: "heavy", isMixed: true)
        let found = Self.digest(of: rest)
        guard found == stated else { throw .otherDigest(found: found, stated: stated) }
    }
}

/// Bytes of the text, which lives as long as it is read.
private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

extension Bytes {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

/// The lines that are left, without empty ones and those for people.
private struct NeffTableLines {
    private(set) var rest: Bytes
    private var number = 0

    init(_ bytes: Bytes) { rest = bytes }

    mutating func next() -> Bytes? {
        while !rest.isEmpty {
            let end = Self.endOfLine(rest)
            let line = rest[..<end]
            rest = rest[end...].dropFirst()
            number += 1
            if !line.isEmpty, line.first != UInt8(ascii: "#") { return line }
        }
        return nil
    }

    private static func endOfLine(_ rest: Bytes) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: rest)
        guard let start = bytes.baseAddress, let end = memchr(start, Int32(UInt8(ascii: "\n")), bytes.count) else {
            return rest.endIndex
        }
        return rest.startIndex + (UnsafeRawPointer(end) - UnsafeRawPointer(start))
    }

    /// The second of two words.
    mutating func word(after name: String) throws(NeffTableError) -> String {
        let expected = "\(name) and its value"
        let line = try required(expected)
        let words = line.text.split(separator: " ")
        guard words.count == 2, words[0] == name else { throw fault(line, expected) }
        return String(words[1])
    }

    mutating func grid(named name: String, isMixed: Bool) throws(NeffTableError) -> NeffGrid {
        let heading = "grid \(name)"
        let line = try required(heading)
        guard line.text == heading else { throw fault(line, heading) }
        let masses = try axis("mass_MeV")
        let couplings = try axis("coupling")
        let mixings = isMixed ? try axis("mixing") : nil
        let length = NeffGrid.rowLength(mixings)
        let count = masses.count * couplings.count
        // Not filled with zeros first, which would take as long as a quarter of the reading.
        let values = try [Double](unsafeUninitializedCapacity: count * length) {
            values, written throws(NeffTableError) in
            for row in 0..<count {
                try readRow(into: UnsafeMutableBufferPointer(rebasing: values[row * length..<(row + 1) * length]))
                written += length
            }
        }
        return NeffGrid(masses: masses, couplings: couplings, mixings: mixings, values: values)
    }

    private mutating func axis(_ name: String) throws(NeffTableError) -> CubicAxis {
        let expected = "\(name) FIRST LAST COUNT"
        let line = try required(expected)
        let words = line.text.split(separator: " ")
        guard words.count == 4, words[0] == name, let first = Double(words[1]), let last = Double(words[2]),
            let count = Int(words[3]), first > 0, last > first, last < .infinity, (4...100).contains(count)
        else { throw fault(line, expected) }
        return CubicAxis(first: first, last: last, count: count)
    }

    /// Takes the numbers of a line, the last of them as often as the row is longer.
    private mutating func readRow(into row: UnsafeMutableBufferPointer<Double>) throws(NeffTableError) {
        // Worded for a fault alone: a table has two thousand rows.
        func expected() -> String { "\(row.count) whole numbers or fewer" }
        let line = try required(expected())
        let bytes = UnsafeBufferPointer(rebasing: line)
        var (count, position) = (0, 0)
        while position < bytes.count {
            guard count < row.count, let units = Self.number(in: bytes, from: &position) else {
                throw fault(line, expected())
            }
            row.initializeElement(at: count, to: 3 + Double(units) * 1e-4)
            count += 1
        }
        row[count...].initialize(repeating: row[count - 1])
    }

    /// A whole number and the blank behind it; nil where there is none, or one that no history gives: N_eff − 3 lies
    /// between −1 and 10.
    @inline(__always)
    private static func number(in line: UnsafeBufferPointer<UInt8>, from position: inout Int) -> Int? {
        let isNegative = line[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let start = position
        let end = min(line.count, start + 7)
        var value = 0
        while position < end, line[position] != UInt8(ascii: " ") {
            let digit = line[position] &- UInt8(ascii: "0")
            guard digit <= 9, position < start + 6 else { return nil }
            value = 10 &* value &+ Int(digit)
            position += 1
        }
        guard position > start, value <= (isNegative ? 10_000 : 100_000) else { return nil }
        position += 1
        return isNegative ? -value : value
    }

    private mutating func required(
        _ expected: @autoclosure () -> String
    ) throws(NeffTableError) -> Bytes {
        guard let line = next() else { throw .endsEarly(expected: expected()) }
        return line
    }

    private func fault(_ line: Bytes, _ expected: String) -> NeffTableError {
        .unexpectedLine(number: number, text: line.prefix(80).text, expected: expected)
    }
}
