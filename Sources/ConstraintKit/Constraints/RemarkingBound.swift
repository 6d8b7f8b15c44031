/// A bound that says of a point what it rests its verdict on: the value that it computes for it.
public protocol RemarkingBound: CouplingBound {
    /// A few words, `N_eff = 3.45` for instance; nil where there is nothing to say.
    func remark(at mass: Mass, coupling: Coupling) throws -> String?
}

extension RemarkingBound {
    public var remarkingBound: (any RemarkingBound)? { self }
}

extension ComputedOrSupplied: RemarkingBound where Formula: RemarkingBound {
    public func remark(at mass: Mass, coupling: Coupling) throws -> String? {
        switch basis {
        case .formula(let formula): try formula.remark(at: mass, coupling: coupling)
        case .curve: nil
        }
    }
}
