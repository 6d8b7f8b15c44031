/// A ZIP archive on the disk: what it holds by its directory, each file a stream of its own.
struct ZipArchive {
    struct Member: Sendable, Hashable {
        var name: String
        fileprivate var method: Int
        fileprivate var checksum: Int
        fileprivate var compressedSize: Int
        fileprivate var header: Int
    }

    private(set) var members: [Member] = []
    private let input: InputFile

    /// A directory of a thousand files has a tenth of this [byte].
    private static let greatestDirectory = 1 << 20
    /// Of what stands behind the directory: a remark of 64 kB, and where the directory is, twice.
    private static let greatestEnd = 1 << 16 + 128

    /// - Throws: ``PointTableError``, also for one that has no array of NumPy in it.
    init(_ input: InputFile) throws(PointTableError) {
        self.input = input
        guard let size = input.size else { throw .notSeekable(.archive, file: input.name) }
        let bad = PointTableError.numPy(.badArchive, file: input.name)
        let start = max(0, size - Self.greatestEnd)
        let end = ZipBytes(try input.bytes(start..<size))
        guard let mark = end.last(of: 0x0605_4B50, length: 22) else { throw bad }
        var (length, offset) = (end.number(mark + 12, 4), end.number(mark + 16, 4))
        if length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            guard let large = end.last(of: 0x0606_4B50, length: 56) else { throw bad }
            (length, offset) = (end.number(large + 40, 8), end.number(large + 48, 8))
        }
        guard length >= 0, length <= Self.greatestDirectory, offset >= 0, offset <= size - length else { throw bad }
        let directory = ZipBytes(try input.bytes(offset..<offset + length))
        var place = 0
        while place + 46 <= length, directory.number(place, 4) == 0x0201_4B50 {
            let lengths = (28...32).filter { $0 % 2 == 0 }.map { directory.number(place + $0, 2) }
            let next = place + 46 + lengths.reduce(0, +)
            guard next <= length else { throw bad }
            var member = Member(
                name: String(decoding: directory.bytes[(place + 46)..<(place + 46 + lengths[0])], as: UTF8.self),
                method: directory.number(place + 10, 2), checksum: directory.number(place + 16, 4),
                compressedSize: directory.number(place + 20, 4),
                header: directory.number(place + 42, 4))
            directory.takeLarge(
                &member, sizes: directory.number(place + 24, 4),
                extra: (place + 46 + lengths[0])..<(place + 46 + lengths[0] + lengths[1]))
            guard member.header >= 0, member.header <= size, member.compressedSize >= 0 else { throw bad }
            members.append(member)
            place = next
        }
        guard members.contains(where: { $0.name.hasSuffix(".npy") }) else {
            throw .numPy(.noArchiveOfArrays, file: input.name)
        }
    }

    /// What a file of the archive holds.
    func stream(of member: Member) throws(PointTableError) -> any ByteStream {
        let bad = PointTableError.numPy(.badArchive, file: input.name)
        guard let size = input.size, member.header <= size - 30 else { throw bad }
        let header = ZipBytes(try input.bytes(member.header..<member.header + 30))
        guard header.number(0, 4) == 0x0403_4B50 else { throw bad }
        let start = member.header + 30 + header.number(26, 2) + header.number(28, 2)
        guard start <= size, member.compressedSize <= size - start else { throw bad }
        let section = SectionStream(input, start..<start + member.compressedSize)
        let contents: any ByteStream
        switch member.method {
        case 0: contents = section
        case 8: contents = try InflatedStream(section, .none, file: input.name)
        default: throw .numPy(.compression(member.method), file: input.name)
        }
        return CheckedStream(contents, checksum: UInt(member.checksum), file: "\(input.name): \(member.name)")
    }
}

/// Numbers of an archive, whose lowest byte comes first.
private struct ZipBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// -1 beyond what an Int holds.
    func number(_ place: Int, _ count: Int) -> Int {
        let value = bytes[place..<place + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: value) ?? -1
    }

    /// The last place of a mark, with so many bytes from there on.
    func last(of mark: Int, length: Int) -> Int? {
        guard bytes.count >= length else { return nil }
        return (0...(bytes.count - length)).reversed().first { bytes[$0] == mark & 0xFF && number($0, 4) == mark }
    }

    /// Sizes and places of more than 32 bits, in the order in which they are missing.
    func takeLarge(_ member: inout ZipArchive.Member, sizes full: Int, extra: Range<Int>) {
        var place = extra.lowerBound
        while place + 4 <= extra.upperBound {
            let (kind, length) = (number(place, 2), number(place + 2, 2))
            let end = min(place + 4 + length, extra.upperBound)
            if kind == 1 {
                var next = place + 4
                if full == 0xFFFF_FFFF { next += 8 }
                if member.compressedSize == 0xFFFF_FFFF, next + 8 <= end {
                    member.compressedSize = number(next, 8)
                    next += 8
                }
                if member.header == 0xFFFF_FFFF, next + 8 <= end { member.header = number(next, 8) }
            }
            place = end
        }
    }
}
