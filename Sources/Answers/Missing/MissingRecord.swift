import CurveArchive
import Documents

/// A bound that is not in here.
public struct MissingRecord: Record {
    let bound: MissingBound
    let isFetchable: Bool

    /// One for each.
    static func all(_ missing: MissingBounds) -> [MissingRecord] {
        missing.all.map { MissingRecord(bound: $0, isFetchable: missing.fetchable.contains($0.stem)) }
    }

    /// The key `missing` of an answer.
    static func field<Root>(
        _ meaning: String, _ missing: @escaping @Sendable (Root) -> MissingBounds
    ) -> Field<Root> {
        Field("missing", meaning) { MissingRecord.all(missing($0)) }
    }

    private var limits: [ClosedRange<Double>] { bound.reach.compactMap(\.couplings) }
    private var mixings: [ClosedRange<Double>] { bound.reach.compactMap(\.mixings) }

    public static let fields: [Field<MissingRecord>] = [
        Field("stem", "Name that the bound has, or would have.") { $0.bound.stem },
        Field("title", "Its name for readers.") { $0.bound.title },
        Field("arxiv", "The arXiv number of its publication.") { $0.bound.reference.arxiv },
        Field("doi", "The DOI of its publication.") { $0.bound.reference.doi },
        Field("texkey", "The INSPIRE texkey of its publication.") { $0.bound.reference.texkey },
        Field("citation", "Its publication in words.") { $0.bound.reference.citation },
        Field("interpretation", "Another publication, which made the limit of it; null where the first did so itself.")
        {
            $0.bound.interpretation.map(PublicationRecord.init)
        }.inColumns(of: PublicationRecord.self),
        Field("statement", "What the publication states.") { $0.bound.statement },
        Field(
            "mass_low_MeV", unit: "MeV",
            "The least mass of its reach; 0 where none is stated, null where no mass is at hand."
        ) {
            $0.bound.reach.map(\.masses.lowerBound).min()
        },
        Field("mass_high_MeV", unit: "MeV", "The greatest mass of its reach; null where no mass is at hand.") {
            $0.bound.reach.map(\.masses.upperBound).max()
        },
        Field("coupling_low", "The least limit on g′ that is stated; null where none is at hand.") {
            $0.limits.map(\.lowerBound).min()
        },
        Field("coupling_high", "The greatest limit on g′ that is stated; null where none is at hand.") {
            $0.limits.map(\.upperBound).max()
        },
        Field("mixing_low", "The least ε of a dark photon that is stated as excluded; null where it states couplings.")
        {
            $0.mixings.map(\.lowerBound).min()
        },
        Field("mixing_high", "The greatest; null where none is too large.") {
            $0.mixings.map(\.upperBound).max().flatMap { $0.isFinite ? $0 : nil }
        },
        Field("needs_mixing", "Whether it speaks only of a Z′ that mixes with the photon.") { $0.bound.needsMixing },
        Field("reach", "Masses, and the limits that are stated for them.") { $0.bound.reach.map(ReachRecord.init) },
        Field("caution", "What keeps its reach from being an exclusion without a doubt; null where nothing does.") {
            $0.bound.caution
        },
        Field("basis", words: MissingBound.Basis.allCases.map(\.rawValue), "Where these numbers come from.") {
            $0.bound.basis.rawValue
        },
        Field("why", "Why it is not in here.") { $0.bound.why },
        Field("fetchable", "Whether 'mutau refresh' brings it in.") { $0.isFetchable },
    ]
}

/// A part of the reach of a missing bound.
struct ReachRecord: Record {
    let reach: MissingBound.Reach

    init(_ reach: MissingBound.Reach) { self.reach = reach }

    static let fields: [Field<ReachRecord>] = [
        Field("mass_MeV", unit: "MeV", "The least and the greatest mass.") { $0.reach.masses },
        Field("coupling", "The least and the greatest limit on g′ there; null where none is at hand.") {
            $0.reach.couplings
        },
        Field("mixing_low", "The least ε of a dark photon that is excluded there; null where couplings are stated.") {
            $0.reach.mixings?.lowerBound
        },
        Field("mixing_high", "The greatest; null where none is too large.") {
            $0.reach.mixings.flatMap { $0.upperBound.isFinite ? $0.upperBound : nil }
        },
    ]
}
