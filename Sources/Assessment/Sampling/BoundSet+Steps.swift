import ConstraintKit
import RealModule

extension BoundSet {
    /// The answers at rising masses, with more of them on both sides of each step between two: where a bound on the mass begins to hold,
    /// or a curve ends. A line through what they exclude then steps where that steps, and runs nowhere between.
    ///
    /// What changes by less than a sixth runs on, and what changes by more within a ratio of masses of 1 + 10⁻⁹ steps. Steps that undo one
    /// another halfway, and those beyond ``mostQuestions``, are not found.
    /// - Parameter answers: of ``allowedCouplings(at:)``, at rising masses.
    public func addingSteps(to answers: [AllowedCouplings]) -> [AllowedCouplings] {
        guard let first = answers.first else { return answers }
        var all = [first]
        for (before, after) in zip(answers, answers.dropFirst()) {
            var questions = Self.mostQuestions
            all += steps(between: before, after, &questions).filter { $0.mass > before.mass && $0.mass < after.mass }
            all.append(after)
        }
        return all
    }

    /// The answers just below and just above each step between two masses.
    /// - Parameter questions: how many masses may still be asked about.
    private func steps(
        between first: AllowedCouplings, _ last: AllowedCouplings, _ questions: inout Int
    ) -> [AllowedCouplings] {
        guard last.mass.inMeV / first.mass.inMeV > 1 + Self.stepWidth else {
            let isStep = first.excluded.distance(to: last.excluded) > Self.leastStep
            return isStep ? [first, last] : []
        }
        // Between two masses above zero lies another.
        guard questions > 0, let mass = try? Mass(inMeV: (first.mass.inMeV * last.mass.inMeV).squareRoot()) else {
            return []
        }
        questions -= 1
        let middle = allowedCouplings(at: [mass])[0]
        if middle.excluded.isMean(of: first.excluded, last.excluded, within: Self.roughness) { return [] }
        return steps(between: first, middle, &questions) + steps(between: middle, last, &questions)
    }

    /// How near the masses on both sides of a step come, as a ratio less one: far below the digits of any curve.
    private static let stepWidth = 1e-9
    /// A smaller one is none [e-folds]: N_eff's edges have two digits, and go from 1.0 to 1.1 at one mass.
    private static let leastStep = 0.15
    /// How far an edge may lie from a straight line [e-folds] where nothing steps: less than a least step half of which is below it.
    private static let roughness = 0.06
    /// Between two neighbours: a step takes some thirty, a bend some ten.
    private static let mostQuestions = 400
}

extension CouplingIntervals {
    /// How far the edges of two are from one another [e-folds]; infinite where one has more of them.
    fileprivate func distance(to other: CouplingIntervals) -> Double {
        guard count == other.count else { return .infinity }
        return zip(edges, other.edges).reduce(0) { Swift.max($0, Self.distance($1.0, $1.1)) }
    }

    /// Whether all edges lie where lines between two others pass halfway, but for a hundredth of what these rise by.
    fileprivate func isMean(of first: CouplingIntervals, _ last: CouplingIntervals, within tolerance: Double) -> Bool {
        guard count == first.count, count == last.count else { return false }
        return zip(edges, zip(first.edges, last.edges)).allSatisfy { edge, ends in
            let rise = Self.distance(ends.0, ends.1)
            guard rise > 0, rise.isFinite else { return rise == 0 && Self.distance(edge, ends.0) <= tolerance }
            return Self.distance(edge, (ends.0 * ends.1).squareRoot()) <= Swift.max(tolerance, 0.01 * rise)
        }
    }

    private var edges: [Double] { flatMap { [$0.lower, $0.upper] } }

    private static func distance(_ first: Double, _ second: Double) -> Double {
        first == second ? 0 : abs(Double.log(first / second))
    }
}
