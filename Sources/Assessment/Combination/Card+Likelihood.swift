import ConstraintKit
import RealModule

/// The statistical procedures whose likelihood a limit lets one rebuild.
public enum LimitStatistic: String, Sendable, Hashable, CaseIterable {
    /// Counted events with no background and none seen: the limit is on the number expected.
    case counting
    /// A normal error about a best value of zero.
    case gaussian
}

extension Card {
    /// The procedure behind its limit; nil where the card names none of those known.
    var likelihoodStatistic: LimitStatistic? { facts["statistic_kind"].flatMap(LimitStatistic.init) }

    /// p of a signal ∝ g′^p: 2 where the Z′ is produced and leaves, 4 where its exchange is squared; nil where the card does
    /// not say.
    var powerOfSignal: Double? {
        facts["signal_power"].flatMap(Double.init).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
}
