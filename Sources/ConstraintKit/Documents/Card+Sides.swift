/// Whether a confidence level counts what lies beyond a limit on one side or on both: at 95 % a normal error is 1.64 of its
/// standard deviations in one convention and 1.96 in the other.
public enum LevelSides: String, Sendable, Hashable, CaseIterable {
    /// An upper limit.
    case one = "one-sided"
    /// An interval, of which the upper end is the limit.
    case two = "two-sided"
}

extension Card {
    /// The convention of its confidence level: as its statistic names it, one-sided for a count or a normal error about zero,
    /// of which limits are upper ones; nil where the card does not say it, or has no level.
    public var levelSides: LevelSides? {
        guard confidenceLevel.fraction != nil else { return nil }
        if let statistic, let named = LevelSides.allCases.first(where: { statistic.contains($0.rawValue) }) {
            return named
        }
        switch statisticKind {
        case .counting, .gaussian: return .one
        case .likelihood, .cls, .bayesian, nil: return nil
        }
    }
}
