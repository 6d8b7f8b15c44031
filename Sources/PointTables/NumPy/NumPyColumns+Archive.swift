import CurveFormats

extension NumPyColumns {
    /// An array of an archive.
    private struct Member {
        var name: String
        var header: NumPyHeader
        var stream: any ByteStream

        var isList: Bool { header.shape.count == 1 && header.fields[0].name == nil }
        var isTable: Bool { header.shape.count == 2 || header.fields[0].name != nil }
        var shape: NumPyArray { NumPyArray(name: name, shape: header.shape) }
        /// Which axis its name says that it is.
        var axis: CurveAxis? { CurveAxis(heading: name) }
        /// Whether it holds words, and so few that they are no column.
        var isNote: Bool {
            [.unicode, .bytes].contains(header.fields[0].type.kind) && header.fields[0].name == nil
                && header.shape.count <= 1 && (1...PointTableError.mostColumns).contains(wordCount)
        }

        private var wordCount: Int { header.shape.first ?? 1 }

        /// Reads the words of a note.
        func words(_ file: String) throws(PointTableError) -> [String] {
            let (count, type) = (wordCount, header.fields[0].type)
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count * type.size, alignment: 16)
            defer { bytes.deallocate() }
            guard try stream.fill(bytes) == bytes.count else { throw .brokenOff(file: file) }
            return (0..<count).map { type.text(UnsafeRawPointer(bytes.baseAddress! + $0 * type.size)) }
        }
    }

    /// The arrays of an archive: those that have a value for each row, or the one that is a table.
    /// - Parameter asked: the columns that the user names, which settle what is meant.
    init(_ archive: ZipArchive, asked: [String], file: String) throws(PointTableError) {
        var members: [Member] = []
        var omitted: [String] = []
        for member in archive.members where member.name.hasSuffix(".npy") {
            let stream = try archive.stream(of: member)
            let header: NumPyHeader
            let name = String(member.name.dropLast(4))
            do throws(PointTableError) { header = try NumPyHeader(stream, file: "\(file): \(member.name)") } catch {
                // Objects of Python, for instance.
                guard case .numPy(.type, _) = error else { throw error }
                omitted.append(name)
                continue
            }
            guard !members.contains(where: { $0.name == name }) else { throw .numPy(.badArchive, file: file) }
            members.append(Member(name: name, header: header, stream: stream))
            guard members.count <= PointTableError.mostColumns else {
                throw .tooManyColumns(found: archive.members.count, limit: PointTableError.mostColumns, file: file)
            }
        }
        let massUnit = try Self.massUnit(&members, file)
        let lists = members.filter(\.isList)
        let tables = members.filter(\.isTable)
        if tables.count == 1, lists.count < 2 || !lists.contains(where: { $0.axis != nil || asked.contains($0.name) }) {
            try self.init(table: tables[0], among: members, file)
        } else {
            try self.init(lists, among: members, asked: asked, file)
        }
        self.omitted += omitted
        self.massUnit = massUnit
    }

    /// The one table of an archive. What else is called as a mass or coupling is not left out without a word, and an array of as many words as
    /// it has columns is what these are called.
    private init(table: Member, among members: [Member], _ file: String) throws(PointTableError) {
        let others = members.filter { $0.name != table.name }
        if let axis = others.first(where: { $0.axis != nil }) {
            throw .numPy(.axesApart([axis.shape, table.shape]), file: file)
        }
        try self.init(table.header, table.stream, section: nil, file: file)
        let headings = others.filter { $0.isNote && $0.header.shape == [columns.count] }
        if columns.allSatisfy({ $0.name == nil }), headings.count == 1 {
            for (index, name) in try headings[0].words(file).enumerated() { columns[index].name = name }
        }
        let rivals = others.filter { $0.isList && !$0.isNote }
        if rivals.count > 1, columns[0].name == nil {
            throw .numPy(.listsBesideTable(rivals.map(\.name) + [table.name]), file: file)
        }
        omitted += others.map(\.name).filter { name in columns[0].name == nil || headings.first?.name != name }
    }

    /// Arrays of one length: the length that most have is that of the rows.
    private init(_ lists: [Member], among members: [Member], asked: [String], _ file: String) throws(PointTableError) {
        let lengths = lists.map { $0.header.shape[0] }
        let rows =
            lengths.max { first, second in
                let times = (lengths.count { $0 == first }, lengths.count { $0 == second })
                return times.0 == times.1 ? first < second : times.0 < times.1
            } ?? 0
        self.init(rows: rows)
        // Masses and couplings that are the sides of a grid are no pairs.
        if rows > 1, !lists.contains(where: { asked.contains($0.name) }),
            let grid = members.first(where: { $0.header.shape == [rows, rows] }),
            let axis = lists.first(where: { $0.axis != nil })
        {
            throw .numPy(.axesApart([axis.shape, grid.shape]), file: file)
        }
        for member in members {
            guard member.isList, member.header.shape == [rows], member.header.fields[0].isPassed else {
                omitted.append(member.name)
                continue
            }
            columns.append(
                Column(name: member.name, type: member.header.fields[0].type, source: sources.count, offset: 0))
            sources.append(Source(stream: member.stream, size: member.header.itemSize))
        }
        guard columns.count > 1 else { throw .numPy(.noArrays, file: file) }
    }

    /// Takes what is called a unit of masses from the arrays. A unit of anything else can't be heeded, and is not passed over.
    private static func massUnit(_ members: inout [Member], _ file: String) throws(PointTableError) -> String? {
        let notes = members.filter { member in
            member.isNote
                && member.name.lowercased().split { !$0.isLetter }.contains { ["unit", "units"].contains($0) }
        }
        members.removeAll { member in notes.contains { $0.name == member.name } }
        var unit: String?
        for note in notes {
            let words = try note.words(file)
            let isOfMass = ["mass", "masses", "m"].contains(note.name.lowercased().split { !$0.isLetter }[0])
            guard isOfMass || note.name.lowercased().hasSuffix("mass"), words.count == 1, unit == nil else {
                throw .numPy(.unitBeside(note.name), file: file)
            }
            unit = words[0]
        }
        return unit
    }
}
