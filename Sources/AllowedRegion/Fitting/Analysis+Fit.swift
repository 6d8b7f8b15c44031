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
        if let shape = iceCube.shape, shape.value.hasIndex,
            request.space.indices.clamped(to: shape.value.indices) != request.space.indices
        {
            throw FitRequestError.indicesOutOfRange(spectrum: shape.text, usable: shape.value.indices)
        }
        if scenario.combination == .likelihood, request.forecast == nil, iceCube.universe.box != nil {
            // The product over the plane searches no range: said now, and not when the fit has been found.
            throw TransportError.openSpectrum
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
                .run(profiles: request.profiles, progress: progress, shouldStop: shouldStop)
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

extension IceCubeComparison {
    /// For very many points of the kind that single ones are.
    fileprivate func surveySolver(indices: ClosedRange<Double>) throws -> any TransportSolver {
        if let shape { return try spectrumSolver(shape.value) }
        return try pointChoice.scanSolver(SelfSimilarTable(narrow, indices: indices))
    }

    private func spectrumSolver(_ spectrum: SpectrumFamily) throws(SourceSpectrumError) -> any SpectrumSolver {
        // Each line with width would be a solution on the grid, at every γ.
        try pointChoice == .grid
            ? pointChoice.scanSolver(narrow, spectrum: spectrum) : ResponseSolver(spectrum, narrow: narrow)
    }

    /// The answer where numbers of the spectrum have ranges.
    fileprivate func answer(
        _ scenario: Scenario, _ request: FitRequest, _ box: SpectrumBox, _ restriction: CouplingRestriction,
        restrictedBy limits: [Bound], _ known: CouplingRestriction?, _ progress: @Sendable (Double) -> Void,
        _ shouldStop: @Sendable () -> Bool
    ) throws -> FitAnswer {
        guard request.forecast == nil else { throw FitRequestError.rangeInForecast(spectrum: shape?.text ?? "") }
        let survey = try spectrumSolver(box.family)
        let found = try SpectrumFit(
            comparison: self, request: request, restriction: restriction, survey: survey, box: box
        ).run(progress: progress, shouldStop: shouldStop)
        let (there, free) = (try at(found.best), try at(found.free))
        let surveyThere = try survey.with(box.family.at(found.best))
        let global = try there.search(there.fit, request, restriction, surveyThere)
            .run(profiles: request.profiles, shouldStop: shouldStop)
            .profiled(
                over: found.lattice, isLine: box.family.parameters.count == 1, withoutMediator: found.withoutMediator)
        var answer = try there.answer(
            scenario, request, fit: there.fit, global: global, survey: surveyThere, injected: nil, restrictedBy: limits,
            restriction: known, without: free)
        answer.spectrumValues = there.universe.spectrumValues
        answer.freeSpectrumValues = free.universe.spectrumValues
        return answer
    }

    /// For the last steps to a minimum: on a grid that is not finer than need be.
    private func refiningSolver() throws -> any TransportSolver {
        try shape.map { try pointChoice.solver(narrow, spectrum: $0.value.at(universe.fractions), fineness: 1) }
            ?? solver
    }

    /// The search over the four parameters.
    fileprivate func search(
        _ fit: IceCubeFit, _ request: FitRequest, _ restriction: CouplingRestriction, _ survey: any TransportSolver
    ) throws -> GlobalSearch {
        func other(_ solver: any TransportSolver) throws -> IceCubeFit {
            try IceCubeFit(
                dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
        }
        return try GlobalSearch(
            fit, surveying: other(survey), refining: other(refiningSolver()), space: request.space,
            crossSection: crossSection, restriction: restriction)
    }

    /// The fit to the data asked for, and the model behind them where they are a forecast.
    fileprivate func fitted(
        _ request: FitRequest, _ restriction: CouplingRestriction, _ survey: any TransportSolver
    ) throws -> (IceCubeFit, FitAnswer.Injected?) {
        guard let forecast = request.forecast else { return (fit, nil) }
        try IceCubeFit.expectUsable(exposure: forecast.exposure)
        let injected: FitAnswer.Injected
        switch forecast.model {
        case .point(let mass, let coupling, let amplitude, let gamma):
            let chi2 = try fit.chi2(mediator(mass: mass, coupling: coupling), amplitude: amplitude, gamma: gamma)
            injected = .mediator(
                FourParameterPoint(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma, chi2: chi2))
        case .bestFit: injected = .mediator(try search(fit, request, restriction, survey).run().best)
        case .withoutMediator:
            injected = .withoutMediator(try search(fit, request, restriction, survey).run().withoutMediator)
        }
        switch injected {
        case .mediator(let point):
            let mediator = mediator(mass: point.mass, coupling: point.coupling)
            return (
                try fit.forecast(
                    mediator, amplitude: point.amplitude, gamma: point.gamma, exposure: forecast.exposure), injected
            )
        case .withoutMediator(let free):
            return (
                try fit.forecast(nil, amplitude: free.amplitude, gamma: free.gamma, exposure: forecast.exposure),
                injected
            )
        }
    }

    fileprivate func answer(
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
