import ConstraintKit

/// The statement of one bound about one point.
public enum Verdict: Sendable, Hashable {
    /// Strictly beyond the limit. `strength` > 1 is the factor by which the coupling lies beyond it.
    case excluded(strength: Double)
    /// Compatible with the measurement. `strength` ≤ 1 is the coupling over the limit, or its like; nil where the
    /// bound excludes no coupling at this mass.
    case allowed(strength: Double?)
    /// Inside a favoured band. `pull` [standard deviations] from its centre, where the bound has a likelihood.
    case preferred(pull: Double?)
    /// Outside a favoured band; never an exclusion.
    case disfavoured(pull: Double?)
    /// Nothing is said. Never to be read as "allowed".
    case silent(Silence)
    /// The bound could not be evaluated, and why.
    case failed(BoundFailure)

    /// The word used in tables and machine-readable answers.
    public var word: String {
        switch self {
        case .excluded: "excluded"
        case .allowed: "allowed"
        case .preferred: "preferred"
        case .disfavoured: "disfavoured"
        case .silent: "silent"
        case .failed: "failed"
        }
    }
}

/// A verdict with the bound that gave it and the limit it rests on.
public struct BoundVerdict: Sendable {
    public var bound: Bound
    public var verdict: Verdict
    /// The coupling at which this bound's answer changes, nearest to the point; nil where there is none at this mass.
    public var limit: Double?
    /// The mass that the bound demands instead, where it is an edge in mass; ``marginInDex`` is then one of masses.
    public var massLimit: Mass?
    /// Whether the point stands on the limit within ``CouplingInterval/edgeTolerance``.
    public var isAtTheLimit: Bool

    /// Distance to the limit [dex]: positive on the allowed side, negative inside the excluded region.
    ///
    /// For a preferred band it is positive inside and negative outside.
    public var marginInDex: Double?

    /// What the bound computes for the point, in a few words.
    public var remark: String?
}

/// Whether a point survives the bounds of a scenario.
public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// At least one deciding bound speaks, and none excludes.
    case allowed
    case excluded
    /// No deciding bound speaks at this mass.
    case unconstrained
}
