import Assessment
import IceCubeFit
import Physics
import Scenarios
import Transport

extension IceCubeComparison {
    /// The answer where numbers of the spectrum have ranges.
    func answer(
        _ scenario: Scenario, _ request: FitRequest, _ box: SpectrumBox, _ restriction: CouplingRestriction,
        restrictedBy limits: [Bound], _ known: CouplingRestriction?, _ progress: @Sendable (Double) -> Void,
        _ shouldStop: @Sendable () -> Bool
    ) throws -> FitAnswer {
        let survey = try spectrumSolver(box.family)
        let (data, model) = try forecast(request, box, restriction, survey, shouldStop)
        let found = try SpectrumFit(
            comparison: data, request: request, restriction: restriction, survey: survey, box: box
        ).run(progress: progress, shouldStop: shouldStop)
        let (there, free) = (try data.at(found.best), try data.at(found.free))
        let surveyThere = try survey.with(box.family.at(found.best))
        let global = try there.search(there.fit, request, restriction, surveyThere)
            .run(profiles: request.profiles, planes: request.planes, shouldStop: shouldStop)
            .profiled(
                over: found.lattice, isLine: box.family.parameters.count == 1, withoutMediator: found.withoutMediator)
        var answer = try there.answer(
            scenario, request, fit: there.fit, global: global, survey: surveyThere, injected: model?.injected,
            restrictedBy: limits, restriction: known, without: free)
        answer.spectrumValues = there.universe.spectrumValues
        answer.freeSpectrumValues = free.universe.spectrumValues
        answer.injectedSpectrumValues = model?.values ?? []
        return answer
    }

    func answer(
        _ scenario: Scenario, _ request: FitRequest, fit: IceCubeFit, global: GlobalFit,
        survey: any TransportSolver, injected: FitAnswer.Injected?, restrictedBy limits: [Bound],
        restriction: CouplingRestriction?, without other: IceCubeComparison? = nil
    ) throws -> FitAnswer {
        let (best, free) = (global.best, global.withoutMediator)
        let mediator = mediator(mass: best.mass, coupling: best.coupling)
        return FitAnswer(
            scenario: scenario, request: request, fit: fit, global: hasIndex ? global : global.withoutIndex,
            contours: request.planes.flatMap { plane in
                request.confidenceLevels.compactMap {
                    FitContour(
                        plane, of: global.survey, least: global.surveyedLeast, confidenceLevel: $0,
                        restriction: restriction)
                }
            },
            restrictedBy: limits, injected: hasIndex ? injected : injected?.withoutIndex,
            segments: try fit.segments(mediator, amplitude: best.amplitude, gamma: best.gamma),
            spectra: try spectra(best, amplitude: best.amplitude, gamma: best.gamma, of: fit.dataSets)
                + (other ?? self).spectra(nil, amplitude: free.amplitude, gamma: free.gamma, of: fit.dataSets),
            solver: solver.method(for: mediator, index: best.gamma).rawValue, surveySolver: survey.name,
            estimatedError: solver.estimatedError(mediator, index: best.gamma),
            caveats: solver.caveats(mediator, index: best.gamma)
                + Self.caveats(
                    ofAmplitude: Fit(
                        chi2: best.chi2, amplitude: best.amplitude, gamma: best.gamma, profiled: [.amplitude, .index])),
            other: injected == nil ? try otherAnswer(mass: best.mass, coupling: best.coupling) : nil)
    }
}
