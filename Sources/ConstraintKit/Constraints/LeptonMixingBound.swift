/// A bound that is computed for the angles by which neutrinos mix (``Conventions/leptonMixing``). What others say does not depend on these,
/// so that many points of different angles share it.
public protocol LeptonMixingBound: CouplingBound {
    /// Whether it is computed here, and not a curve taken as it is.
    var followsLeptonMixing: Bool { get }
}

extension LeptonMixingBound {
    public var leptonMixingBound: (any LeptonMixingBound)? { self }
}

extension ComputedOrSupplied: LeptonMixingBound where Formula: LeptonMixingBound {
    public var followsLeptonMixing: Bool {
        switch basis {
        case .formula(let formula): formula.followsLeptonMixing
        case .curve: false
        }
    }
}
