import AllowedRegion
import Assessment
import ConstraintKit
import Documents

/// The words for combinations of bounds.
enum CombinationWording {
    /// What a union of so many bounds is worth; nil where it is none.
    static func union(speaking: Int) -> String? {
        guard speaking > 1 else { return nil }
        return "A union of \(speaking) bounds that speak here, each at its own confidence level, holds at none of them."
    }

    /// How a bound became the most sensitive: `NA64μ 2024 has the best reach here, g′ = 5.00e-4 …`.
    static func reach(_ choice: MostSensitive) -> String {
        let title = choice.bound.card.markedTitle
        guard let reach = choice.reach else {
            return "\(title) decides alone: no bound that speaks excludes any coupling from here on."
        }
        let basis =
            choice.isExpected
            ? "as it was expected"
            : "what was observed or computed, since its document holds no expected curve"
        return "\(title) decides alone: it has the best reach here, g′ = "
            + "\(NumberText.short(reach, digits: choice.bound.digitsOfEdges ?? 3)), \(basis)."
    }

    /// The bounds that decide in turn; nil where the first can tell of all couplings.
    static func next(_ choices: [MostSensitive]) -> String? {
        guard choices.count > 1 else { return nil }
        let titles = choices.dropFirst().map(\.bound.card.markedTitle)
        return
            "Where it can't tell, or g′ lies above all it excludes, the bound with the next best reach decides: \(titles.joined(separator: ", then "))."
    }

    /// How −2 ln L of a bound follows from what it says.
    static func rule(_ rule: LikelihoodRule) -> String {
        switch rule {
        case .counting(let level, let power):
            "no background and no event: 2 N (g′/g′_lim)^\(NumberText.trimmed(power)), N = −ln(1 − \(NumberText.trimmed(level)))"
        case .gaussian(let level, let power):
            "normal about zero: z² (g′/g′_lim)^\(NumberText.trimmed(2 * power)), z one-sided at \(NumberText.trimmed(level))"
        case .own: "its own likelihood"
        }
    }

    /// Why a bound has no part in a product of likelihoods.
    static func reason(_ omission: LikelihoodOmission) -> String {
        switch omission {
        case .noStatistic: "its card names no statistic from which a likelihood follows"
        case .noOwnLikelihood:
            "it has no likelihood of its own here, and its card names no statistic from which one follows"
        case .signalOfMixingAlone: "at a fixed kinetic mixing its signal does not go with g′"
        case .noValueWithoutMediator: "its own likelihood has no value without a Z′"
        case .ownLikelihoodOfSomeCouplings: "its own likelihood does not speak at all couplings"
        case .noSignalPower: "its card does not say how the signal goes with g′"
        case .noConfidenceLevel: "no confidence level is stated from which a likelihood would follow"
        case .noUpperLimit: "what it excludes is not all above one limit"
        case .excludesNothing: "it excludes no coupling at this mass"
        case .silent(let silence): Wording.reason(silence)
        case .failed(let failure): "it could not be evaluated: \(Wording.failure(failure))"
        }
    }

    static func best(_ best: LikelihoodBest) -> String {
        let value = "−2 ln L = \(NumberText.fixed(best.value, decimals: 3))"
        guard let point = best.point else { return "no Z′ (\(value))" }
        return
            "m = \(NumberText.short(point.mass.inMeV)) MeV, g′ = \(NumberText.short(point.coupling.value)) (\(value))"
    }

    /// The region that allows: `5.99, 95 % for 2 degrees of freedom`.
    static var region: String {
        "\(NumberText.short(LikelihoodBest.threshold)), \(Wording.percent(LikelihoodBest.confidenceLevel)) for "
            + "\(LikelihoodBest.degreesOfFreedom) degrees of freedom"
    }

    /// The names of bounds that have no part in the product; nil where all have.
    static func omitted(_ omitted: [OmittedBound]) -> String? {
        guard !omitted.isEmpty else { return nil }
        return "Without a part in the product: "
            + omitted.map { "\($0.bound.card.markedTitle) (\(reason($0.reason)))" }.joined(separator: ", ") + "."
    }

    /// What a map says of the way that its scenario takes.
    static func lines(_ combinations: MapCombinations) -> [String] {
        switch combinations.chosen {
        case .union: return [union(speaking: combinations.speaking)].compactMap(\.self)
        case .mostSensitive: return ["At each mass the bound with the best reach decides alone."]
        case .likelihood:
            let surface = combinations.likelihood
            return [
                "Allowed is Δ(−2 ln L) up to \(region), of the product of likelihoods; best fit on the grid: "
                    + "\(best(surface.best)).",
                omitted(surface.omitted),
            ].compactMap(\.self)
        }
    }

    /// What the figure of a map needs to say of the way that its scenario takes.
    static func notes(_ combinations: MapCombinations) -> [String] {
        switch combinations.chosen {
        case .union: []
        case .mostSensitive: ["Allowed: by the bound with the best reach at each mass."]
        case .likelihood: ["Red: 1σ and 2σ of the product of likelihoods; allowed: its 95 % region."]
        }
    }

    /// The best fit of a plane and what it leaves of either parameter.
    static func paragraph(_ surface: LikelihoodSurface) -> String {
        let terms = surface.terms.map { "\($0.bound.card.markedTitle) \(NumberText.short($0.pull, digits: 2))σ" }
        let pulls = terms.isEmpty ? nil : "Pulls there: " + terms.joined(separator: ", ") + "."
        let intervals = surface.intervals.map { interval in
            "\(interval.deviations)σ of one parameter, the other profiled: m \(range(interval.region.massRange)) MeV, "
                + "g′ \(range(interval.region.couplingRange))"
        }
        let head = "With the bounds' likelihoods, best fit on the grid: \(best(surface.best))."
        return ([head, pulls].compactMap(\.self) + intervals + [omitted(surface.omitted)].compactMap(\.self))
            .map(PlainText.clean).joined(separator: "\n")
    }

    private static func range(_ range: ClosedRange<Double>?) -> String {
        range.map { "\(NumberText.short($0.lowerBound))–\(NumberText.short($0.upperBound))" }
            ?? "within a step of the grid"
    }
}
