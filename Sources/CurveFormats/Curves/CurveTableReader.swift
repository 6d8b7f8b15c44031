import ConstraintKit

/// Turns a raw table into a line in the plane: masses in MeV, couplings as g′.
struct CurveTableReader {
    let options: ImportOptions
    /// Whether the user's options override what a table says, or only fill in what it leaves out.
    let optionsOverride: Bool
    let mixing: KineticMixing
    var warnings: [CurveWarning] = []
    var missing: [MissingItem] = []
    var findings: [PlausibilityFinding] = []
    /// How far digitised points may be off, at most, by the names of parameters.
    var digitisation: [String: Double] = [:]

    init(options: ImportOptions, optionsOverride: Bool, mixing: KineticMixing) {
        self.options = options
        self.optionsOverride = optionsOverride
        self.mixing = mixing
    }

    /// - Returns: nil where something is missing; it is then among ``missing``.
    mutating func curve(_ table: RawTable) throws(CurveFormatError) -> CurveTable? {
        let finder = AxisFinder(table: table, options: options)
        let (mass, coupling) = (try finder.massColumn(), try finder.couplingColumn())
        let names = table.columns.map(\.title)
        if mass == nil { missing.append(.massColumn(table: table.name, found: names)) }
        if coupling == nil { missing.append(.couplingColumn(table: table.name, found: names)) }
        if let mass, !finder.isNamedMass(mass) {
            warnings.append(.massAssumed(table: table.name, column: mass.name))
        }
        let masses = try mass.flatMap { column throws(CurveFormatError) in try self.masses(column, table) }
        let couplings = try coupling.flatMap { column throws(CurveFormatError) in try self.couplings(column, table) }
        var statements = settled(try saying(table, mass, coupling))
        if statements.kind == nil { missing.append(.kind(table: table.name)) }
        if statements.confidenceLevel == nil { missing.append(.confidenceLevel(table: table.name)) }
        if statements.kind == nil, statements.side == nil { missing.append(.excludedSide(table: table.name)) }
        findings += table.findings
        // What holds for a block is said once, however many curves its columns are.
        warnings += table.notes.filter { !warnings.contains($0) }
        note(mass?.uncertainty, as: "digitisation_mass_dex")
        guard let masses, let couplings, let kind = statements.kind else { return nil }
        if statements.side != .inside, statements.topology != .closed {
            try table.refuseSeveralCurves(besides: [mass, coupling], masses)
        }
        var rows = zip(masses, couplings).map { CurveTable.Row(mass: $0, coupling: $1) }
        let path = MassPath(rows.compactMap(\.knot))
        try settleShape(&statements, path, uncertainty: coupling?.uncertainty, table)
        guard let level = statements.confidenceLevel, let side = statements.side else { return nil }
        guard let topology = statements.topology else {
            missing.append(.topology(table: table.name))
            return nil
        }
        noteColumns(table, used: [mass?.name, coupling?.name])
        noteRows(&rows, side, topology, table)
        return CurveTable(
            name: table.name, rows: rows, kind: kind, confidenceLevel: level, side: side, topology: topology,
            band: statements.band, uncertainty: coupling?.uncertainty)
    }

    /// What the table says, and what the heading and the cells of its couplings do.
    private mutating func saying(
        _ table: RawTable, _ mass: RawColumn?, _ coupling: RawColumn?
    ) throws(CurveFormatError) -> RawTable {
        var table = table
        guard let coupling else { return table }
        if !table.isOfProfile, let found = Heading(coupling.title).kind {
            if let said = table.statements.kind, options.kind == nil, found != said,
                found == .observed || said == .observed
            {
                throw .kindContradicted(column: coupling.title, said: said, found: found, table: table.name)
            }
            // What is called expected is no observed limit, where a column that is left out may be it.
            if optionsOverride, options.kind == .observed, found == .expected, options.couplingColumn == nil,
                table.columns.contains(where: { mayBeLimit($0, besides: [mass, coupling]) })
            {
                throw .kindContradicted(column: coupling.title, said: .observed, found: found, table: table.name)
            }
        }
        if table.statements.lacksWhatHeadingsSay {
            table.statements = table.statements.completed(by: Heading(coupling.name).statements)
        }
        if let bound = coupling.bound {
            let (said, given) = (table.statements.side, options.side)
            guard (said ?? bound) == bound, (given ?? bound) == bound else {
                throw .boundOfOtherSide(column: coupling.name, side: bound, table: table.name)
            }
            table.statements.side = bound
            warnings.append(.limitSigns(table: table.name, column: coupling.name, side: bound))
        }
        // The edge of a band is no observed limit, whatever is said of it.
        let asked = options.couplingColumn ?? table.reading.couplingColumn
        guard asked != nil, Heading(coupling.name).bandEdge == .ofStatistics else { return table }
        let kind = options.kind ?? table.statements.kind
        guard kind != .observed else { throw .bandEdgeObserved(coupling.name, table: table.name) }
        return table
    }

