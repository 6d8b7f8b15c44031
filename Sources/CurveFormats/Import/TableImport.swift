import ConstraintKit
import VOTable

/// Turns the tables of files into a document: what the files say, overridden by what the user says.
struct TableImport {
    let options: ImportOptions
    private var warnings: [CurveWarning] = []
    private var tables: [String: AuxiliaryTable] = [:]
    private var parameters: [String: Double] = [:]
    private var statements = CardStatements()

    init(options: ImportOptions) { self.options = options }

    mutating func read(_ files: [UnpackedFile]) throws(CurveFormatError) -> ReadDocument {
        var curves: [RawTable] = []
        // Of several curves in one file each has facts of its own: options then only fill in what is not said.
        var optionsOverride = true
        for file in files {
            let name = file.file.name
            var found = try TablesOfFile(file, table: options.table)
            for index in found.tables.indices {
                let own = [name, found.tables[index].name]
                found.tables[index].called = own + [found.card.title, options.title].compactMap(\.self)
            }
            if found.format == .text { try partByLimits(&found, file: name) }
            try found.choose(options.curves, file: name)
            try leaveOutBandEdges(&found, file: name)
            statements.merge(found.card)
            parameters.merge(found.parameters) { first, _ in first }
            warnings += found.warnings
            if found.tables.count > 1 { optionsOverride = false }
            noteKindsTaken(found.tables)
            for var table in found.tables {
                if !table.called.contains(table.name) { table.called.append(table.name) }
                if table.name.isEmpty, files.count > 1 { table.name = stemOfFile(named: name) ?? name }
                if let edges = try edges(of: table) {
                    curves += edges
                } else if found.format == .text, try isAuxiliary(table) {
                    try addAuxiliary(table, file: name)
                } else {
                    curves.append(table)
                }
            }
        }
        return try document(from: curves, optionsOverride: optionsOverride, file: files.first?.file.name ?? "")
    }

    /// Columns that are limits each become curves of their own.
    private func partByLimits(_ found: inout TablesOfFile, file: String) throws(CurveFormatError) {
        let tables = found.tables
        found.tables = []
        for table in tables {
            let parts = try table.partedByLimits(options) ?? [table]
            do throws(FormatFault) { for part in parts { try found.add(part) } } catch {
                throw .badFile(found.format, error, file: file)
            }
        }
    }

    /// The edge of a band around a limit is no limit, whatever kind is given for the file; one that is asked for by its
    /// name is what was expected.
    private mutating func leaveOutBandEdges(_ found: inout TablesOfFile, file: String) throws(CurveFormatError) {
        func isEdge(_ table: RawTable) -> Bool {
            guard ![Kind.preferred, .hint].contains(options.kind ?? table.statements.kind) else { return false }
            switch table.isBandEdge ? .ofStatistics : Heading(table.name).bandEdge {
            case .ofStatistics: return true
            case .ofRegion:
                return (options.side ?? table.statements.side) != .inside && table.statements.topology != .edge
                    && options.topology != .edge
            case nil: return false
            }
        }
        let edges = found.tables.indices.filter { isEdge(found.tables[$0]) }
        guard !edges.isEmpty else { return }
        if options.curves.isEmpty {
            let names = edges.map { found.tables[$0].name }
            guard edges.count < found.tables.count else { throw .bandEdges(names, file: file) }
            warnings += names.map { .bandEdgeLeftOut(table: $0) }
            found.tables = found.tables.indices.filter { !edges.contains($0) }.map { found.tables[$0] }
            return
        }
        for index in edges {
            guard options.kind != .observed else {
                throw .bandEdgeObserved(found.tables[index].name, table: found.tables[index].name)
            }
            found.tables[index].statements.kind = options.kind ?? .expected
        }
    }

    /// Where a file says of some of its curves what they are worth, the others are not the same without a word.
    private mutating func noteKindsTaken(_ tables: [RawTable]) {
        guard let kind = options.kind, tables.contains(where: { $0.statements.kind != nil }) else { return }
        for table in tables where table.statements.kind == nil {
            warnings.append(.kindTaken(table: table.name, kind: kind))
        }
    }

    /// The two edges of what is excluded, where columns hold such.
    private mutating func edges(of table: RawTable) throws(CurveFormatError) -> [RawTable]? {
        guard options.couplingColumn == nil, table.reading.couplingColumn == nil else { return nil }
        let finder = AxisFinder(table: table, options: options)
        guard let mass = try finder.massColumn(), let index = table.columns.firstIndex(where: { $0.name == mass.name }),
            let (tables, notes) = table.edges(mass: index)
        else { return nil }
        warnings += notes
        return tables
    }

