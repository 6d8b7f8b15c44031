import ConstraintKit

/// On what terms a bound takes part: whether it may decide, and what the scenario's conventions did to it.
public struct BoundConditions: Sendable, Hashable {
    /// What its card lacks to decide, where it is an observed limit.
    public var lacks: [DecisionLack] = []
    /// Whether it decides all the same, because the scenario says so.
    public var countsByChoice = false
    /// How its curve was rescaled, a few words each: `90 % → 95 % by N_CL: ×1.14`.
    public var changes: [String] = []
    /// The mixing its curve was derived with, where that of the scenario was made of it; nil where its card has it.
    public var mixingOfDerivation: KineticMixing?
    /// Why it does not stand at the confidence level that the scenario asks for; nil where it does, or none is asked for.
    public var level: LevelRemark?

    public init() {}
}

/// Why a limit stays at a confidence level of its own.
public enum LevelRemark: Sendable, Hashable {
    /// Nobody has stated one.
    case notStated
    /// Its statistic does not say what it would be at another level than this one.
    case notConvertible(ConfidenceLevel)

    /// - Parameter card: as it holds under the scenario's conventions.
    init?(_ card: Card, asked level: Double?) {
        guard let level, card.kind != .preferred, card.kind != .hint else { return nil }
        switch card.confidenceLevel.fraction {
        case nil: self = .notStated
        case level: return nil
        case .some: self = .notConvertible(card.confidenceLevel)
        }
    }
}
