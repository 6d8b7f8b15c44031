import ConstraintKit
import VOTable

/// Turns a VOTable into a document by the ``Profile``; a VOTable that knows nothing of the profile is read as far as
/// its columns and PARAMs can be understood.
struct NativeReader {
    private let source: VOTableDocument
    let file: String
    let options: ImportOptions
    private var warnings: [CurveWarning]
    private var missing: [MissingItem] = []
    private var tables: [String: AuxiliaryTable] = [:]
    private var parameters: [String: Double] = [:]

    init(_ source: VOTableDocument, file: String, options: ImportOptions) {
        self.source = source
        self.file = file
        self.options = options
        warnings = source.warnings.map { .votable($0) }
    }

    /// A table and the PARAMs that hold for it.
    private struct Place {
        var table: Table
        var scope: Scope
        var isCurve: Bool
    }

    mutating func read() throws(CurveFormatError) -> ReadDocument {
        let resources = source.resources.flatMap(\.withInner).filter { $0.type != "meta" }
        let statements = try cardStatements(resources)
        try readParameters(resources)
        var regions = RegionBuilder()
        let places = try curvesAndOthers()
        var curves: [[RawTable]] = []
        for place in places {
            guard !place.isCurve || place.table.rowCount <= FormatLimits.rows else {
                throw .tooManyPoints(
                    found: place.table.rowCount, limit: FormatLimits.rows, table: place.table.name ?? file)
            }
            curves.append(place.isCurve ? try limits(in: rawTable(place)) : [])
        }
        var reader = CurveTableReader(
            options: options, optionsOverride: curves.reduce(0) { $0 + $1.count } == 1,
            mixing: statements.settledMixing(options))
        for (place, tables) in zip(places, curves) {
            switch place.table.utype?.lowercased() {
            case Profile.massLimitTable.lowercased(): regions.add(try massLimit(in: place.scope, of: place.table))
            case Profile.auxiliaryTable.lowercased(): try readAuxiliary(place.table)
            default:
                for table in tables {
                    if let curve = try reader.curve(table) { try regions.add(curve) }
                }
            }
        }
        missing += reader.missing
        warnings += reader.warnings + regions.warnings
        let limits = missing.isEmpty ? try regions.finish() : []
        let findings = regions.findings
        return try assemble(statements, limits, findings)
    }

    private mutating func assemble(
        _ statements: CardStatements, _ limits: [Limit], _ findings: [PlausibilityFinding]
    ) throws(CurveFormatError) -> ReadDocument {
        var limits = limits
        if missing.isEmpty, limits.isEmpty, tables.isEmpty, parameters.isEmpty, options.massLimit == nil {
            throw .noCurve(file: file)
        }
        let card = try statements.card(file: file, options: options, limits: limits, missing: &missing)
        guard let card, missing.isEmpty else { throw .missing(missing, file: file) }
        if let limit = options.massLimit { limits.append(Limit(massLimit: limit, card)) }
        warnings += try accepted(findings, insisting: options.insists)
        var document = Document(
            card: card, limits: limits, tables: tables,
            parameters: parameters.merging(options.parameters) { _, given in given })
        document.fetchedFrom = infos.first { $0.name == Profile.sourceInfo }?.value
        return ReadDocument(document: document, warnings: warnings)
    }

    // MARK: Tables

    /// The tables with what holds for each, and which of them are curves.
    private mutating func curvesAndOthers() throws(CurveFormatError) -> [Place] {
        var places: [Place] = []
        for (table, params) in source.resources.flatMap({ $0.tablesWithParams([]) }) {
            let name = table.name ?? file
            let scope = Scope(levels: [table.params] + params + [source.params], place: name)
            var place = Place(table: table, scope: scope, isCurve: false)
            let utype = table.utype?.lowercased()
            if utype != Profile.massLimitTable.lowercased() {
                guard table.hasData, table.rowCount > 0 else { continue }
                place.isCurve = utype != Profile.auxiliaryTable.lowercased()
            }
            places.append(place)
        }
        try choose(&places)
        try leaveOutBandEdges(&places)
        try dropUnrelated(&places)
        return places
    }

    /// Keeps of the curves those that the user named.
    private func choose(_ places: inout [Place]) throws(CurveFormatError) {
        guard !options.curves.isEmpty else { return }
        let known = places.filter(\.isCurve).map { $0.table.name ?? file }
        for name in options.curves where !known.contains(where: { isCurve($0, called: name) }) {
            throw .unknownCurve(name, known: known, file: file)
        }
        places.removeAll { place in
            place.isCurve && !options.curves.contains { isCurve(place.table.name ?? file, called: $0) }
        }
    }

    /// A table whose name says that it is the edge of a band is no limit, where the document does not say what it is.
    private mutating func leaveOutBandEdges(_ places: inout [Place]) throws(CurveFormatError) {
        for index in places.indices where places[index].isCurve {
            let name = places[index].table.name ?? file
            guard Heading(name).bandEdge == .ofStatistics else { continue }
            guard try places[index].scope.statements(tableName: name).kind == nil else { continue }
            if options.curves.isEmpty {
                places[index].isCurve = false
                warnings.append(.bandEdgeLeftOut(table: name))
            } else if options.kind == .observed {
                throw .bandEdgeObserved(name, table: name)
            }
        }
    }

