/// The files of a tar archive in memory, as `tar` and WebPlotDigitizer write it: POSIX ustar and GNU, long names too.
struct TarArchive {
    struct Member: Hashable {
        /// With its folders, `wpd_project/wpd.json`.
        var path: String
        var bytes: Range<Int>

        /// Without them.
        var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    }

    private(set) var members: [Member] = []
    private let bytes: [UInt8]

    /// Members that are looked at; an archive of a table and its picture has some ten.
    private static let greatestCount = 2_000
    private static let block = 512

    /// - Returns: nil where the bytes are no archive, break off in one, or hold a file twice: of these `tar` itself takes the
    ///   last, others the first.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        var offset = 0
        var longName: String?
        var paths: Set<String> = []
        while offset + Self.block <= bytes.count {
            let header = bytes[offset..<offset + Self.block]
            if header.allSatisfy({ $0 == 0 }) { return }
            guard header.dropFirst(257).starts(with: "ustar".utf8), let size = Self.size(header) else { return nil }
            let start = offset + Self.block
            guard size <= bytes.count - start, members.count < Self.greatestCount else { return nil }
            let prefix = header[offset + 257 + 5] == 0 ? Self.text(header.dropFirst(345).prefix(155)) : ""
            let name = Self.text(header.prefix(100))
            switch header[offset + 156] {
            case UInt8(ascii: "L"): longName = Self.text(bytes[start..<start + size])
            case UInt8(ascii: "0"), 0:
                let path = longName ?? (prefix.isEmpty ? name : "\(prefix)/\(name)")
                guard paths.insert(path).inserted else { return nil }
                members.append(Member(path: path, bytes: start..<start + size))
                longName = nil
            case UInt8(ascii: "x"), UInt8(ascii: "g"): break
            default: longName = nil
            }
            offset = start + (size + Self.block - 1) / Self.block * Self.block
        }
    }

    func contents(of member: Member) -> [UInt8] { Array(bytes[member.bytes]) }

    /// Octal digits, up to a blank or zero.
    private static func size(_ header: ArraySlice<UInt8>) -> Int? {
        let digits = text(header.dropFirst(124).prefix(12)).filter { $0 != " " }
        return Int(digits, radix: 8).flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
