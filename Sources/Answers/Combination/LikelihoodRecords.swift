import Assessment
import Documents

/// The best fit of a product of likelihoods.
struct LikelihoodBestRecord: Record {
    let best: LikelihoodBest

    static let fields: [Field<LikelihoodBestRecord>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′; null where the product is greatest without one.") {
            $0.best.point?.mass.inMeV
        },
        Field("coupling", "Gauge coupling g′; null likewise.") { $0.best.point?.coupling.value },
        Field("minus_2_ln_L", "χ² of IceCube and what the bounds add.") { $0.best.value },
        Field("chi2_icecube", "χ² of IceCube's spectrum there.") { $0.best.iceCube },
        Field("searched_mass_MeV", unit: "MeV", "The masses searched.") { $0.best.masses },
        Field("searched_coupling", "The couplings searched; no Z′ was tried too.") { $0.best.couplings },
    ]
}

/// What a bound adds to −2 ln L at a point.
struct LikelihoodTermRecord: Record {
    let term: LikelihoodTerm

    static let fields: [Field<LikelihoodTermRecord>] = [
        Field("stem", "Name of the bound.") { $0.term.bound.card.stem },
        Field("minus_2_ln_L", "What it adds, less the least that it can.") { $0.term.value.ifFinite },
        Field("pull_sigma", "The root of that: how far the point lies from what the bound likes best.") {
            $0.term.pull.ifFinite
        },
        Field("rule", "How that follows from what it says.") { CombinationWording.rule($0.term.rule) },
    ]
}

/// A bound without a part in the product, and why.
struct OmittedBoundRecord: Record {
    let omitted: OmittedBound

    static let fields: [Field<OmittedBoundRecord>] = [
        Field("stem", "Name of the bound.") { $0.omitted.bound.card.stem },
        Field("reason", "Why it has no part.") { CombinationWording.reason($0.omitted.reason) },
    ]
}

/// The fields that every answer by likelihoods has.
enum LikelihoodFields {
    static func best<Root>(_ best: @escaping @Sendable (Root) -> LikelihoodBest) -> [Field<Root>] {
        [
            Field("best", "The best fit.") { LikelihoodBestRecord(best: best($0)) },
            Field("threshold", "Δ(−2 ln L) up to which a point is allowed.") { _ in LikelihoodBest.threshold },
            Field("confidence_level", "Of that region, a fraction.") { _ in LikelihoodBest.confidenceLevel },
            Field("degrees_of_freedom", "Of that region.") { _ in LikelihoodBest.degreesOfFreedom },
        ]
    }

    static func omitted<Root>(_ omitted: @escaping @Sendable (Root) -> [OmittedBound]) -> Field<Root> {
        Field("left_out", "The bounds that decide and have no part in the product.") {
            omitted($0).map(OmittedBoundRecord.init)
        }
    }
}

/// The bound with the best reach.
struct MostSensitiveRecord: Record {
    let choice: MostSensitive

    static let fields: [Field<MostSensitiveRecord>] = [
        Field("stem", "Name of the bound that decides alone.") { $0.choice.bound.card.stem },
        Field("reach", "The least coupling it reaches; null where no bound that speaks excludes any.") {
            $0.choice.reach
        },
        Field(
            "reach_basis", words: ["expected", "observed"],
            "Whether the reach is expected, or observed for want of that."
        ) {
            $0.choice.isExpected ? "expected" : "observed"
        },
        Field("statement", "The same in words.") { CombinationWording.reach($0.choice) },
    ]
}
