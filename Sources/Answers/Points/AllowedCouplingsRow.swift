import Assessment
import ConstraintKit
import Documents

/// A line of `limit` as CSV: an interval of couplings and what is said of it, or a bound that could not be evaluated.
public struct AllowedCouplingsRow: Record {
    let mass: Mass
    let coverage: Coverage
    private(set) var couplings: CouplingInterval?
    private(set) var lowerSetBy: Bound?
    private(set) var upperSetBy: Bound?
    /// The one that can't tell, or failed.
    private(set) var bound: Bound?
    private(set) var reason: String?

    /// What is said of couplings.
    enum Coverage: String, CaseIterable {
        case allowed
        /// No deciding bound speaks at the mass.
        case unconstrained
        /// A deciding bound can't tell; others may, and then an allowed interval holds these couplings too.
        case undecided
        /// No coupling is allowed at the mass.
        case excluded
        /// A deciding bound could not be evaluated at the mass.
        case failed
    }

    private init(_ mass: Mass, _ coverage: Coverage, _ couplings: CouplingInterval? = nil) {
        (self.mass, self.coverage, self.couplings) = (mass, coverage, couplings)
    }

    /// What an answer says, at least one line.
    static func all(_ answer: AllowedCouplings) -> [AllowedCouplingsRow] {
        let coverage: Coverage = answer.isConstrained ? .allowed : .unconstrained
        var rows = answer.intervals.map { interval in
            var row = AllowedCouplingsRow(answer.mass, coverage, interval.couplings)
            (row.lowerSetBy, row.upperSetBy) = (interval.lowerSetBy, interval.upperSetBy)
            if coverage == .allowed, answer.leavesEveryCoupling { row.reason = Wording.noLimit }
            return row
        }
        rows += answer.undecided.map { open in
            var row = AllowedCouplingsRow(answer.mass, .undecided, open.couplings)
            (row.bound, row.reason) = (open.bound, open.reason)
            return row
        }
        if rows.isEmpty {
            rows.append(AllowedCouplingsRow(answer.mass, .excluded, CouplingInterval(lower: 0, upper: .infinity)))
        }
        rows += answer.failed.map { bound in
            var row = AllowedCouplingsRow(answer.mass, .failed)
            row.bound = bound
            return row
        }
        return rows
    }

    private static let interval: [Field<AllowedCouplingsRow>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.mass.inMeV },
        Field(
            "coverage", words: Coverage.allCases.map(\.rawValue),
            "Of the couplings between the limits; unconstrained: no bound speaks; undecided: one of them can't tell."
        ) { $0.coverage.rawValue },
        Field("limit_low", "Gauge coupling g′ from which on; null where a bound failed.") { $0.couplings?.lower },
        Field("limit_high", "Gauge coupling g′ up to which; null: without end, or a bound failed.") {
            $0.couplings?.upper.ifFinite
        },
    ]

    private static let remark: [Field<AllowedCouplingsRow>] = [
        Field("stem", "Name of the bound that can't tell or failed; null elsewhere.") { $0.bound?.card.stem },
        Field("reason", "Why it can't tell, or that no bound limits the coupling.") { $0.reason },
    ]

    public static let fields: [Field<AllowedCouplingsRow>] =
        interval + EdgeFields.of("low", "lower", \AllowedCouplingsRow.lowerSetBy)
        + EdgeFields.of("high", "upper", \AllowedCouplingsRow.upperSetBy) + remark
        + [EdgeFields.massLimit("low", \.lowerSetBy), EdgeFields.massLimit("high", \.upperSetBy)]
}
