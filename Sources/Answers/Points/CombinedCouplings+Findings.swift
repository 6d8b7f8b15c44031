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
            let allowed = mostSensitive.allowed.intervals.map(Self.stated)
            return ["\(place) the most sensitive bound allows \(Self.list(allowed))."]
                + mostSensitive.choices.prefix(1).map(CombinationWording.reach)
                + [CombinationWording.next(mostSensitive.choices)].compactMap(\.self)
        case .likelihood where likelihood.bounds.isEmpty:
            return ["\(place) no bound has a likelihood: every coupling is unconstrained."]
                + [CombinationWording.omitted(likelihood.omitted)].compactMap(\.self)
        case .likelihood:
            let titles = likelihood.bounds.map(\.card.markedTitle) + ["IceCube"]
            return [
                "\(place) the product of likelihoods allows \(Self.list(likelihood.intervals.map { Self.stated($0) })): Δ(−2 ln L) up to "
                    + "\(CombinationWording.region).",
                "Best fit: \(CombinationWording.best(likelihood.best)). Taking part: \(titles.joined(separator: ", ")).",
            ] + [CombinationWording.omitted(likelihood.omitted)].compactMap(\.self)
        }
    }

    /// An interval with the digits that the bounds at its edges have.
    private static func stated(_ interval: AllowedCouplings.Interval) -> String {
        stated(
            interval.couplings, lower: interval.lowerSetBy?.digitsOfEdges ?? 3,
            upper: interval.upperSetBy?.digitsOfEdges ?? 3)
    }

    /// `1.0e-3 ≤ g′ ≤ 2.00e-3` with so many digits at each edge.
    private static func stated(_ interval: CouplingInterval, lower: Int = 3, upper: Int = 3) -> String {
        let least = NumberText.short(interval.lower, digits: lower)
        let greatest = NumberText.short(interval.upper, digits: upper)
        switch (interval.lower > 0, interval.upper.isFinite) {
        case (false, false): return "every g′"
        case (false, true): return "g′ ≤ \(greatest)"
        case (true, false): return "g′ ≥ \(least)"
        case (true, true): return "\(least) ≤ g′ ≤ \(greatest)"
        }
    }

    private static func list(_ intervals: [String]) -> String {
        intervals.isEmpty ? "no coupling" : intervals.joined(separator: " and ")
    }
}
