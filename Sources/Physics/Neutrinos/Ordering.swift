/// Which neutrino mass state is the lightest.
public enum Ordering: String, Sendable, Hashable, CaseIterable {
    /// m_1 < m_2 < m_3.
    case normal
    /// m_3 < m_1 < m_2.
    case inverted
}
