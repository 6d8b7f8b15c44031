import ConstraintKit

/// What an upper limit on N_eff says about the couplings at one mass.
public struct NeffVerdicts: Sendable, Hashable {
    /// What is said of an interval of couplings.
    public enum Verdict: Sendable, Hashable {
        /// N_eff exceeds the limit, also with all rates thrice or a third of what they are taken to be.
        case excluded
        /// N_eff is within the limit, also so.
        case allowed
        /// A factor of three in the rates decides.
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

    /// A factor of three in the rates, as one in g′ and ε.
    static let root = 3.0.squareRoot()
}
