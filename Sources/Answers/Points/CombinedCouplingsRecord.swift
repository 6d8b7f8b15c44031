import Assessment
import ConstraintKit
import Documents
import Scenarios

/// The couplings that each way to combine the bounds leaves at a mass.
struct CombinedCouplingsRecord: Record {
    let combined: CombinedCouplings

    static let fields: [Field<CombinedCouplingsRecord>] = [
        Field("chosen", words: Combination.allCases.map(\.rawValue), "The one that the scenario takes.") {
            $0.combined.chosen.rawValue
        },
        Field("union", "What no bound excludes.") { CouplingsOfUnionRecord(combined: $0.combined) },
        Field("most_sensitive", "What the bound with the best reach at the mass leaves; null where none speaks.") {
            $0.combined.mostSensitive.map { CouplingsOfMostSensitiveRecord(choices: $0.choices, allowed: $0.allowed) }
        },
        Field("likelihood", "What the product of approximate likelihoods leaves, IceCube's among them.") {
            CouplingsByLikelihoodRecord(likelihood: $0.combined.likelihood)
        },
    ]
}

/// Intervals of couplings as pairs; null for no upper end.
private func pairs<Root>(_ intervals: @escaping @Sendable (Root) -> [CouplingInterval]) -> Field<Root> {
    Field("allowed", .list(.list(.nullable(.number), count: 2)), "Intervals of g′; null for no upper end.") {
        intervals($0).map { [$0.lower, $0.upper.ifFinite] }
    }
}

private struct CouplingsOfUnionRecord: Record {
    let combined: CombinedCouplings

    static let fields: [Field<CouplingsOfUnionRecord>] = [
        pairs { $0.combined.union.intervals.map(\.couplings) },
        Field("speaking", "The number of deciding bounds that speak at the mass.") { $0.combined.union.speaking },
        Field("statement", "What that is worth; null where no two speak.") {
            CombinationWording.union(speaking: $0.combined.union.speaking)
        },
    ]
}

private struct CouplingsOfMostSensitiveRecord: Record {
    /// In the order of their reach.
    let choices: [MostSensitive]
    let allowed: AllowedCouplings

    static let fields: [Field<CouplingsOfMostSensitiveRecord>] = [
        pairs { $0.allowed.intervals.map(\.couplings) },
        Field("decided_by", "The bound that decides, where it can tell; null where it can't anywhere.") {
            $0.choices.first.map(MostSensitiveRecord.init)
        },
        Field("next", "Stems of the bounds that decide in turn where none before can tell.") {
            $0.choices.dropFirst().map(\.bound.card.stem)
        },
    ]
}

private struct CouplingsByLikelihoodRecord: Record {
    let likelihood: CombinedCouplings.Likelihood

    static let fields: [Field<CouplingsByLikelihoodRecord>] =
        [
            pairs { $0.likelihood.intervals },
            Field("bounds", "Stems of the bounds that take part at the mass.") {
                $0.likelihood.bounds.map(\.card.stem)
            },
            LikelihoodFields.omitted { $0.likelihood.omitted },
        ] + LikelihoodFields.best { $0.likelihood.best }
}
