import Assessment
import ConstraintKit
import CurveArchive
import IceCubeFit
import Physics
import Scenarios
import Transport

/// A scenario made ready: its bounds built, its data read, its transport set up. Immutable, used from many threads.
public final class Analysis: Sendable {
    public let boundSet: BoundSet
    public let iceCube: IceCubeComparison

    public var scenario: Scenario { boundSet.scenario }
    /// The bounds in the order of the scenario, then the alternatives.
    public var bounds: [Bound] { boundSet.bounds }

    /// What it is made from.
    public var inputs: RunInputs { boundSet.inputs.with(files: iceCube.dataDigests) }

    /// The publications behind bounds and data.
    public var references: [Reference] { boundSet.references + iceCube.references }

    /// - Parameters:
    ///   - boundSet: the bounds of a scenario, which chooses the data too.
    ///   - dataSets: where the data of IceCube come from.
    ///   - point: to be asked for no other; nil: for any.
    /// - Throws: what the data, the masses of the neutrinos or the transport refuse.
    public init(
        _ boundSet: BoundSet, dataSets: DataSetLibrary = DataSetLibrary(),
        for point: (mass: Mass, coupling: Coupling)? = nil
    ) throws {
        self.boundSet = boundSet
        iceCube = try IceCubeComparison(boundSet.scenario, dataSets: dataSets, for: point)
    }

    /// Of parts that are ready, both of one scenario.
    public init(_ boundSet: BoundSet, iceCube: IceCubeComparison) {
        (self.boundSet, self.iceCube) = (boundSet, iceCube)
    }

    /// - Parameters:
    ///   - scenario: the choice of bounds, conventions and data.
    ///   - catalogue: where the documents come from.
    ///   - linkedBounds: the types that documents become.
    ///   - dataSets: where the data of IceCube come from.
    ///   - overlays: documents to be added for this analysis alone; one with the stem of a bound takes its place.
    /// - Throws: ``AnalysisError``, and what a bound or the transport refuses.
    public convenience init(
        _ scenario: Scenario, catalogue: Catalogue, linkedBounds: LinkedBounds,
        dataSets: DataSetLibrary = DataSetLibrary(), overlays: [CatalogueEntry] = []
    ) throws {
        try self.init(
            BoundSet(scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays),
            dataSets: dataSets)
    }

    /// What a scenario says about a point.
    /// - Parameters:
    ///   - combined: to say what each way to combine the bounds makes of it; nil: the union alone.
    ///   - withOtherSpectrum: whether to compare with the spectrum beside the scenario's too, which costs a fit of its own.
    public func assessment(
        mass: Mass, coupling: Coupling, _ combined: CombinedLikelihood? = nil, withOtherSpectrum: Bool = false
    ) throws -> PointAssessment {
        var answer = try iceCube.answer(mass: mass, coupling: coupling)
        if withOtherSpectrum { answer.other = try iceCube.otherAnswer(mass: mass, coupling: coupling) }
        return assessment(mass: mass, coupling: coupling, combined, answer)
    }

    /// The same where IceCube's answer is there.
    func assessment(
        mass: Mass, coupling: Coupling, _ combined: CombinedLikelihood?, _ answer: IceCubeAnswer
    ) -> PointAssessment {
        var assessment = PointAssessment(boundSet.verdicts(mass: mass, coupling: coupling), iceCube: answer)
        assessment.combinations = combined.map { combinations(of: assessment.point, answer.chi2, $0) }
        return assessment
    }
}
