import Assessment
import Documents

// The words of a point for the ways to combine the bounds, and for the explanations of its verdicts.
extension AssessmentReport {
    /// What the standing is, where it is not that of a union: `allowed by NA64μ 2024 alone, …`.
    var combinedVerdict: String? {
        guard let combinations = assessment.combinations else { return nil }
        switch combinations.chosen {
        case .union: return nil
        case .mostSensitive:
            guard let choice = combinations.mostSensitive else {
                return "unconstrained: no deciding bound speaks at this mass"
            }
            return
                "\(combinations.standing.rawValue) by \(choice.bound.card.markedTitle), the most sensitive bound here,"
        case .likelihood:
            guard let answer = combinations.likelihood else { return nil }
            return "\(combinations.standing.rawValue) by the product of likelihoods, Δ(−2 ln L) = "
                + "\(NumberText.short(answer.difference)) against the best fit (allowed up to "
                + "\(CombinationWording.region)),"
        }
    }

    /// The paragraph on the way that the scenario takes; nil for a union.
    var combination: String? {
        guard let combinations = assessment.combinations else { return nil }
        switch combinations.chosen {
        case .union: return nil
        case .mostSensitive: return combinations.mostSensitive.map { PlainText.clean(CombinationWording.reach($0)) }
        case .likelihood:
            guard let answer = combinations.likelihood else { return nil }
            let pulls =
                answer.terms.map {
                    "\($0.bound.card.markedTitle) \(NumberText.short($0.pull, digits: 2))σ"
                } + ["IceCube \(NumberText.short(answer.pullOfIceCube, digits: 2))σ"]
            return [
                "Best fit: \(CombinationWording.best(answer.best)).", "Pulls: \(pulls.joined(separator: ", ")).",
                CombinationWording.omitted(answer.omitted),
            ].compactMap(\.self).map(PlainText.clean).joined(separator: "\n")
        }
    }

    /// What a union is worth.
    var union: [String] {
        guard assessment.combinations.map({ $0.chosen == .union }) ?? true else { return [] }
        return [CombinationWording.union(speaking: assessment.speaking.count)].compactMap(\.self)
    }

    /// What a verdict rests on; nil where that was not asked for, and for one that says nothing.
    func explanation(of verdict: BoundVerdict) -> String? {
        explained.flatMap { Explanation(verdict, at: assessment.mass, assessment.coupling, $0).text }
    }
}
