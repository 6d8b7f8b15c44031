/// How the points of a table are joined.
public enum Topology: String, Sendable, Hashable, CaseIterable {
    /// A line from the lowest mass to the highest.
    case open
    /// A line that closes on itself.
    case closed
    /// One of the two edges of a band.
    case edge
}

extension Topology {
    func fits(_ side: ExcludedSide) -> Bool {
        switch self {
        case .open: side == .above || side == .below
        case .closed: side == .inside || side == .outside
        case .edge: side == .inside
        }
    }
}
