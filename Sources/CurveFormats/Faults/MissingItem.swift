/// What a document must say and did not.
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
}
