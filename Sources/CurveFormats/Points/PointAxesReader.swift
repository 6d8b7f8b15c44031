import ConstraintKit

/// Finds the columns of a table of points and what they hold.
struct PointAxesReader {
    private let options: ImportOptions
    private let file: String
    private let hasNames: Bool
    private let columns: [RawColumn]
    private let remarked: RemarkedUnits
    /// What of the remarks was heeded.
    private(set) var heeded = RemarkedUnits()
    /// Whether nobody says which columns are meant, and the first two are taken.
    private var isByPosition = false
    private(set) var notes: [PointNote] = []

    init(names: [String]?, count: Int, remarked: RemarkedUnits, options: ImportOptions, file: String) {
        self.remarked = remarked
        self.options = options
        self.file = file
        hasNames = names != nil
        columns = (names ?? (1...max(count, 1)).map { "column \($0)" }).enumerated().map { place, name in
            let heading = ColumnName(name)
            return RawColumn(name: heading.name, heading: name, place: place, unit: heading.unit)
        }
    }

    mutating func axes() throws(CurveFormatError) -> (mass: PointAxis, coupling: PointAxis) {
        let (mass, coupling) = try found()
        return (try massAxis(mass), try couplingAxis(coupling))
    }

    private mutating func found() throws(CurveFormatError) -> (mass: RawColumn, coupling: RawColumn) {
        let finder = AxisFinder(
            table: RawTable(name: file, columns: columns, statements: CurveStatements()), options: options)
        // Names of our own making say nothing.
        let isAsked = (mass: options.massColumn != nil, coupling: options.couplingColumn != nil)
        var mass = hasNames || isAsked.mass ? try finder.massColumn() : nil
        var coupling = hasNames || isAsked.coupling ? try finder.couplingColumn() : nil
        if !hasNames, columns.count == 2 {
            if !isAsked.mass, !isAsked.coupling {
                (mass, coupling) = (columns[0], columns[1])
                isByPosition = true
                notes.append(
                    .byPosition(
                        massUnit: options.massUnit?.rawValue ?? remarked.mass
                            ?? EnergyUnit.megaelectronvolt.rawValue,
                        options.quantity ?? .coupling))
            } else if !isAsked.mass || !isAsked.coupling {
                mass = mass ?? columns.first { $0.place != coupling?.place }
                coupling = coupling ?? columns.first { $0.place != mass?.place }
            }
        }
        for (asked, found) in [(options.massColumn, mass), (options.couplingColumn, coupling)] {
            if let asked, found == nil { throw .unknownColumn(asked, known: columns.map(\.title), table: file) }
        }
        guard let mass, let coupling else {
            let names = columns.map(\.title)
            var missing: [MissingItem] = []
            if mass == nil { missing.append(.massColumn(table: file, found: names)) }
            if coupling == nil { missing.append(.couplingColumn(table: file, found: names)) }
            throw .missing(missing, file: file)
        }
        guard mass.place != coupling.place else {
            throw .ambiguousColumns(axis: .coupling, columns: [mass.title], table: file)
        }
        try mass.requireMass(in: file)
        try coupling.requireCoupling(
            isUnitGiven: options.couplingUnit != nil, quantity: options.quantity, in: file)
        if hasNames, !finder.isNamedMass(mass) { notes.append(.massAssumed(column: mass.title)) }
        for column in [mass, coupling] where column.isLogarithmic { notes.append(.logarithms(column: column.name)) }
        return (mass, coupling)
    }

    private mutating func massAxis(_ column: RawColumn) throws(CurveFormatError) -> PointAxis {
        PointAxis(
            column: column.place ?? 0, massUnit: try massUnit(column), isLogarithmic: column.isLogarithmic)
    }

    private mutating func massUnit(_ column: RawColumn) throws(CurveFormatError) -> MassUnit {
        let text = column.bareUnit ?? remarked.mass ?? ""
        let said = MassUnit(text)
        if said == nil, !NumberUnit.isNone(text), options.massUnit == nil || MassUnit.isOfAnotherKind(text) {
            throw .badUnit(column: column.name, unit: text, hint: MassUnit.hint(for: text), table: file)
        }
        guard let given = options.massUnit else {
            if let unit = remarked.mass, column.bareUnit == nil, said != nil, !isByPosition {
                heeded.mass = unit
                notes.append(.unitOfRemark(column: column.title, unit: unit))
            }
            if let own = column.bareUnit, let unit = remarked.mass, said != nil, MassUnit(unit) != said {
                throw .unitContradicted(column: column.title, said: unit, given: own, table: file)
            }
            // As masses without a unit are read everywhere on the command line.
            if said == nil, !isByPosition { notes.append(.unitTaken(column: column.name)) }
            return said ?? MassUnit(.megaelectronvolt)
        }
        if said != nil, said != MassUnit(given) {
            notes.append(.unitOverruled(column: column.name, said: text, given: given.rawValue))
        }
        return MassUnit(given)
    }

    private mutating func couplingAxis(_ column: RawColumn) throws(CurveFormatError) -> PointAxis {
        if options.couplingUnit == nil, let unit = remarked.coupling {
            guard column.bareUnit.map(NumberUnit.init) ?? NumberUnit(unit) == NumberUnit(unit) else {
                throw .unitContradicted(column: column.title, said: unit, given: column.bareUnit ?? "", table: file)
            }
            if column.bareUnit == nil {
                heeded.coupling = unit
                notes.append(.unitOfRemark(column: column.title, unit: unit))
            }
        }
        let text = options.couplingUnit ?? column.bareUnit ?? remarked.coupling ?? ""
        guard let unit = NumberUnit(text) else {
            throw .badUnit(column: column.name, unit: text, hint: nil, table: file)
        }
        let quantity = try quantity(column)
        // Without a mixing ε has no g′: that of the model itself is taken, which is told.
        let given = options.mixing ?? .none
        let mixing = given == .none ? .natural : given
        if quantity != .coupling { notes.append(.converted(column: column.name, from: quantity, by: given)) }
        guard let ratio = mixing.absoluteRatio ?? (quantity.needsMixing ? nil : 1) else {
            throw .mixingNeeded(quantity: quantity, table: file)
        }
        return PointAxis(
            column: column.place ?? 0, unit: unit, isLogarithmic: column.isLogarithmic, quantity, mixingRatio: ratio)
    }

    /// Only g′ is taken without being told so.
    private mutating func quantity(_ column: RawColumn) throws(CurveFormatError) -> CurveQuantity {
        let named = hasNames ? CurveQuantity(columnName: column.bareName) : nil
        if let given = options.quantity {
            if let named, named != given {
                notes.append(.quantityOverruled(column: column.name, said: named, given: given))
            }
            return given
        }
        if let named, named != .coupling {
            throw .quantityUnsettled(column: column.name, found: named, table: file)
        }
        if named == nil, hasNames { notes.append(.quantityTaken(column: column.name)) }
        return .coupling
    }
}
