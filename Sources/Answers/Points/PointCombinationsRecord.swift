import AllowedRegion
import Assessment
import Documents
import Scenarios

/// The standing of a point by each way to combine the bounds.
struct PointCombinationsRecord: Record {
    let combinations: PointCombinations
    /// Stems.
    let excludedBy: [String]

    /// The key `combinations` of an answer.
    static func field<Root>(_ said: @escaping @Sendable (Root) -> PointSaid) -> Field<Root> {
        Field(
            "combinations", "The standing by each way to combine the bounds.",
            ifPresent: { root in
                let said = said(root)
                return said.assessment.combinations.map {
                    PointCombinationsRecord(combinations: $0, excludedBy: said.excludedBy)
                }
            })
    }

    static let fields: [Field<PointCombinationsRecord>] = [
        Field("chosen", words: Combination.allCases.map(\.rawValue), "The one that the scenario takes.") {
            $0.combinations.chosen.rawValue
        },
        Field("union", "Excluded where any bound excludes.") { PointUnionRecord(record: $0) },
        Field("most_sensitive", "By the bound with the best reach at the mass alone.") {
            PointMostSensitiveRecord(combinations: $0.combinations)
        },
        Field(
            "likelihood", "By the product of approximate likelihoods, IceCube's among them; null without its spectrum."
        ) {
            $0.combinations.likelihood.map(PointLikelihoodRecord.init)
        },
    ]
}

private let standings = Standing.allCases.map(\.rawValue)

private struct PointUnionRecord: Record {
    let record: PointCombinationsRecord

    static let fields: [Field<PointUnionRecord>] = [
        Field("standing", words: standings, "Of the point.") { $0.record.combinations.union.rawValue },
        Field("decided_by", "Stems of the bounds that exclude the point.") { $0.record.excludedBy },
        Field("speaking", "The number of deciding bounds that speak of the point.") { $0.record.combinations.speaking },
        Field("statement", "What that is worth; null where no two speak.") {
            CombinationWording.union(speaking: $0.record.combinations.speaking)
        },
    ]
}

private struct PointMostSensitiveRecord: Record {
    let combinations: PointCombinations

    static let fields: [Field<PointMostSensitiveRecord>] = [
        Field("standing", words: standings, "Of the point.") {
            $0.combinations.standing(by: .mostSensitive).rawValue
        },
        Field("decided_by", "The bound that decides; null where none speaks.") {
            $0.combinations.mostSensitive.map(MostSensitiveRecord.init)
        },
    ]
}

private struct PointLikelihoodRecord: Record {
    let answer: LikelihoodAnswer

    static let fields: [Field<PointLikelihoodRecord>] =
        [
            Field("standing", words: standings, "Of the point.") { $0.answer.standing.rawValue },
            Field("delta", "Δ(−2 ln L) of the point against the best fit.") { $0.answer.difference.ifFinite },
            Field("minus_2_ln_L", "χ² of IceCube and what the bounds add.") { $0.answer.value.ifFinite },
            Field("chi2_icecube", "χ² of IceCube's spectrum.") { $0.answer.iceCube },
            Field("pull_icecube_sigma", "The root of its distance from the least χ² in the ranges searched.") {
                $0.answer.pullOfIceCube
            },
            Field("bounds", "What each bound adds.") { $0.answer.terms.map(LikelihoodTermRecord.init) },
            LikelihoodFields.omitted { $0.answer.omitted },
        ] + LikelihoodFields.best { $0.answer.best }
}
