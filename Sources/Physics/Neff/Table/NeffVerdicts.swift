import ConstraintKit

/// What an upper limit on N_eff says about the couplings at one mass.
public struct NeffVerdicts: Sendable, Hashable {
    /// What is said of an interval of couplings.
    public enum Verdict: Sendable, Hashable {
        /// N_eff exceeds the limit by more than the table's error, also with all rates thrice or a third of what they are
        /// taken to be.
        case excluded
        /// N_eff is within the limit by more than that, also so.
        case allowed
        /// A factor of three in the rates decides, or the table's error.
        case ratesDecide
        /// N_eff exceeds the limit by Z′ that neutrinos make once they are free, which without chemical potentials comes
        /// out too large: 0.5 more neutrinos where 1901.02010 finds 0.2.
        case freezeIn
        /// |ε| > g′: electrons, not neutrinos, would hold the Z′.
        case mixingTooLarge
    }

    /// How ε goes with g′.
    public enum Mixing: Sendable, Hashable {
        /// ε/g′ is given.
        case ratio(Double)
        /// ε is given.
        case fixed(Double)
    }

    /// An interval of couplings and what is said of it.
    public struct Zone: Sendable, Hashable {
        public let couplings: CouplingInterval
        public let verdict: Verdict
    }

    /// The zones, rising; they meet and fill all couplings from 0 to infinity. Below 1e-15 and above 1 the verdict is that
    /// at the end.
    public let zones: [Zone]

    /// The couplings that are excluded, rising.
    public var excluded: [CouplingInterval] { zones.filter { $0.verdict == .excluded }.map(\.couplings) }

    /// - Parameters:
    ///   - slice: the table at the mass.
    ///   - limit: the largest N_eff that a measurement grants, above the Standard Model's.
    ///   - mixing: how ε goes with g′.
    public init(_ slice: NeffSlice, limit: Double, mixing: Mixing) {
        switch mixing {
        case .ratio(let ratio):
            zones =
                NeffLine(slice, limit: limit, ratio: ratio)?.zones()
                ?? [.init(couplings: .above(0), verdict: .mixingTooLarge)]
        case .fixed(let epsilon): zones = NeffQuestion(slice: slice, limit: limit, epsilon: epsilon).zones()
        }
    }

    private init(zones: [Zone]) { self.zones = zones }

    /// The same with a factor on all couplings.
    public func scaled(by factor: Double) -> NeffVerdicts {
        guard factor != 1 else { return self }
        return NeffVerdicts(
            zones: zones.map { zone in
                let (lower, upper) = (zone.couplings.lower * factor, zone.couplings.upper * factor)
                return Zone(couplings: CouplingInterval(lower: lower, upper: upper), verdict: zone.verdict)
            })
    }

    /// By how much N_eff of the table may differ from that of the history where it is near a limit: the most among five
    /// thousand random points (Documentation/NeffBound.md).
    static func tableError(near limit: Double) -> Double { limit < 3.6 ? 0.006 : 0.004 * limit }

    /// A factor of three in the rates, as one in g′ and ε.
    static let root = 3.0.squareRoot()
}
