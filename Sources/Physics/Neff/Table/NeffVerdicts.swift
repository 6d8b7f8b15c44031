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

        func epsilon(coupling: Double) -> Double {
            switch self {
            case .ratio(let ratio): ratio * coupling
            case .fixed(let epsilon): epsilon
            }
        }
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
        let question = NeffQuestion(slice: slice, limit: limit, mixing: mixing)
        let verdicts = question.verdicts()
        var zones: [Zone] = []
        var edge = 0.0
        for index in verdicts.indices.dropFirst() where verdicts[index] != verdicts[index - 1] {
            let crossing = question.end(
                of: verdicts[index - 1], between: NeffQuestion.couplings[index - 1], and: NeffQuestion.couplings[index])
            zones.append(.init(couplings: .init(lower: edge, upper: crossing), verdict: verdicts[index - 1]))
            edge = crossing
        }
        zones.append(.init(couplings: .above(edge), verdict: verdicts[verdicts.count - 1]))
        self.zones = zones
    }
}
