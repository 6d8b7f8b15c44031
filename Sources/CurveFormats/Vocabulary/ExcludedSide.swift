/// The side of a line that a bound excludes (or a hint prefers).
public enum ExcludedSide: String, Sendable, Hashable, CaseIterable {
    case above
    case below
    case inside
    case outside
}
