extension MissingItem {
    /// The field that it is said by.
    public var field: CardField {
        switch self {
        case .kind: .kind
        case .confidenceLevel: .confidenceLevel
        case .excludedSide: .excludedSide
        case .topology: .topology
        case .massColumn: .massColumn
        case .couplingColumn: .couplingColumn
        case .massUnit: .massUnit
        case .quantity: .quantity
        case .stem: .stem
        }
    }
}
