/// A bound that knows where it can't tell: between what it excludes and what it allows lie couplings at which its own
/// uncertainty decides.
///
/// There it is silent, as outside its range, and its edges have no more than two digits.
public protocol UndecidedBound: CouplingBound {
    /// The couplings of a mass at which it can't tell, rising, apart from those that it excludes.
    func undecided(at mass: Mass) throws -> [UndecidedInterval]
}

extension UndecidedBound {
    public var undecidedBound: (any UndecidedBound)? { self }
}

/// Couplings at which a bound can't tell, and why.
public struct UndecidedInterval: Sendable, Hashable {
    public var couplings: CouplingInterval
    /// In words, to go on after a colon.
    public var reason: String

    public init(_ couplings: CouplingInterval, reason: String) {
        self.couplings = couplings
        self.reason = reason
    }
}

extension ComputedOrSupplied: UndecidedBound where Formula: UndecidedBound {
    public func undecided(at mass: Mass) throws -> [UndecidedInterval] {
        switch basis {
        case .formula(let formula): try formula.undecided(at: mass)
        case .curve: []
        }
    }
}
