import ConstraintKit
import IceCubeFit
import Physics
import Transport

extension IceCubeComparison {
    /// The fit to the data asked for, and the model behind them where they are a forecast.
    func fitted(
        _ request: FitRequest, _ restriction: CouplingRestriction, _ survey: any TransportSolver
    ) throws -> (IceCubeFit, FitAnswer.Injected?) {
        guard let forecast = request.forecast else { return (fit, nil) }
        try IceCubeFit.expectUsable(exposure: forecast.exposure)
        let injected: FitAnswer.Injected
        switch forecast.model {
        case .point(let mass, let coupling, let amplitude, let gamma):
            let gamma = gamma ?? withoutMediator.gamma
            let chi2 = try fit.chi2(mediator(mass: mass, coupling: coupling), amplitude: amplitude, gamma: gamma)
            injected = .mediator(
                FourParameterPoint(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma, chi2: chi2))
        case .bestFit: injected = .mediator(try search(fit, request, restriction, survey).run(planes: []).best)
        case .withoutMediator:
            injected = .withoutMediator(try search(fit, request, restriction, survey).run(planes: []).withoutMediator)
        }
        return (try fit.forecast(injected, exposure: forecast.exposure, mediator(mass:coupling:)), injected)
    }

    /// A model of a forecast, and the numbers of its spectrum that have ranges.
    typealias RangedModel = (injected: FitAnswer.Injected, values: [SpectrumValue])

    /// The data asked for where numbers of the spectrum have ranges, and the model behind them where they are a forecast: of one that does
    /// not say these numbers, with those that fit today's data best.
    func forecast(
        _ request: FitRequest, _ box: SpectrumBox, _ restriction: CouplingRestriction, _ survey: any SpectrumSolver,
        _ shouldStop: @Sendable () -> Bool
    ) throws -> (data: IceCubeComparison, model: RangedModel?) {
        guard let forecast = request.forecast else { return (self, nil) }
        try IceCubeFit.expectUsable(exposure: forecast.exposure)
        let (there, injected): (IceCubeComparison, FitAnswer.Injected)
        if case .point(let mass, let coupling, let amplitude, let gamma) = forecast.model {
            let (own, fit) = try best(
                mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma ?? withoutMediator.gamma)
            (there, injected) = (
                own,
                .mediator(
                    FourParameterPoint(
                        mass: mass, coupling: coupling, amplitude: amplitude, gamma: fit.gamma, chi2: fit.chi2))
            )
        } else {
            let found = try SpectrumFit(
                comparison: self, request: request, restriction: restriction, survey: survey, box: box
            ).run(progress: { _ in }, shouldStop: shouldStop)
            if case .bestFit = forecast.model {
                there = try at(found.best)
                let surveyThere = try survey.with(box.family.at(found.best))
                injected = .mediator(
                    try there.search(there.fit, request, restriction, surveyThere)
                        .run(planes: [], shouldStop: shouldStop).best)
            } else {
                (there, injected) = (try at(found.free), .withoutMediator(found.withoutMediator))
            }
        }
        let data = try there.fit.forecast(injected, exposure: forecast.exposure, mediator(mass:coupling:))
        return (try fitted(to: data), (injected, there.universe.spectrumValues))
    }
}

extension IceCubeFit {
    /// The data of a forecast of a model.
    fileprivate func forecast(
        _ model: FitAnswer.Injected, exposure: Double, _ mediator: (Mass, Coupling) -> Mediator
    ) throws(FitError) -> IceCubeFit {
        switch model {
        case .mediator(let point):
            try forecast(
                mediator(point.mass, point.coupling), amplitude: point.amplitude, gamma: point.gamma,
                exposure: exposure)
        case .withoutMediator(let free):
            try forecast(nil, amplitude: free.amplitude, gamma: free.gamma, exposure: exposure)
        }
    }
}