    /// A table without either axis, beside one that has them, is nothing of ours.
    private mutating func dropUnrelated(_ places: inout [Place]) throws(CurveFormatError) {
        var unrelated: [Int] = []
        for (index, place) in places.enumerated() where place.isCurve {
            let finder = AxisFinder(table: try rawTable(place), options: options)
            // Energies without a coupling are no masses.
            let mass = try finder.massColumn()
            if mass.map(finder.isNamedMass) != true, try finder.couplingColumn() == nil { unrelated.append(index) }
        }
        guard unrelated.count < places.count else { return }
        for index in unrelated {
            places[index].isCurve = false
            warnings.append(.tableIgnored(name: places[index].table.name ?? ""))
        }
    }

    private func rawTable(_ place: Place) throws(CurveFormatError) -> RawTable {
        var table = RawTable(
            name: place.table.name ?? file, columns: columns(of: place.table),
            statements: try place.scope.statements(tableName: place.table.name))
        let utypes = [place.table.utype ?? ""] + table.columns.map(\.utype)
        table.isOfProfile = utypes.contains { $0.lowercased().hasPrefix(Profile.curveTable.lowercased()) }
        return table
    }

    /// The limits in the columns of a table that knows nothing of the profile; the table itself where they are not told
    /// apart by name.
    private mutating func limits(in table: RawTable) throws(CurveFormatError) -> [RawTable] {
        if !table.isOfProfile {
            for column in table.columns {
                if let fault = column.fault { warnings.append(.faultElsewhere(table: column.name, fault)) }
            }
        }
        guard !table.isOfProfile, let limits = try table.partedByLimits(options), limits.count > 1 else {
            return [table]
        }
        let edges = limits.filter { Heading($0.name).bandEdge == .ofStatistics }.map(\.name)
        guard edges.count < limits.count else { throw .bandEdges(edges, file: file) }
        warnings += edges.map { .bandEdgeLeftOut(table: $0) }
        return limits.filter { !edges.contains($0.name) }
    }

    private func columns(of table: Table) -> [RawColumn] {
        zip(table.fields, table.columns).enumerated().map { index, pair in
            let (field, column) = pair
            return RawColumn(
                name: field.name, unit: field.unit, ucd: field.ucd ?? "", utype: field.utype ?? "",
                numbers: column.numbers, fault: table.faults[index].map { .votable($0, file: file) })
        }
    }

    private mutating func readAuxiliary(_ table: Table) throws(CurveFormatError) {
        let name = table.name ?? ""
        guard tables[name] == nil else { throw .duplicateName(name, file: file) }
        tables[name] = try AuxiliaryTable(columns(of: table), table: name)
    }

    // MARK: The document as a whole

    private mutating func readParameters(_ resources: [Resource]) throws(CurveFormatError) {
        let scope = Scope(levels: [], place: file)
        let params = source.params + resources.flatMap { $0.params + $0.tables.flatMap(\.params) }
        for param in params where param.utype?.lowercased() == Profile.parameter.lowercased() {
            let number = try scope.number(param)
            guard parameters.updateValue(number, forKey: param.name) == nil else {
                throw .duplicateName(param.name, file: file)
            }
        }
    }

    private var infos: [Info] {
        let resources = source.resources.flatMap(\.withInner).filter { $0.type != "meta" }
        return resources.flatMap(\.infos) + resources.flatMap(\.tables).flatMap(\.infos) + source.infos
    }

    private func cardStatements(_ resources: [Resource]) throws(CurveFormatError) -> CardStatements {
        // What only one curve says holds for the whole document where nothing stands above the curves.
        let tableParams = resources.flatMap(\.tables).map(\.params)
        let whole = Scope(levels: resources.map(\.params) + [source.params], place: file)
        let any = Scope(levels: whole.levels + tableParams, place: file)
        let principal = resources.first
        var said = ImportOptions()
        for field in CardField.all {
            switch field.place {
            case .resourceName: said.title = principal?.name
            case .description: said.summary = principal?.description ?? principal?.tables.first?.description
            case .params(let ofEachCurve): try (ofEachCurve ? whole : any).take(field, into: &said)
            case .infos: said.assumptions = infos.filter { $0.name == field.itemKey }.map(\.value)
            case .references: said.references = references(in: infos)
            case .none: break
            }
        }
        said.methodNote = said.methodNote ?? any.text(Profile.figure)
        return said.card
    }
}

extension Resource {
    /// The resource and those inside it.
    fileprivate var withInner: [Resource] { [self] + resources.flatMap(\.withInner) }

    /// Each table with the PARAMs of its resources, the innermost first.
    fileprivate func tablesWithParams(_ outer: [[Param]]) -> [(Table, [[Param]])] {
        let levels = [params] + outer
        return (type == "meta" ? [] : tables.map { ($0, levels) }) + resources.flatMap { $0.tablesWithParams(levels) }
    }
}
