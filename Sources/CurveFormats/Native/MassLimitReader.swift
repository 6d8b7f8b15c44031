import ConstraintKit
import VOTable

extension NativeReader {
    /// The bound on the mass that a table without rows states in its PARAMs.
    func massLimit(in scope: Scope, of table: Table) throws(CurveFormatError) -> Limit {
        let name = table.name ?? file
        let statements = try scope.statements(tableName: table.name)
        var missing: [MissingItem] = []
        let kind = statements.kind ?? options.kind
        let level = statements.confidenceLevel ?? options.confidenceLevel
        if kind == nil { missing.append(.kind(table: name)) }
        if level == nil { missing.append(.confidenceLevel(table: name)) }
        guard let kind, let level else { throw .missing(missing, file: file) }
        return Limit(
            name: name, kind: kind, confidenceLevel: level,
            region: .belowMass(try mass(in: scope, name), try couplings(in: scope, name)))
    }

    private func mass(in scope: Scope, _ table: String) throws(CurveFormatError) -> Mass {
        guard let param = scope.param(NativeProfile.massLimit) else {
            throw .badParameter(
                parameter: NativeProfile.massLimit.name, value: "", expected: "a mass", table: table)
        }
        let unitText = param.unit ?? ""
        guard let unit = MassUnit(unitText) else {
            throw .badUnit(column: param.name, unit: unitText, hint: MassUnit.hint(for: unitText), table: table)
        }
        let value = unit.megaelectronvolts(try scope.number(param))
        do throws(QuantityError) {
            return try Mass(inMeV: value)
        } catch {
            throw .badParameter(
                parameter: param.name, value: param.value, expected: "a mass above zero", table: table)
        }
    }

    private func couplings(in scope: Scope, _ table: String) throws(CurveFormatError) -> CouplingInterval {
        func number(_ wanted: NativeParam, otherwise: Double) throws(CurveFormatError) -> Double {
            guard let param = scope.param(wanted) else { return otherwise }
            return try scope.number(param)
        }
        let floor = try number(NativeProfile.couplingFloor, otherwise: 0)
        let ceiling = try number(NativeProfile.couplingCeiling, otherwise: .infinity)
        guard floor >= 0, floor < ceiling else {
            throw .badParameter(
                parameter: NativeProfile.couplingFloor.name, value: DecimalText.text(of: floor),
                expected: "a coupling from zero to below the ceiling", table: table)
        }
        return CouplingInterval(lower: floor, upper: ceiling)
    }
}
