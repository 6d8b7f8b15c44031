import ConstraintKit

/// The numbers of the two columns, in MeV and as g′.
extension CurveTableReader {
    mutating func masses(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?]? {
        let numbers = try numbers(column, table)
        try column.requireMass(in: table.name)
        guard let unit = try massUnit(column, table) else { return nil }
        guard column.isLogarithmic else { return numbers.map { $0.map(unit.megaelectronvolts) } }
        warnings.append(.logarithmsConverted(table: table.name, column: column.name))
        return numbers.map { $0.map { powerOfTen($0 + Double(unit.exponent)) * unit.factor } }
    }

    private mutating func massUnit(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> MassUnit? {
        if let said = table.reading.massUnit, let own = column.bareUnit, MassUnit(own) != MassUnit(said) {
            guard let given = options.massUnit else {
                throw .unitContradicted(column: column.name, said: said.rawValue, given: own, table: table.name)
            }
            overrule(said.rawValue, by: given.rawValue, .massUnit, table)
        }
        let remarked = table.reading.massUnit?.rawValue ?? table.remarkedUnits.mass
        let isRemarked = column.bareUnit == nil && remarked != nil
        let text = column.bareUnit ?? remarked ?? ""
        let said = MassUnit(text)
        guard let given = options.massUnit else {
            if let own = column.bareUnit, let words = table.remarkedUnits.mass, said != MassUnit(words), said != nil {
                throw .unitContradicted(column: column.name, said: words, given: own, table: table.name)
            }
            if isRemarked, table.reading.massUnit == nil {
                warnings.append(.unitOfRemark(table: table.name, column: column.title, unit: text))
            }
            if NumberUnit.isNone(text) {
                missing.append(.massUnit(table: table.name, column: column.name))
                return nil
            }
            guard let said else {
                throw .badUnit(column: column.name, unit: text, hint: MassUnit.hint(for: text), table: table.name)
            }
            return said
        }
        // A unit that can't be read is what the option is for; one of something else is none of a mass.
        if said == nil, MassUnit.isOfAnotherKind(text) {
            throw .badUnit(column: column.name, unit: text, hint: nil, table: table.name)
        }
        guard let said, said != MassUnit(given) else { return MassUnit(given) }
        if column.isUnitFromRemark || isRemarked, !options.insists {
            throw .unitContradicted(column: column.name, said: text, given: given.rawValue, table: table.name)
        }
        overrule(text, by: given.rawValue, .massUnit, table)
        return MassUnit(given)
    }

    mutating func couplings(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?]? {
        var numbers = try numbers(column, table)
        try column.requireCoupling(
            isUnitGiven: options.couplingUnit != nil, quantity: options.quantity, in: table.name)
        let scale = try couplingUnit(column, table)
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

    /// The user's where one is given: a cross section stays one.
    private mutating func couplingUnit(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> NumberUnit {
        let own = column.bareUnit ?? ""
        let remarked = table.remarkedUnits.coupling
        let text = column.bareUnit ?? table.reading.couplingUnit ?? remarked ?? ""
        let isOther = MassUnit.isOfAnotherKind(text) || MassUnit(text) != nil
        if let given = options.couplingUnit, !isOther || NumberUnit(text) != nil, let unit = NumberUnit(given) {
            if let said = NumberUnit(text), said != unit, !text.isEmpty {
                overrule(text, by: given, .couplingUnit, table)
            }
            return unit
        }
        if let said = table.reading.couplingUnit, NumberUnit(own) != NumberUnit(said), column.bareUnit != nil {
            throw .unitContradicted(column: column.name, said: said, given: own, table: table.name)
        }
        if let remarked {
            guard column.bareUnit == nil || NumberUnit(own) == NumberUnit(remarked) else {
                throw .unitContradicted(column: column.name, said: remarked, given: own, table: table.name)
            }
            if column.bareUnit == nil, table.reading.couplingUnit == nil {
                warnings.append(.unitOfRemark(table: table.name, column: column.title, unit: remarked))
            }
        }
        guard let unit = NumberUnit(text) else {
            throw .badUnit(column: column.name, unit: column.unit ?? "", hint: nil, table: table.name)
        }
        return unit
    }

    /// Only g′ is taken without being told; the profile's utype says g′ unless the name contradicts.
    private mutating func quantity(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> CurveQuantity? {
        let named = CurveQuantity(columnName: column.bareName)
        if let quantity = options.quantity {
            overrule((table.reading.quantity ?? named)?.words, by: quantity.words, .quantity, table)
            return quantity
        }
        if let said = table.reading.quantity {
            if let named, named != said {
                throw .quantityContradicted(column: column.name, said: said, found: named, table: table.name)
            }
            return said
        }
        switch named {
        case .coupling: return .coupling
        case let other?: throw .quantityUnsettled(column: column.name, found: other, table: table.name)
        case nil where column.utype.lowercased() == NativeProfile.couplingColumn.lowercased(): return .coupling
        case nil:
            missing.append(.quantity(table: table.name, column: column.name))
            return nil
        }
    }

    private func numbers(_ column: RawColumn, _ table: RawTable) throws(CurveFormatError) -> [Double?] {
        if let fault = column.fault { throw fault }
        guard let numbers = column.numbers else { throw .columnNotNumeric(column: column.name, table: table.name) }
        return numbers
    }
}
