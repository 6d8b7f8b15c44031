/// A shared object made to be read for hours: all of its symbols have one long name.
struct OverlappingNames {
    var symbols: Int
    var nameLength: Int
    /// How often the table of sections names the one table of symbols.
    var tables = 1

    private static let sectionNames = Array("\0.shstrtab\0.dynsym\0.dynstr\0".utf8)

    var bytes: [UInt8] {
        let symbolsAt = 64 + Self.sectionNames.count
        let namesAt = symbolsAt + 24 * symbols
        let tableAt = namesAt + nameLength
        let header: [UInt8] =
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + Self.number(0, 8) + Self.number(3, 2) + Self.number(Self.machine, 2)
            + Self.number(1, 4) + Self.number(0, 16) + Self.number(tableAt, 8) + Self.number(0, 4)
            + Self.number(64, 2) + Self.number(56, 2) + Self.number(0, 2) + Self.number(64, 2)
            + Self.number(3 + tables, 2) + Self.number(1, 2)
        let symbol = Self.number(0, 4) + [0x10, 0] + Self.number(0, 18)
        let sections =
            Self.section(name: 0, type: 0, at: 0, size: 0)
            + Self.section(name: 1, type: 3, at: 64, size: Self.sectionNames.count)
            + Self.section(name: 19, type: 3, at: namesAt, size: nameLength)
            + (0..<tables).flatMap { _ in Self.section(name: 11, type: 11, at: symbolsAt, size: 24 * symbols, link: 2) }
        return header + Self.sectionNames + (0..<symbols).flatMap { _ in symbol }
            + [UInt8](repeating: 0x24, count: nameLength - 1) + [0] + sections
    }

    #if arch(arm64)
        private static let machine = 183
    #else
        private static let machine = 62
    #endif

    private static func section(name: Int, type: Int, at offset: Int, size: Int, link: Int = 0) -> [UInt8] {
        number(name, 4) + number(type, 4) + number(0, 16) + number(offset, 8) + number(size, 8) + number(link, 4)
            + number(0, 20)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }
}
