import Assessment
import ConstraintKit
import Documents

extension CombinedCouplings {
    /// What is left by the way that the scenario takes, in sentences; nil for a union, which has its own.
    var findings: [String]? {
        let place = "At m = \(NumberText.exact(union.mass.inMeV)) MeV in the scenario \(union.scenario)"
        switch chosen {
        case .union: return nil
        case .mostSensitive:
            guard let mostSensitive else {
                return ["\(place) no deciding bound speaks: every coupling is unconstrained."]
            }
            return [
                "\(place) the most sensitive bound allows \(Self.list(mostSensitive.allowed.intervals.map(\.couplings)))."
            ]
                + mostSensitive.choices.prefix(1).map(CombinationWording.reach)
                + [CombinationWording.next(mostSensitive.choices)].compactMap(\.self)
        case .likelihood where likelihood.bounds.isEmpty:
            return ["\(place) no bound has a likelihood: every coupling is unconstrained."]
                + [CombinationWording.omitted(likelihood.omitted)].compactMap(\.self)
        case .likelihood:
            let titles = likelihood.bounds.map(\.card.markedTitle) + ["IceCube"]
            return [
                "\(place) the product of likelihoods allows \(Self.list(likelihood.intervals)): Δ(−2 ln L) up to "
                    + "\(CombinationWording.region).",
                "Best fit: \(CombinationWording.best(likelihood.best)). Taking part: \(titles.joined(separator: ", ")).",
            ] + [CombinationWording.omitted(likelihood.omitted)].compactMap(\.self)
        }
    }

    /// `g′ ≤ 4.0e-4 and 1.0e-3 ≤ g′ ≤ 2.0e-3`.
    private static func list(_ intervals: [CouplingInterval]) -> String {
        guard !intervals.isEmpty else { return "no coupling" }
        return intervals.map { interval in
            switch (interval.lower > 0, interval.upper.isFinite) {
            case (false, false): "every g′"
            case (false, true): "g′ ≤ \(NumberText.short(interval.upper))"
            case (true, false): "g′ ≥ \(NumberText.short(interval.lower))"
            case (true, true): "\(NumberText.short(interval.lower)) ≤ g′ ≤ \(NumberText.short(interval.upper))"
            }
        }.joined(separator: " and ")
    }
}
