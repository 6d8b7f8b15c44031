import Assessment
import ConstraintKit
import Documents

/// What a bound changes, in sentences.
struct EffectWording {
    let effect: BoundEffect
    let scenario: String

    var sentences: [String] {
        if let silence = effect.silence {
            return ["It says nothing in the scenario \(scenario): \(Wording.reason(silence))."]
        }
        return [share, opened, lowest, greatest].compactMap(\.self)
    }

    private var place: String {
        let (masses, couplings) = (effect.massRange, effect.couplingRange)
        return "between \(NumberText.short(masses.lowerBound)) and \(NumberText.short(masses.upperBound)) MeV "
            + "(g′ from \(NumberText.short(couplings.lowerBound, digits: 1)) to "
            + "\(NumberText.short(couplings.upperBound, digits: 1)))"
    }

    private var share: String? {
        if let open = effect.openShareOfBand {
            return open > 0
                ? "Of what it prefers, \(Self.percent(open)) is not excluded in the scenario \(scenario)."
                : "All of what it prefers is excluded in the scenario \(scenario)."
        }
        guard let share = effect.excludedShare else {
            return "All \(place) was excluded before in the scenario \(scenario)."
        }
        guard share > 0 else { return "It excludes nothing new \(place) in the scenario \(scenario)." }
        let verb = effect.bound.role == .decides ? "Excludes" : "Would exclude"
        return "\(verb) \(Self.percent(share)) of what was not excluded \(place) in the scenario \(scenario)."
    }

    private var opened: String? {
        guard effect.openedShare > 0 else { return nil }
        return "\(Self.percent(effect.openedShare)) of what was excluded there is excluded no longer."
    }

    private var lowest: String? {
        effect.lowestEdge.map { edge in
            let name = effect.openShareOfBand == nil ? "Tightest limit" : "Lowest preferred coupling"
            return "\(name): \(Self.text(edge))."
        }
    }

    /// Where the gain is greatest, unless that is where the limit is tightest.
    private var greatest: String? {
        effect.greatestGain.flatMap { edge in
            edge.mass == effect.lowestEdge?.mass ? nil : "Greatest gain: \(Self.text(edge))."
        }
    }

    private static func text(_ edge: BoundEffect.Edge) -> String {
        let coupling = edge.coupling > 0 ? "g′ = \(NumberText.short(edge.coupling))" : "every g′"
        let before = edge.before.map { "\(NumberText.short($0.limit)), \($0.bound.card.markedTitle)" } ?? "none"
        return "\(coupling) at \(NumberText.short(edge.mass)) MeV (before: \(before))"
    }

    /// A share that is not none must not be printed as 0 %.
    private static func percent(_ share: Double) -> String {
        share < 0.001 ? "less than 0.1 %" : "\(NumberText.short(100 * share, digits: 2)) %"
    }
}
