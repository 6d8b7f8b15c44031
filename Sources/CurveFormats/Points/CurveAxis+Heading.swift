extension CurveAxis {
    /// The axis that a heading says its column is, by the mediator's mass or a coupling's name in it.
    public init?(heading: String) {
        let column = ColumnName(heading)
        let name = RawColumn(name: column.name, unit: column.unit).bareName
        if MassNames.isOne(name) {
            self = .mass
        } else if CurveQuantity(columnName: name) != nil {
            self = .coupling
        } else {
            return nil
        }
    }
}
