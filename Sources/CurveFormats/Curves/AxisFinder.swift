import ConstraintKit

/// Finds the columns of mass and coupling: by the user's word, by utype, by UCD or by name, never by position.
struct AxisFinder {
    let table: RawTable
    let options: ImportOptions

    /// The column of masses; nil where none says it is one.
    func massColumn() throws(CurveFormatError) -> RawColumn? {
        if let name = options.massColumn ?? table.reading.massColumn { return column(called: name) }
        return try onlyColumn(
            of: .mass,
            tiers: [
                { $0.axis == .mass },
                { $0.utype.lowercased() == NativeProfile.massColumn.lowercased() },
                { $0.ucd.lowercased().hasPrefix("phys.mass") },
                { MassNames.isShort($0.bareName) },
                { MassNames.isInWords($0.bareName) },
                { $0.hasUnitOfEnergy && Self.speaksOfMass($0.bareName) },
                { $0.hasUnitOfEnergy && !MassNames.isOfAnotherEnergy($0.bareName) },
            ])
    }

    /// Whether a column is the mediator's mass by its name, and not only by being the sole one with a unit of energy.
    func isNamedMass(_ column: RawColumn) -> Bool {
        options.massColumn != nil || table.reading.massColumn != nil || column.axis == .mass || !column.utype.isEmpty
            || column.ucd.lowercased().hasPrefix("phys.mass") || MassNames.isOne(column.bareName)
    }

    /// `HNL mass`, `M_Med`, `m_chi`: a mass, of whatever particle.
    private static func speaksOfMass(_ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter }
        return words.contains("mass") || words.contains("masses") || words.first == "m"
    }

    /// The column of couplings; nil where none says it is one.
    func couplingColumn() throws(CurveFormatError) -> RawColumn? {
        if let name = options.couplingColumn ?? table.reading.couplingColumn { return column(called: name) }
        return try onlyColumn(
            of: .coupling,
            tiers: [
                { $0.axis == .coupling },
                { $0.utype.lowercased() == NativeProfile.couplingColumn.lowercased() },
                { $0.ucd.lowercased() == "arith.factor;stat.max" },
                { CurveQuantity(columnName: $0.bareName) == .coupling },
                { CurveQuantity(columnName: $0.bareName) != nil },
            ])
    }

    /// By name, or else by number from 1.
    private func column(called name: String) -> RawColumn? {
        let (plain, asked) = (plainWords(name), ColumnName(name))
        // As the file has it, unit and all.
        if let unit = asked.unit,
            let named = table.columns.first(where: { $0.name == asked.name && $0.unit == unit })
        {
            return named
        }
        if let named = table.columns.first(where: { [$0.name, $0.bareName].contains(name) || $0.name == plain }) {
            return named
        }
        guard let number = Int(name), number >= 1, number <= table.columns.count else { return nil }
        return table.columns[number - 1]
    }

    private func onlyColumn(
        of axis: CurveAxis, tiers: [(RawColumn) -> Bool]
    ) throws(CurveFormatError) -> RawColumn? {
        for tier in tiers {
            let found = table.columns.filter { column in
                guard column.axis == nil || column.axis == axis, tier(column) else { return false }
                // That of an error, by its UCD or as VizieR calls it, is none of the quantity.
                return !column.ucd.lowercased().hasPrefix("stat.error") && !table.isError(column)
            }
            // Tables keep the logarithm of a column beside it, or what it is in other units.
            let plain = found.filter(\.isPlain)
            let claims = plain.isEmpty ? found : plain
            if claims.count > 1 {
                throw .ambiguousColumns(axis: axis, columns: claims.map(\.title), table: table.title)
            }
            if let column = claims.first { return column }
        }
        return nil
    }
}

extension RawColumn {
    /// Whether the column holds common logarithms, by its name or its unit.
    var isLogarithmic: Bool { logarithms.contains(where: \.isCommon) }

    /// Whether it speaks of a logarithm and not of its base: `log(m)`, `ln g'`.
    var isLogarithmicWithoutBase: Bool { !isLogarithmic && !logarithms.isEmpty }

    /// Whether its numbers are those of the quantity, neither logarithms of it nor in units of a number.
    var isPlain: Bool {
        logarithms.isEmpty && (unit.flatMap(NumberUnit.init).map { $0 == NumberUnit(exponent: 0) } ?? true)
    }

    /// Those of its name and its unit.
    private var logarithms: [HeadingLogarithm] { [HeadingLogarithm(name), unitLogarithm].compactMap(\.self) }

    private var unitLogarithm: HeadingLogarithm? {
        guard let unit else { return nil }
        // The CDS's `[GeV]` is the common one of a value in GeV, as is that of VOUnits 1.0.
        if unit.hasPrefix("["), unit.hasSuffix("]") { return HeadingLogarithm("log10(\(unit.dropFirst().dropLast()))") }
        let isOfStandard = unit.lowercased().hasPrefix("log(")
        return HeadingLogarithm(isOfStandard ? "log10" + unit.dropFirst(3) : unit)
    }

    /// The name of the quantity itself, without the logarithm around it.
    var bareName: String {
        guard let logarithm = HeadingLogarithm(name) else { return name }
        return unit == nil ? ColumnName(logarithm.argument).name : logarithm.argument
    }

    /// The unit of the quantity itself.
    var bareUnit: String? {
        guard let unit else { return HeadingLogarithm(name).flatMap { ColumnName($0.argument).unit } }
        return unitLogarithm?.argument ?? unit
    }

    /// Whether its unit is one of energy, as that of a mass is.
    var hasUnitOfEnergy: Bool { bareUnit.flatMap(MassUnit.init) != nil }

    /// As the file has it, for messages.
    var title: String { heading ?? name }

    /// - Throws: where its numbers are not masses, nor common logarithms of such.
    func requireMass(in table: String) throws(CurveFormatError) {
        guard !isLogarithmicWithoutBase else { throw .logarithmUnsettled(column: title, table: table) }
        guard !HeadingExpression.isPowerOfMass(bareName), !HeadingExpression.isOne(bareName) else {
            throw .expressionUnsettled(axis: .mass, column: title, table: table)
        }
    }

    /// - Parameters:
    ///   - isUnitGiven: whether the user says in which unit the numbers are, whatever the heading computes.
    ///   - quantity: what the user says it holds.
    /// - Throws: where its numbers are not those of a quantity, nor its common logarithms.
    func requireCoupling(
        isUnitGiven: Bool = false, quantity: CurveQuantity? = nil, in table: String
    ) throws(CurveFormatError) {
        guard !isLogarithmicWithoutBase else { throw .logarithmUnsettled(column: title, table: table) }
        guard isUnitGiven || !HeadingExpression.isOne(bareName, quantity: quantity) else {
            throw .expressionUnsettled(axis: .coupling, column: title, table: table)
        }
    }
}
