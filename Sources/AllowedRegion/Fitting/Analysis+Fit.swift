import Assessment
import ConstraintKit
import IceCubeFit
import NumericalMethods
import Physics
import Scenarios
import Transport

extension Analysis {
    /// What a fit finds: γ among them where the spectrum of the sources has one.
    public var fittedParameters: [FitParameter] { FitParameter.allCases.filter { $0 != .gamma || iceCube.hasIndex } }

    /// Fits IceCube's spectrum with all four parameters.
    /// - Parameters:
    ///   - progress: told the fraction done from time to time, from any thread.
    ///   - shouldStop: asked from time to time, from any thread; `FitError.stopped` ends the search then.
    /// - Throws: ``FitRequestError``, and what the transport or the fit refuses.
    public func fit(
        _ request: FitRequest, progress: @Sendable (Double) -> Void = { _ in },
        shouldStop: @Sendable () -> Bool = { false }
    ) throws -> FitAnswer {
        for level in request.confidenceLevels where chi2Threshold(confidenceLevel: level) == nil {
            throw FitRequestError.unusableConfidenceLevel(level)
        }
        if let spectrum = scenario.sources.spectrum, spectrum.value.powerLawIndex != nil {
            throw FitRequestError.givenIndex(spectrum: spectrum.text)
        }
        if !iceCube.hasIndex, let shape = iceCube.shape, request.asksForIndex {
            throw FitRequestError.noIndex(spectrum: shape.text)
        }
        if iceCube.hasIndex, request.lacksIndex { throw FitRequestError.injectedIndexMissing }
        if let shape = iceCube.shape, shape.value.hasIndex,
            request.space.indices.clamped(to: shape.value.indices) != request.space.indices
        {
            throw FitRequestError.indicesOutOfRange(spectrum: shape.text, usable: shape.value.indices)
        }
        let limits = try request.below.map(limit)
        let restriction = Self.restriction(limits)
        let known = limits.isEmpty ? nil : restriction
        var answer: FitAnswer
        if let box = iceCube.universe.box {
            answer = try iceCube.answer(
                scenario, request, box, restriction, restrictedBy: limits, known, progress, shouldStop)
        } else {
            let survey = try iceCube.surveySolver(indices: request.space.indices)
            let (fit, injected) = try iceCube.fitted(request, restriction, survey)
            let global = try iceCube.search(fit, request, restriction, survey)
                .run(
                    profiles: request.profiles, planes: request.planes, progress: progress, shouldStop: shouldStop)
            answer = try iceCube.answer(
                scenario, request, fit: fit, global: global, survey: survey, injected: injected, restrictedBy: limits,
                restriction: known)
        }
        let best = answer.global.best
        answer.verdicts = boundSet.verdicts(mass: best.mass, coupling: best.coupling)
        if scenario.combination == .likelihood, request.forecast == nil {
            answer.combined = try likelihoodSurface(on: request.space.plane, shouldStop: shouldStop)
        }
        return answer
    }

    private func limit(_ stem: String) throws(FitRequestError) -> Bound {
        guard let bound = bounds.first(where: { $0.card.stem == stem }) else {
            throw .unknownBound(stem: stem, known: bounds.map(\.card.stem))
        }
        guard bound.card.kind != .preferred, bound.card.kind != .hint, bound.silence == nil else {
            throw .noLimit(stem: stem)
        }
        return bound
    }

    /// What all of them leave. At a mass where one says nothing, nothing is searched: its silence allows no coupling.
    private static func restriction(_ limits: [Bound]) -> CouplingRestriction {
        guard !limits.isEmpty else { return .none }
        return CouplingRestriction { mass in
            var excluded: [CouplingInterval] = []
            for bound in limits {
                guard case .excludes(let intervals)? = bound.boundary(at: mass) else { return CouplingIntervals() }
                excluded += intervals
            }
            return CouplingIntervals(union: excluded).complement
        }
    }
}
