import ConstraintKit
import NumericalMethods

extension Analysis {
    /// What a scenario says about many points, on all cores, in the order of the points.
    /// - Parameters:
    ///   - combined: to say what each way to combine the bounds makes of a point; nil: the union alone.
    ///   - fits: of this analysis, found together; nil: each point is fitted by itself.
    public func assessments(
        at points: [(mass: Mass, coupling: Coupling)], _ combined: CombinedLikelihood? = nil,
        fits: FitsOfPoints? = nil
    ) -> [Result<PointAssessment, any Error>] {
        let row = MassRow(sorting: points.map(\.mass))
        for bound in bounds { bound.remember(along: row) }
        let answers = fits?.answers(at: points)
        // Enough chunks to keep every core busy to the end, few enough for each to be worth its start.
        return Parallel.map(points.count, chunk: points.count / 64) { number in
            let (mass, coupling) = points[number]
            guard let answers else { return Result { try assessment(mass: mass, coupling: coupling, combined) } }
            return answers[number].map { assessment(mass: mass, coupling: coupling, combined, $0) }
        }
    }
}
