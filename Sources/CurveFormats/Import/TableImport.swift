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

    mutating func read(_ files: [CurveFile]) throws(CurveFormatError) -> ReadDocument {
        var curves: [RawTable] = []
        // Of several curves in one file each has facts of its own: options then only fill in what is not said.
        var optionsOverride = true
        for file in files {
            var source = try SourceTables(file, format: CurveFormat(recognising: file.bytes))
            try source.choose(options.curves, file: file.name)
            statements.merge(source.card)
            parameters.merge(source.parameters) { first, _ in first }
            warnings += source.warnings
            if source.tables.count > 1 { optionsOverride = false }
            for var table in source.tables {
                if table.name.isEmpty, files.count > 1 { table.name = stemOfFile(named: file.name) ?? file.name }
                if source.format == .text, try isAuxiliary(table) {
                    try addAuxiliary(table, file: file.name)
                } else {
                    curves.append(table)
                }
            }
        }
        return try document(from: curves, optionsOverride: optionsOverride, file: files.first?.name ?? "")
    }

    private mutating func document(
        from raw: [RawTable], optionsOverride: Bool, file: String
    ) throws(CurveFormatError) -> ReadDocument {
        var reader = CurveTableReader(
            options: options, optionsOverride: optionsOverride, mixing: statements.settledMixing(options))
        var regions = RegionBuilder()
        for var table in joiningEdges(raw) {
            // A single curve is called after its kind, as in the profile.
            if table.name.isEmpty { table.name = (options.kind ?? table.statements.kind)?.rawValue ?? "observed" }
            if let curve = try reader.curve(table) { try regions.add(curve) }
        }
        var missing = reader.missing
        var limits = missing.isEmpty ? try regions.finish() : []
        let isEmpty = raw.isEmpty && tables.isEmpty && parameters.isEmpty
        if isEmpty, options.parameters.isEmpty, options.massLimit == nil { throw .noCurve(file: file) }
        guard let card = try statements.card(file: file, options: options, limits: limits, missing: &missing),
            missing.isEmpty
        else { throw .missing(missing, file: file) }
        if let limit = options.massLimit { limits.append(Limit(massLimit: limit, card)) }
        warnings += reader.warnings
        parameters.merge(reader.digitisation) { first, _ in first }
        warnings += try accepted(reader.findings + regions.findings, insisting: options.insists)
        let document = Document(
            card: card, limits: limits, tables: tables,
            parameters: parameters.merging(options.parameters) { _, given in given })
        return ReadDocument(document: document, warnings: warnings)
    }

    /// Two files that exclude what lies inside, and say nothing of how they are joined, are the edges of one band.
    private func joiningEdges(_ tables: [RawTable]) -> [RawTable] {
        func isEdge(_ table: RawTable) -> Bool {
            let side = options.side ?? table.statements.side
            let topology = options.topology ?? table.statements.topology
            return side == .inside && (topology == nil || topology == .edge)
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
        tables[name] = try AuxiliaryTable(table.columns, table: name)
        warnings.append(.readAsAuxiliaryTable(file: file, table: name))
    }
}
