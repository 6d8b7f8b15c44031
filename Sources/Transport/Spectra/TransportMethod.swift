import Physics

/// How a spectrum was found.
public enum TransportMethod: String, Sendable, Hashable, CaseIterable {
    case narrowLine = "narrow-line"
    case grid
}
