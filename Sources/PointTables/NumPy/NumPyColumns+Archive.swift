import CurveFormats

extension NumPyColumns {
    /// The arrays of an archive: those that have a value for each row, or the one that is a table.
    /// - Parameter options: what is asked for by name among arrays of one length is no column of the table beside them.
    init(_ archive: ZipArchive, options: ImportOptions, file: String) throws(PointTableError) {
        var members: [NumPyMember] = []
        var omitted: [String] = []
        var names: Set<String> = []
        for member in archive.members where member.name.hasSuffix(".npy") {
            let stream = try archive.stream(of: member)
            let header: NumPyHeader
            let name = String(member.name.dropLast(4))
            // Which of the two is meant nobody can tell, and readers differ in which they take.
            guard names.insert(name).inserted else { throw .numPy(.nameTwice(name), file: file) }
            do throws(PointTableError) { header = try NumPyHeader(stream, file: "\(file): \(member.name)") } catch {
                // Objects of Python, for instance.
                guard case .numPy(.type, _) = error else { throw error }
                omitted.append(name)
                continue
            }
            members.append(NumPyMember(name: name, header: header, stream: stream))
            guard members.count <= PointTableError.mostColumns else {
                throw .tooManyColumns(found: archive.members.count, limit: PointTableError.mostColumns, file: file)
            }
        }
        let massUnit = try Self.massUnit(&members, file)
        let lists = members.filter(\.isList)
        let tables = members.filter(\.isTable)
        if let first = lists.first(where: { options.asksFor($0.name) }) {
            try self.init(lists, rows: first.header.shape[0], among: members, file)
        } else if tables.count == 1, lists.count < 2 || !lists.contains(where: { $0.axis != nil }) {
            if options.massColumn == nil, options.couplingColumn == nil {
                try Self.requireMeant(tables[0], beside: members, file)
            }
            try self.init(table: tables[0], among: members, file)
        } else {
            try Self.requirePairs(lists, among: members, file)
            try self.init(lists, rows: Self.commonLength(lists), among: members, file)
        }
        self.omitted += omitted
        self.massUnit = massUnit
    }

    /// The one table of an archive. What else is called as a mass or coupling is not left out without a word, and an array of as many words as
    /// it has columns is what these are called.
    private init(table: NumPyMember, among members: [NumPyMember], _ file: String) throws(PointTableError) {
        let others = members.filter { $0.name != table.name }
        if let axis = others.first(where: { $0.axis != nil }) {
            throw .numPy(.axesApart([axis.shape, table.shape]), file: file)
        }
        try self.init(table.header, table.stream, section: nil, file: file)
        let headings = others.filter { $0.isNote && $0.header.shape == [columns.count] }
        if columns.allSatisfy({ $0.name == nil }), headings.count == 1 {
            for (index, name) in try headings[0].words(file).enumerated() { columns[index].name = name }
        }
        omitted += others.map(\.name).filter { name in columns[0].name == nil || headings.first?.name != name }
    }

    /// A table of which nothing says that it holds the points is not taken for them where there are lists that may as well.
    private static func requireMeant(
        _ table: NumPyMember, beside members: [NumPyMember], _ file: String
    ) throws(PointTableError) {
        let isNamed = table.isTableOfNames || members.contains { $0.isNote && $0.header.shape == [table.columnCount] }
        let lists = members.filter { $0.isList && $0.hasNumbers }
        guard !isNamed else { return }
        for (place, list) in lists.enumerated() {
            guard let like = lists[(place + 1)...].first(where: { $0.header.shape == list.header.shape }) else {
                continue
            }
            throw .numPy(.listsBesideTable([list.name, like.name], table: table.name), file: file)
        }
    }

    /// Masses and couplings that are the sides of a grid are no pairs.
    private static func requirePairs(
        _ lists: [NumPyMember], among members: [NumPyMember], _ file: String
    ) throws(PointTableError) {
        let rows = commonLength(lists)
        guard rows > 1, let grid = members.first(where: { $0.header.shape == [rows, rows] }),
            let axis = lists.first(where: { $0.axis != nil })
        else { return }
        throw .numPy(.axesApart([axis.shape, grid.shape]), file: file)
    }

    /// The length that most lists have, of several the greatest.
    private static func commonLength(_ lists: [NumPyMember]) -> Int {
        let lengths = lists.map { $0.header.shape[0] }
        return lengths.max { first, second in
            let times = (lengths.count { $0 == first }, lengths.count { $0 == second })
            return times.0 == times.1 ? first < second : times.0 < times.1
        } ?? 0
    }

    /// Those arrays that have a value for each of so many rows.
    private init(
        _ lists: [NumPyMember], rows: Int, among members: [NumPyMember], _ file: String
    ) throws(PointTableError) {
        self.init(rows: rows)
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
    private static func massUnit(_ members: inout [NumPyMember], _ file: String) throws(PointTableError) -> String? {
        let notes = members.filter { member in
            member.isNote
                && member.name.lowercased().split { !$0.isLetter }.contains { ["unit", "units"].contains($0) }
        }
        members.removeAll { member in notes.contains { $0.name == member.name } }
        var unit: String?
        for note in notes {
            let words = try note.words(file)
            let isOfMass = ["mass", "masses", "m"].contains(note.name.lowercased().split { !$0.isLetter }[0])
            guard isOfMass || note.name.lowercased().hasSuffix("mass") else {
                throw .numPy(.unitBeside(note.name), file: file)
            }
            guard words.count == 1, unit == nil else { throw .numPy(.severalMassUnits(note.name), file: file) }
            unit = words[0]
        }
        return unit
    }
}
