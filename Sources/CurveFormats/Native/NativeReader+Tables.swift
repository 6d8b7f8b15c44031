import ConstraintKit
import VOTable

/// Which tables of a document are curves, and what is left out.
extension NativeReader {
    /// The tables with what holds for each, and which of them are curves.
    mutating func curvesAndOthers() throws(CurveFormatError) -> [Place] {
        var places: [Place] = []
        for (table, params) in votable.resources.flatMap({ $0.tablesWithParams([], facts) }) {
            let name = table.name ?? file
            let scope = Scope(
                levels: [facts(table.params, table.infos)] + params + [facts(votable.params, votable.infos)],
                place: name)
            var place = Place(table: table, scope: scope, isCurve: false)
            let utype = table.utype?.lowercased()
            if utype != NativeProfile.massLimitTable.lowercased() {
                guard table.hasData, table.rowCount > 0 else { continue }
                place.isCurve = utype != NativeProfile.auxiliaryTable.lowercased()
                if place.isCurve {
                    place.statements = try scope.statements(tableName: table.name)
                    if isForeign { place.reading = try scope.reading() }
                }
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
        for index in places.indices where places[index].isCurve && places[index].statements.kind == nil {
            let name = places[index].table.name ?? file
            guard Heading(name).bandEdge == .ofStatistics else { continue }
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
        // That of a document of our own: what is wrong with its columns is told where they are read.
        if places.count == 1, Self.isOfProfile(places[0].table) { return }
        var unrelated: [Int] = []
        for (index, place) in places.enumerated() where place.isCurve {
            let finder = AxisFinder(table: rawTable(place), options: options)
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

    func rawTable(_ place: Place) -> RawTable {
        var table = RawTable(
            name: place.table.name ?? file, columns: columns(of: place.table),
            statements: place.statements)
        table.isOfProfile = Self.isOfProfile(place.table)
        table.reading = place.reading
        return table
    }

    static func isOfProfile(_ table: Table) -> Bool {
        let profile = NativeProfile.curveTable.lowercased()
        return ([table.utype] + table.fields.map(\.utype)).contains { $0?.lowercased().hasPrefix(profile) == true }
    }

    /// The limits in the columns of a table that knows nothing of the profile; the table itself where they are not told
    /// apart by name.
    mutating func limits(in table: RawTable) throws(CurveFormatError) -> [RawTable] {
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

    mutating func readAuxiliary(_ table: Table) throws(CurveFormatError) {
        let name = table.name ?? ""
        guard tables[name] == nil else { throw .duplicateName(name, file: file) }
        tables[name] = try AuxiliaryTable(columns(of: table), table: name)
    }
}

extension Resource {
    /// The resource and those inside it.
    var withInner: [Resource] { [self] + resources.flatMap(\.withInner) }

    /// Each table with what its resources say, the innermost first.
    func tablesWithParams(
        _ outer: [[Param]], _ facts: ([Param], [Info]) -> [Param]
    ) -> [(Table, [[Param]])] {
        let levels = [facts(params, infos)] + outer
        return (type == "meta" ? [] : tables.map { ($0, levels) })
            + resources.flatMap { $0.tablesWithParams(levels, facts) }
    }
}
