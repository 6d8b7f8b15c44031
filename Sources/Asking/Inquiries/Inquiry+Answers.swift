import AllowedRegion
import Answers
import Assessment
import ConstraintKit
import IceCubeFit
import Scenarios

// What a command answers, of a scenario that is asked many things.

extension Inquiry {
    /// What the scenario says of a point.
    /// - Parameters:
    ///   - combines: whether to say what each way to combine the bounds makes of it, which costs a search; it is said wherever
    ///     the scenario takes another than the union.
    ///   - explains: whether to say of each bound what it rests on.
    package func check(
        _ mass: Mass, _ coupling: Coupling, combines: Bool = false, explains: Bool = false
    ) throws -> AssessmentReport {
        let analysis = try analysis
        let combined = try analysis.scenario.combined(isTold: combines) {
            try analysis.combinedLikelihood(for: [(mass, coupling)])
        }
        return AssessmentReport(
            try analysis.assessment(mass: mass, coupling: coupling, combined, withOtherSpectrum: true),
            elsewhere: try elsewhere.map { $0.verdicts(mass: mass, coupling: coupling) },
            explained: explains ? try analysis.scenario.conventionsOfBounds : nil,
            missing: try analysis.boundSet.missing)
    }

    /// The couplings that are left at a mass.
    package func limit(_ mass: Mass, combines: Bool = false) throws -> AllowedCouplingsReport {
        let boundSet = try boundSet
        let combined = try boundSet.scenario.combined(isTold: combines) { try analysis.combinedCouplings(at: mass) }
        return AllowedCouplingsReport(
            boundSet.allowedCouplings(at: mass), combined: combined, missing: try boundSet.missing)
    }

    /// The couplings that are left at each of many masses: bounds are asked for all of them at once.
    package func limits(_ masses: [Mass]) throws -> [AllowedCouplingsReport] {
        let (boundSet, missing) = (try boundSet, try boundSet.missing)
        guard boundSet.scenario.combination == .union else { return try masses.map { try limit($0) } }
        return boundSet.allowedCouplings(at: masses).map { AllowedCouplingsReport($0, combined: nil, missing: missing) }
    }

    /// The limit of every bound at a few masses.
    package func table(_ masses: [Mass]) throws -> ExclusionReport {
        ExclusionReport(try boundSet.exclusionTable(masses: masses))
    }

    /// χ² at a point, data point by data point.
    package func chi2(_ mass: Mass, _ coupling: Coupling) throws -> Chi2Report {
        Chi2Report(try profiling.iceCube.detail(mass: mass, coupling: coupling), showsSegments: true)
    }

    /// The best fit of all four parameters.
    /// - Parameters:
    ///   - below: stems of bounds that the coupling stays below.
    ///   - shouldStop: asked from time to time, from any thread.
    /// - Throws: `FitError.stopped`, and what the command throws.
    package func fit(
        _ space: FitSpace, below: [String], shouldStop: @Sendable () -> Bool
    ) throws -> FitReport {
        var request = request
        request.profileWhatIsOpen(amplitude: true, gamma: true)
        let given = request.overlays.map(\.stem)
        let known = ingredients.catalogue.stems + given
        let below = try below.flatMap { try ScenarioOptions.stems($0, known: known) }
        let present = Set(request.scenario.stems + given)
        request.overlays += try below.filter { !present.contains($0) }.map { try ingredients.catalogue.entry(for: $0) }
        let analysis = try ingredients.analysis(of: request)
        let answer = try analysis.fit(
            FitRequest(
                space: space, below: below, profiles: analysis.fittedParameters,
                planes: FitPair.usual(of: analysis.fittedParameters)), shouldStop: shouldStop)
        return FitReport(answer, inputs: analysis.inputs)
    }
}
