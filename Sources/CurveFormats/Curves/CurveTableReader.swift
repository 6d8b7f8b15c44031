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
    private(set) var digitisation: [String: Double] = [:]

    init(options: ImportOptions, optionsOverride: Bool, mixing: KineticMixing) {
        self.options = options
        self.optionsOverride = optionsOverride
        self.mixing = mixing
    }

    /// - Returns: nil where something is missing; it is then among ``missing``.
    mutating func curve(_ table: RawTable) throws(CurveFormatError) -> CurveTable? {
        let finder = AxisFinder(table: table, options: options)
        let (mass, coupling) = (try finder.massColumn(), try finder.couplingColumn())
        let names = table.columns.map(\.name)
        if mass == nil { missing.append(.massColumn(table: table.name, found: names)) }
        if coupling == nil { missing.append(.couplingColumn(table: table.name, found: names)) }
        let masses = try mass.flatMap { column throws(CurveFormatError) in try self.masses(column, table) }
        let couplings = try coupling.flatMap { column throws(CurveFormatError) in try self.couplings(column, table) }
        let statements = settled(table)
        if statements.kind == nil { missing.append(.kind(table: table.name)) }
        if statements.confidenceLevel == nil { missing.append(.confidenceLevel(table: table.name)) }
        if statements.side == nil { missing.append(.excludedSide(table: table.name)) }
        findings += table.findings
        note(mass?.uncertainty, as: "digitisation_mass_dex")
        guard let masses, let couplings, let kind = statements.kind, let level = statements.confidenceLevel,
            let side = statements.side
        else { return nil }
        let rows = zip(masses, couplings).map { CurveTable.Row(mass: $0, coupling: $1) }
        guard let topology = statements.topology ?? Self.topology(of: rows, side) else {
            missing.append(.topology(table: table.name))
            return nil
        }
        return CurveTable(
            name: table.name, rows: rows, kind: kind, confidenceLevel: level, side: side, topology: topology,
            band: statements.band)
    }

    private mutating func note(_ uncertainty: Double?, as name: String) {
        guard let uncertainty else { return }
        digitisation[name] = max(digitisation[name] ?? 0, uncertainty)
    }

    /// The user has the last word; but not without hearing that the file says something else.
    private mutating func overrule(_ said: String?, by given: String?, _ field: CardField, _ table: RawTable) {
        guard let said, let given, said != given else { return }
        warnings.append(.overruled(table: table.name, field: field.key, said: said, given: given))
    }

    /// What holds for a table once the user has spoken.
    private mutating func settled(_ table: RawTable) -> Statements {
        let statements = table.statements
        if optionsOverride {
            overrule(statements.kind?.rawValue, by: options.kind?.rawValue, .kind, table)
            overrule(statements.confidenceLevel?.text, by: options.confidenceLevel?.text, .confidenceLevel, table)
            overrule(statements.side?.rawValue, by: options.side?.rawValue, .excludedSide, table)
        }
        func choose<Value>(_ said: Value?, _ option: Value?) -> Value? {
            optionsOverride ? option ?? said : said ?? option
        }
        return Statements(
            kind: choose(statements.kind, options.kind),
            confidenceLevel: choose(statements.confidenceLevel, options.confidenceLevel),
            side: choose(statements.side, options.side), topology: choose(statements.topology, options.topology),
            band: statements.band)
    }

    /// How the rows are joined where nothing says it: a line that ends where it began is closed.
    private static func topology(of rows: [CurveTable.Row], _ side: ExcludedSide) -> Topology? {
        if side == .above || side == .below { return .open }
        return rows.count > 3 && rows.first == rows.last ? .closed : nil
    }

    private mutating func masses(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?]? {
        let numbers = try numbers(column, table)
        guard let unit = try massUnit(column, table) else { return nil }
        guard column.isLogarithmic else { return numbers.map { $0.map(unit.megaelectronvolts) } }
        warnings.append(.logarithmsConverted(table: table.name, column: column.name))
        return numbers.map { $0.map { powerOfTen($0 + Double(unit.exponent)) * unit.factor } }
    }

    private mutating func massUnit(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> MassUnit? {
        if let unit = options.massUnit {
            // A unit that can't be read is what the option is for.
            let said = column.bareUnit.flatMap(MassUnit.init)
            if let said, said != MassUnit(unit) { overrule(column.bareUnit, by: unit.rawValue, .massUnit, table) }
            return MassUnit(unit)
        }
        guard let text = column.bareUnit, !text.isEmpty else {
            missing.append(.massUnit(table: table.name, column: column.name))
            return nil
        }
        guard let unit = MassUnit(text) else {
            throw .badUnit(column: column.name, unit: text, hint: MassUnit.hint(for: text), table: table.name)
        }
        return unit
    }

    private mutating func couplings(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?]? {
        var numbers = try numbers(column, table)
        guard let scale = NumberUnit(column.bareUnit ?? "") else {
            throw .badUnit(column: column.name, unit: column.unit ?? "", hint: nil, table: table.name)
        }
        guard let quantity = try quantity(column, table) else { return nil }
        if column.isLogarithmic {
            warnings.append(.logarithmsConverted(table: table.name, column: column.name))
            numbers = numbers.map { $0.map(powerOfTen) }
        }
        numbers = numbers.map { $0.map(scale.plain) }
        note(column.uncertainty.map { $0 * quantity.power }, as: "digitisation_coupling_dex")
        guard quantity != .coupling else { return numbers }
        let ratio = mixing.absoluteRatio
        guard ratio != nil || !quantity.needsMixing else { throw .mixingNeeded(quantity: quantity, table: table.name) }
        warnings.append(.quantityConverted(table: table.name, column: column.name, from: quantity))
        return numbers.map { $0.map { quantity.coupling($0, mixingRatio: ratio ?? 1) } }
    }

    /// Only g′ is taken without being told; the profile's utype says g′ unless the name contradicts.
    private mutating func quantity(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> CurveQuantity? {
        if let quantity = options.quantity {
            overrule(CurveQuantity(columnName: column.bareName)?.words, by: quantity.words, .quantity, table)
            return quantity
        }
        switch CurveQuantity(columnName: column.bareName) {
        case .coupling: return .coupling
        case let other?: throw .quantityUnsettled(column: column.name, found: other, table: table.name)
        case nil where column.utype.lowercased() == Profile.couplingColumn.lowercased(): return .coupling
        case nil:
            missing.append(.quantity(table: table.name, column: column.name))
            return nil
        }
    }

    private func numbers(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?] {
        if let fault = column.fault { throw fault }
        guard let numbers = column.numbers else { throw .columnNotNumeric(column: column.name, table: table.name) }
        guard !column.isLogarithmicWithoutBase else {
            throw .logarithmUnsettled(column: column.name, table: table.name)
        }
        return numbers
    }
}
