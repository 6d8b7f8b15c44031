/// A bound that is computed for whatever charges the scenario lays down (``Conventions/charges``), where others were derived
/// for those of L_μ − L_τ and say nothing of any others.
public protocol ChargedBound: CouplingBound {
    /// Whether it is computed here, and not a curve taken as it is.
    var followsCharges: Bool { get }
}

extension ChargedBound {
    public var chargedBound: (any ChargedBound)? { self }
}

extension ComputedOrSupplied: ChargedBound where Formula: ChargedBound {
    public var followsCharges: Bool {
        switch basis {
        case .formula(let formula): formula.followsCharges
        case .curve: false
        }
    }
}