    private mutating func document(
        from raw: [RawTable], optionsOverride: Bool, file: String
    ) throws(CurveFormatError) -> ReadDocument {
        warnings += statements.overruled(by: options, file: file)
        var reader = CurveTableReader(
            options: options, optionsOverride: optionsOverride, mixing: statements.settledMixing(options))
        var regions = RegionBuilder()
        var suspicions: [PlausibilityFinding] = []
        for var table in joiningEdges(raw) {
            // A single curve is called after its kind, as in the profile.
            if table.name.isEmpty { table.name = (options.kind ?? table.statements.kind)?.rawValue ?? "observed" }
            guard let curve = try reader.curve(table) else { continue }
            try regions.add(curve)
            let masses = curve.rows.compactMap(\.mass)
            if let finding = UnitSuspicion.finding(masses, words: table.called, table: curve.name) {
                suspicions.append(finding)
            }
        }
        var missing = reader.missing
        var limits = missing.isEmpty ? try regions.finish() : []
        let isEmpty = raw.isEmpty && tables.isEmpty && parameters.isEmpty
        if isEmpty, options.parameters.isEmpty, options.massLimit == nil { throw .noCurve(file: file) }
        guard let card = try statements.card(file: file, options: options, limits: limits, missing: &missing),
            missing.isEmpty
        else { throw .missing(missing, file: file) }
        if let limit = options.massLimit { limits.append(Limit(massLimit: limit, card)) }
        warnings += reader.warnings + regions.warnings
        parameters.merge(reader.digitisation) { first, _ in first }
        warnings += try accepted(reader.findings + regions.findings + suspicions, insisting: options.insists)
        let document = Document(
            card: card, limits: limits, tables: tables,
            parameters: parameters.merging(options.parameters) { _, given in given })
        return ReadDocument(document: document, warnings: warnings)
    }

    /// Two files that exclude what lies inside, and say nothing of how they are joined, are the edges of one band.
    private func joiningEdges(_ tables: [RawTable]) -> [RawTable] {
        func isEdge(_ table: RawTable) -> Bool {
            guard table.statements.band == nil else { return false }
            let side = options.side ?? table.statements.side
            let topology = options.topology ?? table.statements.topology
            return side == .inside && (topology == .edge || (topology == nil && !closes(table)))
        }
        guard tables.count(where: isEdge) == 2 else { return tables }
        return tables.map { table in
            guard isEdge(table) else { return table }
            var edge = table
            edge.statements.topology = .edge
            edge.statements.band = (options.kind ?? table.statements.kind)?.rawValue
            return edge
        }
    }

    /// Whether the points of a table come back to the first: they go round a region, and are no edge of one.
    private func closes(_ table: RawTable) -> Bool {
        let finder = AxisFinder(table: table, options: options)
        // What can't be told is an error where the table is read.
        guard let mass = try? finder.massColumn()?.numbers, let coupling = try? finder.couplingColumn()?.numbers else {
            return false
        }
        let points = zip(mass, coupling).filter { $0 != nil && $1 != nil }
        guard points.count > 3, let first = points.first, let last = points.last else { return false }
        return first == last
    }

    /// A file that names no coupling and says of no side that it is excluded holds some other function of the mass.
    private func isAuxiliary(_ table: RawTable) throws(CurveFormatError) -> Bool {
        let finder = AxisFinder(table: table, options: options)
        let (mass, coupling) = (try finder.massColumn(), try finder.couplingColumn())
        return mass != nil && coupling == nil && options.side == nil && table.statements.side == nil
    }

    private mutating func addAuxiliary(_ table: RawTable, file: String) throws(CurveFormatError) {
        let others = table.columns.filter { $0.name != "mass" }
        let name = others.count == 1 ? others[0].name : stemOfFile(named: file) ?? file
        guard tables[name] == nil else { throw .duplicateName(name, file: file) }
        var columns = table.columns
        if let said = table.reading.massUnit, let mass = try AxisFinder(table: table, options: options).massColumn(),
            let index = columns.firstIndex(where: { $0.name == mass.name })
        {
            if let own = mass.unit, MassUnit(own) != MassUnit(said) {
                throw .unitContradicted(column: mass.name, said: said.rawValue, given: own, table: name)
            }
            columns[index].unit = mass.unit ?? said.rawValue
        }
        tables[name] = try AuxiliaryTable(columns, table: name)
        warnings.append(.readAsAuxiliaryTable(file: file, table: name))
    }
}
