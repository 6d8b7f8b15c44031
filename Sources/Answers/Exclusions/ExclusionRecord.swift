import Assessment
import ConstraintKit
import Documents

/// One interval that a bound excludes or prefers at a mass; where there is none, a line that says why.
public struct ExclusionRecord: Record {
    private let bound: Bound
    private let mass: Mass
    private let coverage: Coverage
    private var couplings: CouplingInterval?
    /// At the edges of a preferred band, in σ.
    private var deviations: Double?
    private var silence: Silence?

    /// What a bound says of a mass.
    enum Coverage: String, CaseIterable {
        case excludes
        /// It does not decide, so that it only would exclude.
        case wouldExclude = "would-exclude"
        case prefers
        /// It covers the mass and excludes or prefers no coupling there.
        case nothing
        /// It says nothing there, which does not mean allowed.
        case silent
        case failed

        /// Of a bound that excludes.
        static func excluding(_ bound: Bound) -> Coverage { bound.role == .decides ? .excludes : .wouldExclude }

        static func field<Root>(_ coverage: @escaping @Sendable (Root) -> Coverage) -> Field<Root> {
            Field(
                "coverage", words: allCases.map(\.rawValue),
                "Excludes, would exclude if it decided, or prefers the couplings between the limits; nothing; "
                    + "silent, which does not mean allowed; failed."
            ) { coverage($0).rawValue }
        }
    }

    private init(_ bound: Bound, _ mass: Mass, _ coverage: Coverage) {
        (self.bound, self.mass, self.coverage) = (bound, mass, coverage)
    }

    /// What a table holds, bound by bound and mass by mass.
    static func all(_ table: ExclusionTable) -> [ExclusionRecord] {
        table.rows.flatMap { row in
            zip(table.masses, row.boundaries).flatMap { mass, boundary in
                all(of: row.bound, at: mass, boundary) + undecided(row.bound, at: mass, boundary)
            }
        }
    }

    /// Where a bound that excludes couplings or none can't tell.
    private static func undecided(_ bound: Bound, at mass: Mass, _ boundary: Boundary?) -> [ExclusionRecord] {
        guard case .excludes? = boundary else { return [] }
        return bound.statedUndecided(at: mass).map { open in
            var record = ExclusionRecord(bound, mass, .silent)
            (record.couplings, record.silence) = (open.couplings, .undecided(open.reason))
            return record
        }
    }

    private static func all(of bound: Bound, at mass: Mass, _ boundary: Boundary?) -> [ExclusionRecord] {
        func record(_ coverage: Coverage, _ change: (inout ExclusionRecord) -> Void = { _ in }) -> ExclusionRecord {
            var record = ExclusionRecord(bound, mass, coverage)
            change(&record)
            return record
        }
        let excludes = Coverage.excluding(bound)
        return switch boundary {
        case nil: [record(.failed)]
        case .silent(let silence): [record(.silent) { $0.silence = silence }]
        case .excludes(let intervals) where intervals.isEmpty: [record(.nothing)]
        case .excludes(let intervals): intervals.map { interval in record(excludes) { $0.couplings = interval } }
        case .prefers(let bands) where bands.isEmpty: [record(.nothing)]
        case .prefers(let bands):
            bands.map { band in
                record(.prefers) { ($0.couplings, $0.deviations) = (band.couplings, band.deviations) }
            }
        }
    }

    public static let fields: [Field<ExclusionRecord>] =
        boundFields([
            "stem", "title", "kind", "role", "alternative_of", "confidence_level", "confidence_level_basis",
            "kinetic_mixing", "method", "lacks", "counts_by_choice", "rescaled", "level_remark", "curve_error",
        ]) + [
            Field("references", CardFacts.meaningOfKeys) { CardFacts.keys(of: $0.bound.card) },
            Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.mass.inMeV },
            Coverage.field(\.coverage),
            Field("limit_low", "Gauge coupling g′ from which on; null: from zero.") {
                $0.couplings.flatMap { $0.lower > 0 ? $0.lower : nil }
            },
            Field("limit_high", "Gauge coupling g′ up to which; null: without end.") { $0.couplings?.upper.ifFinite },
            Field(
                "deviations",
                "Standard deviations at the edges of a preferred band; bands of one mass may lie inside one another."
            ) { $0.deviations },
            Field("reason", "Why it is silent.") { $0.silence.map(Wording.reason) },
        ]

    private static func boundFields(_ names: [String]) -> [Field<ExclusionRecord>] {
        BoundFields.all.filter { names.contains($0.property.name) }.map { $0.of(\.bound) }
    }
}
