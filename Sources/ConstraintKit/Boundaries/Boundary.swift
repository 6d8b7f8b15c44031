/// The answer of a bound at one mass: the couplings it excludes, the couplings it prefers, or silence.
public enum Boundary: Sendable, Hashable {
    /// These couplings are excluded; all others are compatible with the measurement. Empty: none is excluded.
    case excludes(CouplingIntervals)
    /// These couplings are preferred, each at its level; nothing is excluded.
    case prefers([PreferredInterval])
    /// The bound has nothing to say at this mass. Never to be read as "allowed".
    case silent(Silence)

    /// Whether every interval is ordered, finite where it must be, and free of NaN.
    public var isWellFormed: Bool {
        func isOrdered(_ interval: CouplingInterval) -> Bool {
            interval.lower >= 0 && interval.lower.isFinite && interval.lower < interval.upper
        }
        switch self {
        case .excludes(let intervals):
            return intervals.allSatisfy(isOrdered)
                && zip(intervals, intervals.dropFirst()).allSatisfy { $0.upper < $1.lower }
        case .prefers(let preferred):
            return preferred.allSatisfy { isOrdered($0.couplings) && ($0.deviations ?? 1) > 0 }
        case .silent:
            return true
        }
    }
}

/// A band of couplings that a measurement favours.
public struct PreferredInterval: Sendable, Hashable {
    /// The couplings of the band.
    public var couplings: CouplingInterval
    /// Its half width in standard deviations; nil where the publication does not state it.
    public var deviations: Double?

    public init(_ couplings: CouplingInterval, deviations: Double? = nil) {
        self.couplings = couplings
        self.deviations = deviations
    }
}

/// Why a bound has nothing to say.
public enum Silence: Sendable, Hashable {
    /// The mass lies outside the range of the published curve [MeV].
    case outsideRange(lower: Double, upper: Double)
    /// The mass lies between two parts of the curve that the publication does not join [MeV].
    case inGap(lower: Double, upper: Double)
    /// The Z′ of this mass decays to something the measurement does not look for.
    case otherDecay(String)
    /// The bound rests on an assumption that the scenario does not make.
    case assumptionNotMade(String)
    /// The bound's own uncertainty decides, for this reason.
    case undecided(String)
}
