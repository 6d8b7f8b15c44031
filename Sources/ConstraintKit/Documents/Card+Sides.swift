/// Whether a confidence level counts what lies beyond a limit on one side or on both: at 95 % a normal error is 1.64 of its
/// standard deviations in one convention and 1.96 in the other.
public enum LevelSides: String, Sendable, Hashable, CaseIterable {
    /// An upper limit.
    case one = "one-sided"
    /// An interval, of which the upper end is the limit.
    case two = "two-sided"
}

extension LevelSides {
    /// Byte by byte: a search for characters would take as long as all else that is asked of a card.
    fileprivate func isNamed(in text: String) -> Bool {
        let (name, bytes) = (rawValue.utf8, text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: name) }
    }
}

extension Card {
    /// The convention of its confidence level: as its statistic names it, one-sided for a count or a normal error about zero,
    /// of which limits are upper ones; nil where the card does not say it, or has no level.
    public var levelSides: LevelSides? {
        guard confidenceLevel.fraction != nil else { return nil }
        if let statistic, let named = LevelSides.allCases.first(where: { $0.isNamed(in: statistic) }) { return named }
        switch statisticKind {
        case .counting, .gaussian: return .one
        case .likelihood, .cls, .bayesian, nil: return nil
        }
    }
}
