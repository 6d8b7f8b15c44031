import AllowedRegion
import Assessment
import ConstraintKit
import NumericalMethods
import Scenarios

/// A scenario made ready to be asked about points, with IceCube's spectrum or without.
package struct PreparedScenario: Sendable {
    package let boundSet: BoundSet
    /// nil where the spectrum is left out.
    package let analysis: Analysis?

    package init(_ analysis: Analysis) { (self.analysis, boundSet) = (analysis, analysis.boundSet) }

    package init(boundSet: BoundSet) { (analysis, self.boundSet) = (nil, boundSet) }

    /// What is needed to say what each way to combine the bounds makes of a point; nil where only the union is told.
    /// - Parameters:
    ///   - inFull: whether the answer tells them all.
    ///   - points: those that will be asked about, as far as they are known.
    package func combined(inFull: Bool, for points: [(mass: Mass, coupling: Coupling)]) throws -> CombinedLikelihood? {
        let scenario = boundSet.scenario
        guard let analysis else {
            guard scenario.combination != .likelihood else { throw PointBatchError.likelihoodWithoutIceCube }
            return nil
        }
        return try scenario.combined(isTold: inFull) { try analysis.combinedLikelihood(for: points) }
    }

    /// Of a single point, which is compared with the spectrum beside the scenario's too.
    package func assessment(mass: Mass, coupling: Coupling, _ combined: CombinedLikelihood?) throws -> PointAssessment {
        guard let analysis else {
            return ofBoundsAlone(mass: mass, coupling: coupling)
        }
        return try analysis.assessment(mass: mass, coupling: coupling, combined, withOtherSpectrum: true)
    }

    /// Of many points, on all cores, in their order.
    /// - Parameter fits: found together; nil: each point is fitted by itself.
    package func assessments(
        at points: [(mass: Mass, coupling: Coupling)], _ combined: CombinedLikelihood?, fits: FitsOfPoints? = nil
    ) -> [Result<PointAssessment, any Error>] {
        if let analysis { return analysis.assessments(at: points, combined, fits: fits) }
        let row = MassRow(sorting: points.map(\.mass))
        for bound in boundSet.bounds { bound.remember(along: row) }
        return Parallel.map(points.count, chunk: points.count / 64) { number in
            .success(ofBoundsAlone(mass: points[number].mass, coupling: points[number].coupling))
        }
    }

    /// What the bounds say by the scenario's way to combine them.
    private func ofBoundsAlone(mass: Mass, coupling: Coupling) -> PointAssessment {
        let verdicts = boundSet.verdicts(mass: mass, coupling: coupling)
        var assessment = PointAssessment(verdicts, iceCube: nil)
        let combination = boundSet.scenario.combination
        if combination != .union {
            assessment.combinations = PointCombinations(combination, verdicts, likelihood: nil)
        }
        return assessment
    }
}
