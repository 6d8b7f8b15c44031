import ConstraintKit
import RealModule

extension BoundSet {
    /// The answers at rising masses, with more of them on both sides of each step between two: where a bound on the mass begins to hold,
    /// or a curve ends. A line through what they exclude then steps where that steps, and runs nowhere between.
    /// - Parameter answers: of ``allowedCouplings(at:)``, at rising masses.
    public func addingSteps(to answers: [AllowedCouplings]) -> [AllowedCouplings] {
        guard let first = answers.first else { return answers }
        var all = [first]
        for after in answers.dropFirst() {
            for _ in 0..<Self.mostSteps {
                guard let step = step(between: all[all.count - 1], after) else { break }
                all += step
            }
            all.append(after)
        }
        return all
    }

    /// The answers just below and just above a step between two masses, without those that are given; empty where the edges only run on.
    private func step(between first: AllowedCouplings, _ second: AllowedCouplings) -> [AllowedCouplings]? {
        var (below, above) = (first, second)
        while above.mass.inMeV / below.mass.inMeV > 1 + Self.stepWidth {
            guard below.excluded.distance(to: above.excluded) > Self.leastStep else { return nil }
            // Between two masses above zero lies another.
            guard let mass = try? Mass(inMeV: (below.mass.inMeV * above.mass.inMeV).squareRoot()) else { return nil }
            let answer = allowedCouplings(at: [mass])[0]
            if below.excluded.distance(to: answer.excluded) >= answer.excluded.distance(to: above.excluded) {
                above = answer
            } else {
                below = answer
            }
        }
        guard below.excluded.distance(to: above.excluded) > Self.leastStep else { return nil }
        let found = [below, above].filter { $0.mass > first.mass && $0.mass < second.mass }
        return found.isEmpty ? nil : found
    }

    /// So many steps between two neighbours are looked for.
    private static let mostSteps = 8
    /// How near the masses on both sides of a step come, as a ratio less one: far below the digits of any curve.
    private static let stepWidth = 1e-9
    /// A smaller one is none to a line on a log–log plot [e-folds].
    private static let leastStep = 1e-3
}

extension CouplingIntervals {
    /// How far the edges of two are from one another [e-folds]; infinite where one has more of them.
    fileprivate func distance(to other: CouplingIntervals) -> Double {
        guard count == other.count else { return .infinity }
        return zip(self, other).map { first, second in
            Swift.max(Self.distance(first.lower, second.lower), Self.distance(first.upper, second.upper))
        }.max() ?? 0
    }

    private static func distance(_ first: Double, _ second: Double) -> Double {
        first == second ? 0 : abs(Double.log(first / second))
    }
}
