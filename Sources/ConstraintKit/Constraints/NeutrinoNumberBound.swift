/// A bound that computes the effective number of neutrinos, so that the largest N_eff that a scenario grants moves it.
public protocol NeutrinoNumberBound: AdaptedBound {
    /// Whether N_eff is computed here, and not a curve taken as it is.
    var computesNeff: Bool { get }
}

extension NeutrinoNumberBound {
    public var neutrinoNumberBound: (any NeutrinoNumberBound)? { self }
}

extension ComputedOrSupplied: NeutrinoNumberBound where Formula: NeutrinoNumberBound {
    public var computesNeff: Bool {
        switch basis {
        case .formula(let formula): formula.computesNeff
        case .curve: false
        }
    }
}