    /// Whether a column of numbers is called a limit, or by nothing that is known to be something else.
    private func mayBeLimit(_ column: RawColumn, besides axes: [RawColumn?]) -> Bool {
        guard column.numbers != nil, column.fault == nil, !axes.contains(where: { $0?.title == column.title }) else {
            return false
        }
        let heading = Heading(column.title)
        return heading.bandEdge == nil && heading.kind != .expected && NumberUnit(column.bareUnit ?? "") != nil
            && Int(column.title) == nil
    }

    /// How the points are joined and which side is excluded, where nobody says it.
    private mutating func settleShape(
        _ statements: inout CurveStatements, _ path: MassPath, uncertainty: Double?, _ table: RawTable
    ) throws(CurveFormatError) {
        var isContour = path.closes
        if case .turnsOnce = path.shape, path.zigzag > path.tolerance(uncertainty) { isContour = true }
        if let side = statements.side {
            guard statements.topology == nil else { return }
            if side == .above || side == .below {
                statements.topology = .open
            } else if isContour || path.shape != .monotone {
                statements.topology = .closed
            }
            return
        }
        let isLimit = [.observed, .expected, .projected].contains(statements.kind)
        let assumed: ExcludedSide? =
            switch statements.topology {
            case .closed: .inside
            case .edge: .inside
            case .open: .above
            case nil: path.closes ? .inside : isContour ? nil : .above
            }
        guard isLimit, let assumed else { return missing.append(.excludedSide(table: table.name)) }
        statements.side = assumed
        if statements.topology == nil { statements.topology = assumed == .inside ? .closed : .open }
        warnings.append(.sideAssumed(table: table.name, side: assumed))
    }

    private mutating func noteColumns(_ table: RawTable, used: [String?]) {
        guard !table.isOfProfile else { return }
        let others = table.columns.filter { !used.contains($0.name) }
        if !others.isEmpty { warnings.append(.columnsLeftOut(table: table.name, columns: others.map(\.name))) }
    }

    /// Rows without a limit: an infinite one excludes nothing, and one that is missing is a gap.
    private mutating func noteRows(
        _ rows: inout [CurveTable.Row], _ side: ExcludedSide, _ topology: Topology, _ table: RawTable
    ) {
        let missingCount = rows.count { $0.mass != nil && $0.coupling == nil } + rows.count { $0 == CurveTable.Row() }
        if !table.isOfProfile, topology != .closed, missingCount > 0 {
            warnings.append(.rowsWithoutValue(table: table.name, rows: missingCount))
        }
        guard topology == .open, side == .above else { return }
        var infinite = 0
        for index in rows.indices where rows[index].coupling == .infinity {
            rows[index].coupling = nil
            infinite += 1
        }
        if infinite > 0 { warnings.append(.infiniteLimits(table: table.name, rows: infinite)) }
    }

    mutating func note(_ uncertainty: Double?, as name: String) {
        guard let uncertainty else { return }
        digitisation[name] = max(digitisation[name] ?? 0, uncertainty)
    }

    /// The user has the last word; but not without hearing that the file says something else.
    mutating func overrule(_ said: String?, by given: String?, _ field: CardField, _ table: RawTable) {
        guard let said, let given, said != given else { return }
        warnings.append(.overruled(table: table.name, field: field.key, said: said, given: given))
    }

    /// What holds for a table once the user has spoken.
    private mutating func settled(_ table: RawTable) -> CurveStatements {
        let statements = table.statements
        if optionsOverride {
            overrule(statements.kind?.rawValue, by: options.kind?.rawValue, .kind, table)
            overrule(statements.confidenceLevel?.text, by: options.confidenceLevel?.text, .confidenceLevel, table)
            overrule(statements.side?.rawValue, by: options.side?.rawValue, .excludedSide, table)
        }
        func choose<Value>(_ said: Value?, _ option: Value?) -> Value? {
            optionsOverride ? option ?? said : said ?? option
        }
        return CurveStatements(
            kind: choose(statements.kind, options.kind),
            confidenceLevel: choose(statements.confidenceLevel, options.confidenceLevel),
            side: choose(statements.side, options.side), topology: choose(statements.topology, options.topology),
            band: statements.band)
    }
}
