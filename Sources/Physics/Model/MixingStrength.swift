import ConstraintKit

/// ε of a process: a multiple of g′, or a number of its own.
public enum MixingStrength: Sendable, Hashable {
    /// ε/g′.
    case perCoupling(Double)
    /// ε, whatever g′ is.
    case constant(Double)

    /// ε at a coupling.
    public func epsilon(at coupling: Coupling) -> Double {
        switch self {
        case .perCoupling(let ratio): ratio * coupling.value
        case .constant(let epsilon): epsilon
        }
    }

    /// ε/g′, or ε: zero without mixing.
    public var number: Double {
        switch self {
        case .perCoupling(let number), .constant(let number): number
        }
    }

    /// ε/g′; 0 where ε does not go with g′.
    public var ratio: Double {
        if case .perCoupling(let ratio) = self { return ratio }
        return 0
    }

    /// ε where it does not go with g′, 0 where it does.
    public var constant: Double {
        if case .constant(let epsilon) = self { return epsilon }
        return 0
    }

    /// The sign of ε: −1, 0 or 1.
    public var sign: Double { number == 0 ? 0 : number < 0 ? -1 : 1 }

    /// The couplings that a process excludes into which g′ and ε enter as their product alone, as in the exchange of a Z′
    /// between neutrinos and electrons.
    /// - Parameter excluded: what it excludes of √|g′ε|, which is g′ for |ε| = g′; not asked for without mixing.
    public func couplings(whereProductExcludes excluded: CouplingIntervals) -> CouplingIntervals {
        let size = abs(number)
        guard size > 0 else { return CouplingIntervals() }
        switch self {
        case .perCoupling: return excluded.mapped { $0 / size.squareRoot() }
        case .constant: return excluded.mapped { $0 * $0 / size }
        }
    }

    /// The couplings that a process excludes into which ε alone enters: all of them or none for a fixed ε.
    /// - Parameter limit: the least |ε| that it excludes.
    public func couplings(whereMixingExceeds limit: Double) -> CouplingIntervals {
        let size = abs(number)
        guard size > 0 else { return CouplingIntervals() }
        switch self {
        case .perCoupling: return CouplingIntervals(.above(limit / size))
        case .constant: return size > limit ? CouplingIntervals(.above(0)) : CouplingIntervals()
        }
    }
}

extension KineticMixing {
    /// ε of a process of squared momentum q² [MeV²]: m² for a Z′ on its shell, next to nothing for an exchange at low
    /// energy. Of natural mixing nothing but its value at q² = 0 is taken, whatever the process.
    /// - Parameter charges: the loops of muons and taus go with their charges, and are finite where these add up to zero;
    ///   nil for natural or running mixing where they do not, or where electrons have a charge or nobody but neutrinos has
    ///   one.
    public func strength(squaredMomentum: Double = 0, charges: ChargeMatrix = .muonMinusTau) -> MixingStrength? {
        switch self {
        case .none: return .perCoupling(0)
        case .ratio(let ratio): return .perCoupling(ratio)
        case .fixed(let epsilon): return .constant(epsilon)
        case .natural, .running:
            let charge = charges.charge(of: .muon)
            guard charges.areOfChargedLeptonsToo, charge == -charges.charge(of: .tau) else { return nil }
            let square = self == .running ? squaredMomentum : 0
            return .perCoupling(charge * NaturalMixing.perCoupling(squaredMomentum: square))
        }
    }
}

extension CouplingIntervals {
    /// Each edge through a rising function that takes 0 to 0 and infinity to infinity.
    fileprivate func mapped(_ edge: (Double) -> Double) -> CouplingIntervals {
        CouplingIntervals(union: map { CouplingInterval(lower: edge($0.lower), upper: edge($0.upper)) })
    }
}
