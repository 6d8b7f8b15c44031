import ConstraintKit
import Scenarios

/// The verdicts of a scenario's bounds on one point.
public struct PointVerdicts: Sendable {
    public var scenario: String
    public var mass: Mass
    public var coupling: Coupling
    public var verdicts: [BoundVerdict]
    /// Which bounds that the user added are among them.
    public var ownBounds: Scenario.OwnBounds

    public init(
        scenario: String, mass: Mass, coupling: Coupling, verdicts: [BoundVerdict],
        ownBounds: Scenario.OwnBounds = .all
    ) {
        self.scenario = scenario
        self.ownBounds = ownBounds
        self.mass = mass
        self.coupling = coupling
        self.verdicts = verdicts
    }

    /// Whether the deciding bounds leave the point.
    public var standing: Standing { Standing(of: verdicts) }

    /// The deciding bounds that exclude the point, the strongest first.
    public var excludedBy: [BoundVerdict] {
        verdicts.filter { $0.decides && $0.isExclusion }
            .sorted { ($0.marginInDex ?? -.infinity) < ($1.marginInDex ?? -.infinity) }
    }

    /// The deciding bounds that speak and leave the point.
    public var allowedBy: [BoundVerdict] {
        verdicts.filter { verdict in
            if case .allowed = verdict.verdict { return verdict.decides }
            return false
        }
    }

    /// How many of the deciding bounds that speak exclude any coupling at this mass: edges in mass do not above them.
    public var limiting: Int { excludedBy.count + allowedBy.count { $0.limit != nil } }

    /// Whether the deciding bounds that speak exclude no coupling at this mass.
    public var limitsNoCoupling: Bool { limiting == 0 }

    /// Deciding bounds that could not be evaluated: the standing was found without them.
    public var failedBounds: [BoundVerdict] {
        verdicts.filter { verdict in
            if case .failed = verdict.verdict { return verdict.decides }
            return false
        }
    }

    /// Alternatives, by their group, that would exclude the point if they were the ones to count.
    public var excludedIf: [BoundVerdict] {
        verdicts.filter { verdict in
            if case .alternative = verdict.bound.role { return verdict.isExclusion }
            return false
        }
    }

    /// Alternatives whose answer is not that of the one that counts in their group.
    public var differingAlternatives: [BoundVerdict] {
        verdicts.filter { verdict in
            guard case .alternative(let group) = verdict.bound.role else { return false }
            let counting = verdicts.first { $0.bound.alternatives == group && $0.bound.role != verdict.bound.role }
            return verdict.isExclusion != (counting.map { $0.decides && $0.isExclusion } ?? false)
        }
    }

    /// Projections that reach the point: what would test it next.
    public var testedNextBy: [BoundVerdict] {
        verdicts.filter { $0.bound.card.kind == .projected && $0.isExclusion }
    }
}

extension BoundVerdict {
    /// Whether the point lies beyond the bound's limit, whatever part the bound plays.
    public var isExclusion: Bool {
        if case .excluded = verdict { return true }
        return false
    }

    /// Whether the bound takes part in the standing and can't tell of this point.
    public var isUndecided: Bool {
        if case .silent(.undecided) = verdict { return decides }
        return false
    }

    /// Whether this bound takes part in the standing of the point.
    public var decides: Bool { bound.role == .decides }

    init(bound: Bound, verdict: Verdict, isAtTheLimit: Bool) {
        self.init(
            bound: bound, verdict: verdict, limit: nil, massLimit: nil, isAtTheLimit: isAtTheLimit, marginInDex: nil)
    }
}

extension Standing {
    init(of verdicts: [BoundVerdict]) {
        self = .unconstrained
        for verdict in verdicts where verdict.decides {
            switch verdict.verdict {
            case .excluded:
                self = .excluded
                return
            case .allowed: self = .allowed
            case .preferred, .disfavoured, .silent, .failed: continue
            }
        }
    }
}
