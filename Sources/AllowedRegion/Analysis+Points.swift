import ConstraintKit
import NumericalMethods

extension Analysis {
    /// What a scenario says about many points, on all cores, in the order of the points.
    /// - Parameter combined: to say what each way to combine the bounds makes of a point; nil: the union alone.
    public func assessments(
        at points: [(mass: Mass, coupling: Coupling)], _ combined: CombinedLikelihood? = nil
    ) -> [Result<PointAssessment, any Error>] {
        let row = MassRow(sorting: points.map(\.mass))
        for bound in bounds { bound.remember(along: row) }
        // Enough chunks to keep every core busy to the end, few enough for each to be worth its start.
        return Parallel.map(points.count, chunk: points.count / 64) { number in
            Result { try assessment(mass: points[number].mass, coupling: points[number].coupling, combined) }
        }
    }
}
