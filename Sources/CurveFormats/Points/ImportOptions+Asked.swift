extension ImportOptions {
    /// Whether the user's word for one of the columns is a heading, with its unit or without.
    public func asksFor(_ heading: String) -> Bool {
        let names = [heading, ColumnName(heading).name]
        return [massColumn, couplingColumn].contains { $0.map(names.contains) == true }
    }
}
