import ConstraintKit

/// What a text file says of its own columns: the fields of ``CardField/ofReading`` that a remark of it can settle. Options
/// override it.
struct ReadingStatements: Hashable {
    var massUnit: EnergyUnit?
    var couplingUnit: String?
    var quantity: CurveQuantity?
    var massColumn: String?
    var couplingColumn: String?

    init() {}

    /// What was read into options.
    init(_ said: ImportOptions) {
        (massUnit, couplingUnit, quantity) = (said.massUnit, said.couplingUnit, said.quantity)
        (massColumn, couplingColumn) = (said.massColumn, said.couplingColumn)
    }

    /// Takes from another statement what is not yet said.
    func completed(by other: ReadingStatements) -> ReadingStatements {
        var all = self
        all.massUnit = massUnit ?? other.massUnit
        all.couplingUnit = couplingUnit ?? other.couplingUnit
        all.quantity = quantity ?? other.quantity
        all.massColumn = massColumn ?? other.massColumn
        all.couplingColumn = couplingColumn ?? other.couplingColumn
        return all
    }
}
