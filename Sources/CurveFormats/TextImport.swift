import ConstraintKit
import VOTable

/// Turns text files into a document: what their comments say, overridden by what the user says.
struct TextImport {
    let options: ImportOptions
    private var warnings: [CurveWarning] = []
    private var tables: [String: AuxiliaryTable] = [:]
    private var parameters: [String: Double] = [:]
    private var statements = CardStatements()

    init(options: ImportOptions) { self.options = options }

    mutating func read(_ files: [CurveFile]) throws(CurveFormatError) -> ReadDocument {
        var curves: [RawTable] = []
        for file in files {
            let text = try TextTable(file)
            let said = try TextStatements(text)
            statements.merge(said.card)
            parameters.merge(said.parameters) { first, _ in first }
            guard !text.columns.isEmpty else { continue }
            let table = RawTable(
                name: files.count == 1 ? "" : stemOfFile(named: file.name) ?? file.name, columns: text.columns,
                statements: said.curve)
            if try isAuxiliary(table) {
                try addAuxiliary(table, file: file.name)
            } else {
                curves.append(table)
            }
        }
        return try document(from: curves, file: files.first?.name ?? "")
    }

    private mutating func document(from raw: [RawTable], file: String) throws(CurveFormatError) -> ReadDocument {
        var reader = CurveTableReader(
            options: options, optionsOverride: true, mixing: statements.settledMixing(options))
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
        warnings += try accepted(regions.findings, insisting: options.insists)
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

extension CardStatements {
    /// Takes from another file what is not yet said.
    mutating func merge(_ other: CardStatements) {
        stem = stem ?? other.stem
        title = title ?? other.title
        if summary.isEmpty { summary = other.summary }
        kind = kind ?? other.kind
        confidenceLevel = confidenceLevel ?? other.confidenceLevel
        statistic = statistic ?? other.statistic
        mixing = mixing ?? other.mixing
        method = method ?? other.method
        methodNote = methodNote ?? other.methodNote
        status = status ?? other.status
        for assumption in other.assumptions where !assumptions.contains(assumption) { assumptions.append(assumption) }
        for reference in other.references where !references.contains(reference) { references.append(reference) }
    }
}
