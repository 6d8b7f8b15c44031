import Files

/// A block of rows on the disk: whole and of this scan, or not to be used.
///
/// ```
/// "mutau scan 1\n"  13 bytes        then numbers of eight bytes, the least significant first:
/// number · rows · columns · seconds it took (as a double)
/// identity of the scan (64 hexadecimal digits) · length of the path · the instruction path
/// the columns one after another · the SHA-256 of all that stands before it (32 bytes)
/// ```
struct BlockFile {
    let number: Int
    let rows: Int
    /// Of all cores that worked on it, by the clock [s].
    let seconds: Double
    let path: String
    /// One for each column.
    let columns: [ArraySlice<UInt8>]

    private static let mark = Array("mutau scan 1\n".utf8)

    static func bytes(
        number: Int, rows: Int, seconds: Double, identity: SHA256, path: String, columns: [[UInt8]]
    ) -> [UInt8] {
        var bytes = mark
        bytes.reserveCapacity(columns.reduce(512) { $0 + $1.count })
        for value in [UInt64(number), UInt64(rows), UInt64(columns.count), seconds.bitPattern] { bytes += word(value) }
        bytes += Array(identity.hexadecimal.utf8)
        let text = Array(path.utf8)
        bytes += word(UInt64(text.count)) + text
        for column in columns { bytes += column }
        bytes += SHA256(of: bytes).bytes
        return bytes
    }

    /// - Parameters:
    ///   - bytes: of the file.
    ///   - number: which it has to be.
    ///   - columns: of the scan.
    /// - Returns: nil where it is not whole, or not this block of this scan.
    init?(_ bytes: [UInt8], number: Int, rows: Int, columns: [ScanColumn], identity: SHA256) {
        let head = Self.mark.count + 4 * 8 + 64 + 8
        guard bytes.count > head + 32, Array(bytes[..<Self.mark.count]) == Self.mark else { return nil }
        let end = bytes.count - 32
        guard SHA256(of: Array(bytes[..<end])).bytes == Array(bytes[end...]) else { return nil }
        func value(_ place: Int) -> UInt64 {
            let first = Self.mark.count + 8 * place
            return (0..<8).reduce(0) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) }
        }
        let identityStart = Self.mark.count + 32
        let found = String(decoding: bytes[identityStart..<identityStart + 64], as: UTF8.self)
        guard value(0) == UInt64(number), value(1) == UInt64(rows), value(2) == UInt64(columns.count),
            found == identity.hexadecimal
        else { return nil }
        // Behind the identity stands its length.
        let length = value(12)
        guard length <= 200, head + Int(length) <= end else { return nil }
        var start = head + Int(length)
        guard start + columns.reduce(0, { $0 + $1.size * rows }) == end else { return nil }
        path = String(decoding: bytes[head..<start], as: UTF8.self)
        seconds = Double(bitPattern: value(3))
        (self.number, self.rows) = (number, rows)
        self.columns = columns.map { column in
            let slice = bytes[start..<start + column.size * rows]
            start += column.size * rows
            return slice
        }
        // The right digest of wrong bytes: another program wrote them.
        guard zip(columns, self.columns).allSatisfy({ $0.hasWords($1) }) else { return nil }
    }

    private static func word(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
}
