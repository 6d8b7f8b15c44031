import AllowedRegion
import Documents
import IceCubeFit

extension FitReport {
    /// The contract of `fit --format json`; keys may be added.
    public var json: JSONValue {
        let global = answer.global
        return [
            "scenario": .scenario(answer.scenario), "statistic": .text(answer.fit.treatment.statistic.rawValue),
            "points": .integer(answer.fit.pointCount), "best": Self.json(global.best),
            "minima": .array(global.minima.map(Self.json)),
            "at_end_of_range": .texts(global.atEdge.map(\.key)), "at_bound": .boolean(global.isAtRestriction),
            "below": .texts(answer.restrictedBy.map(\.card.stem)),
            "own_documents": OwnDocuments(answer.restrictedBy).json, "searched": searched, "forecast": forecast,
            "without_Zprime": Self.json(global.withoutMediator),
            "delta_chi2_free_fit": .number(answer.deltaFromFreeFit),
            "chi2_standard_model_fixed": .number(answer.fit.standardModelChi2),
            "delta_chi2_fixed": .number(answer.deltaFromFixedPoint), "R": .number(answer.ratio),
            "degrees_of_freedom": .integer(answer.fit.degreesOfFreedom), "p_value": .number(answer.goodnessOfFit),
            "p_value_without_Zprime": .number(answer.goodnessWithoutMediator),
            "local_sigma_if_wilks_held": .number(answer.localDeviations),
            "contours": .array(answer.contours.map(Self.json)), "profiles": profiles,
            "solver": .text(answer.solver), "estimated_error": .number(answer.estimatedError),
            "caveats": .texts(answer.caveats.map(Wording.sentence)),
        ]
    }

    private static func json(_ point: FourParameterPoint) -> JSONValue {
        .object(
            FitParameter.allCases.map { .init($0.key, .number(point.value(of: $0))) }
                + [.init("chi2", .number(point.chi2))])
    }

    private static func json(_ fit: Fit) -> JSONValue {
        ["amplitude": .number(fit.amplitude), "gamma": .number(fit.gamma), "chi2": .number(fit.chi2)]
    }

    private var searched: JSONValue {
        let space = answer.request.space
        return .object(
            FitParameter.allCases.map { .init($0.key, .range(space.range(of: $0))) }
                + [.init("counts", .array(FitParameter.allCases.map { .integer(space.count(of: $0)) }))])
    }

    private var forecast: JSONValue {
        guard let forecast = answer.request.forecast, let injected = answer.injected else { return .null }
        let model: JSONValue =
            switch injected {
            case .mediator(let point): Self.json(point)
            case .withoutMediator(let fit): Self.json(fit)
            }
        return ["exposure": .number(forecast.exposure), "model": model]
    }

    private static func json(_ contour: FitContour) -> JSONValue {
        [
            "parameters": .texts([contour.pair.first.key, contour.pair.second.key]),
            "confidence_level": .number(contour.confidenceLevel), "delta_chi2": .number(contour.threshold),
            "extent": .array([.range(contour.extents?.first), .range(contour.extents?.second)]),
            "open_at": .texts(contour.openEnds.map(\.key)),
            "lines": .array(
                contour.lines.map { line in .array(line.map { .array([.number($0.x), .number($0.y)]) }) }),
        ]
    }

    private var profiles: JSONValue {
        .object(
            FitParameter.allCases.compactMap { parameter in
                answer.global.profiles[parameter].map { .init(parameter.key, .array($0.map(Self.json))) }
            })
    }
}
