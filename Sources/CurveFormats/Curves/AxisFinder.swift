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
                { Self.massNames.contains($0.bareName.lowercased()) },
                { Self.isMassInWords($0.bareName) },
                { $0.hasUnitOfEnergy && Self.speaksOfMass($0.bareName) },
                { $0.hasUnitOfEnergy },
            ])
    }

    /// Whether a column is the mediator's mass by its name, and not only by being the sole one with a unit of energy.
    func isNamedMass(_ column: RawColumn) -> Bool {
        options.massColumn != nil || table.reading.massColumn != nil || column.axis == .mass || !column.utype.isEmpty
            || column.ucd.lowercased().hasPrefix("phys.mass") || Self.isMassName(column.bareName)
    }

    static func isMassName(_ name: String) -> Bool { massNames.contains(name.lowercased()) || isMassInWords(name) }

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
            let found = table.columns.filter { ($0.axis == nil || $0.axis == axis) && tier($0) }
            if found.count > 1 {
                throw .ambiguousColumns(axis: axis, columns: found.map(\.name), table: table.name)
            }
            if let column = found.first { return column }
        }
        return nil
    }

    /// `Mass of the Z'`, `m(Z')`, `dark photon mass`: the mediator's mass in words, and no other particle's.
    private static func isMassInWords(_ name: String) -> Bool {
        let words = name.lowercased().replacing("′", with: "'").replacing("prime", with: "'")
            .split { !($0.isLetter || $0.isNumber || $0 == "'") }
        let mediators: Set<Substring> = ["z'", "zp", "a'", "ap", "x", "v"]
        var rest = words.filter { !["the", "of", "boson", "mediator", "vector", "dark", "photon"].contains($0) }
        rest.removeAll(where: mediators.contains)
        let namesMediator = rest.count < words.count
        return namesMediator && (rest == ["mass"] || rest == ["m"])
    }

    private static let massNames: Set<String> = [
        "mass", "m", "mx", "m_x", "mz'", "m_z'", "mzp", "m_zp", "mzprime", "m_zprime", "mz_prime", "m_z_prime", "mv",
        "m_v", "ma'", "m_a'", "map", "m_ap", "maprime", "m_aprime", "mz′", "m_z′",
    ]
}

extension RawColumn {
    /// Whether the column holds common logarithms, by its name or its unit.
    var isLogarithmic: Bool {
        let name = name.lowercased()
        let unit = (unit ?? "").lowercased()
        return name.hasPrefix("log10") || unit.hasPrefix("log(") || unit.hasPrefix("log10(")
    }

    /// Whether the name speaks of a logarithm and not of its base: `log(m)`, `ln g'`.
    var isLogarithmicWithoutBase: Bool {
        let word = name.lowercased().prefix { $0.isLetter || $0.isNumber }
        return word == "log" || word == "ln"
    }

    /// The name of the quantity itself, without the logarithm around it.
    var bareName: String {
        guard name.lowercased().hasPrefix("log10") else { return name }
        return unit == nil ? ColumnName(argument).name : argument
    }

    /// What the logarithm is of: `m/MeV` of `log10(m/MeV)`.
    private var argument: String {
        String(name.dropFirst(5).drop { $0 == "_" || $0 == " " || $0 == "(" }.trimmingSuffix { $0 == ")" })
    }

    /// The unit of the quantity itself.
    var bareUnit: String? {
        guard let unit else { return name.lowercased().hasPrefix("log10") ? ColumnName(argument).unit : nil }
        guard let open = unit.firstIndex(of: "("), isLogarithmic else { return unit }
        return String(unit[unit.index(after: open)...].trimmingSuffix { $0 == ")" })
    }

    /// Whether its unit is one of energy, as that of a mass is.
    var hasUnitOfEnergy: Bool { bareUnit.flatMap(MassUnit.init) != nil }
}
