/// What a document must say and did not; `option` supplies it on the command line.
public enum MissingItem: Sendable, Hashable {
    case kind(table: String)
    case confidenceLevel(table: String)
    case excludedSide(table: String)
    case topology(table: String)
    case massColumn(table: String, found: [String])
    case couplingColumn(table: String, found: [String])
    case massUnit(table: String, column: String)
    case quantity(table: String, column: String)
    case stem

    /// The option that supplies it.
    public var option: String {
        switch self {
        case .kind: "--kind"
        case .confidenceLevel: "--confidence-level"
        case .excludedSide: "--side"
        case .topology: "--topology"
        case .massColumn: "--mass-column"
        case .couplingColumn: "--coupling-column"
        case .massUnit: "--mass-unit"
        case .quantity: "--quantity"
        case .stem: "--stem"
        }
    }
}
