import CZlib

/// Writes a ZIP archive from its beginning to its end: sizes that are not known before stand behind the data.
struct ZipWriter {
    private var offset = 0
    private var directory: [UInt8] = []
    private var count = 0

    /// A file of the archive, until it is complete.
    final class Member {
        fileprivate let name: [UInt8]
        fileprivate let header: Int
        fileprivate var checksum: UInt = 0
        fileprivate var size = 0
        fileprivate var packedSize = 0
        private let deflater = Deflater(.none)

        fileprivate init(_ name: String, header: Int) {
            self.name = Array(name.utf8)
            self.header = header
        }

        fileprivate func packed(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
            checksum = crc32_z(checksum, bytes, bytes.count)
            let packed = deflater.packed(bytes, isLast: isLast)
            size += bytes.count
            packedSize += packed.count
            return packed
        }
    }

    /// The first of two bits says that sizes follow the data, the other that names are in UTF-8.
    private static let flags = 0x0808

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// What both headers say alike. The date is the first that there is, so that the same answer is the same file.
    private static let common =
        number(45, 2) + number(flags, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)

    mutating func begin(_ name: String) -> (member: Member, bytes: [UInt8]) {
        let member = Member(name, header: offset)
        // Sizes of eight bytes stand behind the data where this says so.
        let large = Self.number(1, 2) + Self.number(16, 2) + [UInt8](repeating: 0, count: 16)
        let bytes =
            Self.number(0x0403_4B50, 4) + Self.common + Self.number(0, 4) + Self.number(0xFFFF_FFFF, 4)
            + Self.number(0xFFFF_FFFF, 4) + Self.number(member.name.count, 2) + Self.number(large.count, 2)
            + member.name + large
        offset += bytes.count
        return (member, bytes)
    }

    mutating func add(_ bytes: [UInt8], to member: Member) -> [UInt8] {
        let packed = member.packed(bytes, isLast: false)
        offset += packed.count
        return packed
    }

    mutating func end(_ member: Member) -> [UInt8] {
        var bytes = member.packed([], isLast: true)
        bytes += Self.number(0x0807_4B50, 4) + Self.number(Int(member.checksum), 4)
        bytes += Self.number(member.packedSize, 8) + Self.number(member.size, 8)
        let extra =
            Self.number(1, 2) + Self.number(24, 2) + Self.number(member.size, 8) + Self.number(member.packedSize, 8)
            + Self.number(member.header, 8)
        directory +=
            Self.number(0x0201_4B50, 4) + Self.number(45, 2) + Self.common + Self.number(Int(member.checksum), 4)
        directory += Self.number(0xFFFF_FFFF, 4) + Self.number(0xFFFF_FFFF, 4) + Self.number(member.name.count, 2)
        directory += Self.number(extra.count, 2) + [UInt8](repeating: 0, count: 10)
        directory += Self.number(0xFFFF_FFFF, 4) + member.name + extra
        count += 1
        offset += bytes.count
        return bytes
    }

    /// The directory, and where it is.
    func finished() -> [UInt8] {
        let end = offset + directory.count
        let large =
            Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 2) + Self.number(45, 2)
            + Self.number(0, 8) + Self.number(count, 8) + Self.number(count, 8) + Self.number(directory.count, 8)
            + Self.number(offset, 8)
        let place = Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(end, 8) + Self.number(1, 4)
        let last =
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(0xFFFF, 2) + Self.number(0xFFFF, 2)
            + Self.number(0xFFFF_FFFF, 4) + Self.number(0xFFFF_FFFF, 4) + Self.number(0, 2)
        return directory + large + place + last
    }
}
