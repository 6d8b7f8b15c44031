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
}
