/// What a shared object says of itself, read from its bytes: none of its code runs.
struct ELFImage {
    /// A part of the object.
    struct Section {
        /// Where it is in memory, from the place where the object is loaded.
        let address: UInt64
        let size: Int
    }

    private(set) var sections: [String: Section] = [:]
    /// The names it offers to others, and those it must find elsewhere.
    private(set) var defined: Set<String> = []
    private(set) var undefined: Set<String> = []

    /// The greatest size of a file that is read [bytes]: a bound with a page of code has 40 kB.
    static let sizeLimit = 64 << 20

    #if arch(arm64)
        private static let machine = 183
    #else
        private static let machine = 62
    #endif

    /// - Throws: ``ELFError``
    init(_ contents: [UInt8]) throws(ELFError) {
        var file = ELFBytes(contents)
        try Self.checkHeader(file)
        let headers = try SectionHeader.all(in: &file)
        for header in headers { sections[header.name] = Section(address: header.address, size: header.size) }
        let tables = headers.filter { $0.type == SectionHeader.dynamicSymbols }
        guard tables.count <= 1 else { throw .damaged("it has several tables of symbols") }
        for header in tables {
            guard headers.indices.contains(header.link) else { throw .damaged("its symbols have no names") }
            try readSymbols(&file, header, names: headers[header.link].range(in: file))
        }
    }

    private static func checkHeader(_ file: ELFBytes) throws(ELFError) {
        guard file.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { throw .notELF }
        guard file.bytes.count >= 64 else { throw .truncated("the header") }
        guard file.bytes[4] == 2, file.bytes[5] == 1 else { throw .otherClass }
        let machine = Int(try file.number(at: 18, as: UInt16.self, of: "the header"))
        guard machine == Self.machine else { throw .otherMachine(machine) }
        let type = Int(try file.number(at: 16, as: UInt16.self, of: "the header"))
        guard type == 3 else { throw .notShared(type: type) }
    }

    private mutating func readSymbols(
        _ file: inout ELFBytes, _ header: SectionHeader, names: Range<Int>
    ) throws(ELFError) {
        let range = try header.range(in: file)
        // The first symbol is none; each has 24 bytes.
        for offset in stride(from: range.lowerBound + 24, through: range.upperBound - 24, by: 24) {
            let name = try file.text(
                in: names, at: Int(try file.number(at: offset, as: UInt32.self, of: "a symbol")))
            let binding = try file.number(at: offset + 4, as: UInt8.self, of: "a symbol") >> 4
            let section = try file.number(at: offset + 6, as: UInt16.self, of: "a symbol")
            // A weak symbol (binding 2) may stay without a definition.
            if section != 0 { defined.insert(name) } else if binding == 1 { undefined.insert(name) }
        }
    }
}

/// An entry of the table of sections.
private struct SectionHeader {
    static let dynamicSymbols: UInt32 = 11
    /// A section that takes no room in the file.
    private static let withoutBytes: UInt32 = 8

    let name: String
    let type: UInt32
    let address: UInt64
    let offset: UInt64
    let size: Int
    let link: Int

    static func all(in file: inout ELFBytes) throws(ELFError) -> [SectionHeader] {
        let table = try file.length(at: 40, of: "the table of sections")
        let step = Int(try file.number(at: 58, as: UInt16.self, of: "the header"))
        let count = Int(try file.number(at: 60, as: UInt16.self, of: "the header"))
        let naming = Int(try file.number(at: 62, as: UInt16.self, of: "the header"))
        guard step >= 64, naming < count else { throw .damaged("it has no table of sections") }
        guard count * step <= file.bytes.count - table else { throw .truncated("the end of the table of sections") }
        let texts = try unnamed(file, at: table + naming * step, "").range(in: file)
        var headers: [SectionHeader] = []
        for index in 0..<count {
            let place = table + index * step
            let name = Int(try file.number(at: place, as: UInt32.self, of: "the table of sections"))
            headers.append(try unnamed(file, at: place, try file.text(in: texts, at: name)))
        }
        return headers
    }

    private static func unnamed(_ file: ELFBytes, at place: Int, _ name: String) throws(ELFError) -> SectionHeader {
        let what = "the table of sections"
        let size = try file.number(at: place + 32, as: UInt64.self, of: what)
        guard let size = Int(exactly: size) else { throw .damaged("a section is larger than any memory") }
        return SectionHeader(
            name: name, type: try file.number(at: place + 4, as: UInt32.self, of: what),
            address: try file.number(at: place + 16, as: UInt64.self, of: what),
            offset: try file.number(at: place + 24, as: UInt64.self, of: what), size: size,
            link: Int(try file.number(at: place + 40, as: UInt32.self, of: what)))
    }

    /// Where its bytes are.
    func range(in file: ELFBytes) throws(ELFError) -> Range<Int> {
        let total = file.bytes.count
        guard type != Self.withoutBytes, let start = Int(exactly: offset), start <= total, size <= total - start else {
            throw .truncated(name.isEmpty ? "the names of its sections" : "its section \(name)")
        }
        return start..<(start + size)
    }
}
