import AllowedRegion
import Documents
import IceCubeFit

extension FitReport: RecordAnswer {
    public static let schemaName = "fit"
    public static let schemaVersion = 1
    public static let meaning =
        "The best fit of IceCube's spectrum, how good it is and against what, profiles and contours."

    /// The points of all profiles.
    public var rows: [ProfileRecord] {
        FitParameter.allCases.flatMap { parameter in
            (answer.global.profiles[parameter] ?? []).map {
                ProfileRecord(parameter: parameter, point: $0, least: answer.global.surveyedLeast)
            }
        }
    }

    public static let fields: [Field<FitReport>] = [
        Field("scenario", ScenarioRecord.schema, "The scenario.") { ScenarioRecord($0.answer.scenario) },
        Field("statistic", words: Statistic.allCases.map(\.rawValue), "What is minimised.") {
            $0.answer.fit.treatment.statistic.rawValue
        },
        Field("points", "The number of data points.") { $0.answer.fit.pointCount },
        Field("best", "The best fit.") { FitPointRecord($0.answer.global.best) },
        Field(
            "best_excluded_by",
            "Stems of the deciding bounds of the scenario that exclude the best fit, the strongest first; empty: none does."
        ) { $0.answer.verdicts?.excludedBy.map(\.bound.card.stem) ?? [] },
        SpectrumValueRecord.field { $0.answer.spectrumValues },
        Field("minima", "All minima, the least first.") { $0.answer.global.minima.map(FitPointRecord.init) },
        Field("at_end_of_range", "Parameters whose best value is at the end of the range searched.") {
            $0.answer.global.atEdge.map(\.key)
        },
        Field("at_bound", "Whether g′ is as large as the bounds to stay below allow.") {
            $0.answer.global.isAtRestriction
        },
        Field("below", "Stems of the bounds that g′ had to stay below.") { $0.answer.restrictedBy.map(\.card.stem) },
        DocumentRecord.field { $0.inputs },
        InputRecord.field { $0.inputs },
        OwnDocuments.field { $0.answer.restrictedBy },
        Field("searched", "The ranges searched.") {
            SearchedRecord(space: $0.answer.request.space, hasIndex: $0.answer.hasIndex)
        },
        Field("forecast", "What was taken for true, where the data are of a forecast.") { ForecastRecord($0.answer) },
        Field("without_Zprime", "The best fit without a Z′.") { FreeFitRecord(fit: $0.answer.global.withoutMediator) },
        SpectrumValueRecord.field(
            "spectrum_parameters_without_Zprime", "The same of the best fit without a Z′."
        ) { $0.answer.freeSpectrumValues },
        Field("delta_chi2_free_fit", "χ² of the best fit minus that of the best without a Z′.") {
            $0.answer.deltaFromFreeFit
        },
        Field("chi2_standard_model_fixed", "χ² without a Z′ at the paper's (1.4, 2.6).") {
            $0.answer.fit.standardModelChi2
        },
        Field("delta_chi2_fixed", "χ² of the best fit minus that.") { $0.answer.deltaFromFixedPoint },
        Field("R", "χ² per degree of freedom over that of the Standard Model; null with too few points.") {
            $0.answer.ratio
        },
        Field("degrees_of_freedom", "Of the best fit.") { $0.answer.fit.degreesOfFreedom },
        Field("upper_limits", "The number of points that are one-sided limits: with any, χ² gives no p-value.") {
            $0.answer.fit.limitCount
        },
        Field(
            "local_sigma_if_wilks_held",
            "The improvement in standard deviations, a normal's tails to two sides, if Wilks' theorem held for two parameters, which it does not."
        ) { $0.answer.localDeviations },
        Field("contours", "The regions of two parameters.") { $0.answer.contours.map(ContourRecord.init) },
        Field("profiles", .object(ProfilesRecord.properties), "The least χ² along one parameter.") {
            ProfilesRecord(profiles: $0.answer.global.profiles)
        },
        Field(
            "combined", "The product of IceCube's likelihood and the bounds', A and γ profiled without their ranges.",
            ifPresent: { $0.answer.combined.map(LikelihoodSurfaceRecord.init) }),
        Field("solver", "The solver that was used.") { $0.answer.solver },
        Field("survey_solver", "The solver of contours and profiles.") { $0.answer.surveySolver },
        Field("estimated_error", "What the solver's approximation may move a ratio by.") { $0.answer.estimatedError },
        Field("caveats", "What limits the meaning of these numbers.") { $0.answer.caveats.map(Wording.sentence) },
        ProvisionalData.field(\.answer.provisionalData), OtherSpectrumRecord.field(\.answer.other),
        WrittenFiles.field(\.written),
    ]
}

extension FitParameter {
    fileprivate var unit: String? {
        switch self {
        case .mass: "MeV"
        case .amplitude: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹"
        case .coupling, .gamma: nil
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .mass: "Mass of the Z′"
        case .coupling: "Gauge coupling g′"
        case .amplitude: "Flux per flavour at 100 TeV without interaction"
        case .gamma: "Spectral index"
        }
    }
}

/// A point of all four parameters.
struct FitPointRecord: Record {
    private let point: FourParameterPoint

    init(_ point: FourParameterPoint) { self.point = point }

    static let fields: [Field<FitPointRecord>] =
        FitParameter.allCases.map { parameter in
            Field(parameter.key, unit: parameter.unit, parameter.meaning + ".") { record -> Double? in
                let value = record.point.value(of: parameter)
                return value.isNaN ? nil : value
            }
        } + [Field("chi2", "χ² there.") { $0.point.chi2 }]
}

/// A fit without a Z′.
struct FreeFitRecord: Record {
    let fit: Fit

    static let fields: [Field<FreeFitRecord>] = [
        Field("amplitude", unit: FitParameter.amplitude.unit, FitParameter.amplitude.meaning + ".") {
            $0.fit.amplitude
        },
        Field("gamma", FitParameter.gamma.meaning + "; null where the sources have none.") {
            $0.fit.gamma.isNaN ? nil : $0.fit.gamma
        },
        Field("chi2", "χ² there.") { $0.fit.chi2 },
    ]
}

/// A point of a profile.
public struct ProfileRecord: Record {
    let parameter: FitParameter
    let point: FourParameterPoint
    let least: Double

    public static let fields: [Field<ProfileRecord>] =
        [
            Field("profile", words: FitParameter.allCases.map(\.rawValue), "The parameter that is held.") {
                $0.parameter.rawValue
            }
        ] + FitPointRecord.fields.map { $0.of { FitPointRecord($0.point) } } + [
            Field("delta_chi2", "χ² minus the least of the survey.") { $0.point.chi2 - $0.least }
        ]
}

/// The ranges that were searched.
struct SearchedRecord: Record {
    let space: FitSpace
    let hasIndex: Bool

    static let fields: [Field<SearchedRecord>] =
        FitParameter.allCases.map { parameter in
            Field(parameter.key, unit: parameter.unit, "The range of it; null for γ where the sources have none.") {
                $0.hasIndex || parameter != .gamma ? $0.space.range(of: parameter) : nil
            }
        } + [
            Field("counts", "The number of values of each, in the order above.") { record in
                FitParameter.allCases.map { record.space.count(of: $0) }
            }
        ]
}

/// What a forecast takes for true.
struct ForecastRecord: Record {
    private let exposure: Double
    private let model: FitAnswer.Injected
    private let values: [SpectrumValue]

    init?(_ answer: FitAnswer) {
        guard let forecast = answer.request.forecast, let injected = answer.injected else { return nil }
        (exposure, model, values) = (forecast.exposure, injected, answer.injectedSpectrumValues)
    }

    static let fields: [Field<ForecastRecord>] = [
        Field("exposure", "In units of today's.") { $0.exposure },
        Field("model", .either([FitPointRecord.schema, FreeFitRecord.schema]), "The model, with χ² of today's data.") {
            record -> JSONEncodable in
            switch record.model {
            case .mediator(let point): JSONEncodable(FitPointRecord(point))
            case .withoutMediator(let fit): JSONEncodable(FreeFitRecord(fit: fit))
            }
        },
        SpectrumValueRecord.field(
            "spectrum_parameters",
            "The numbers of its spectrum that have ranges: those that fit today's data best with the model."
        ) { $0.values },
    ]
}

/// One of several kinds of value.
private struct JSONEncodable: Encodable, Sendable {
    private let value: any Encodable & Sendable

    init(_ value: any Encodable & Sendable) { self.value = value }

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

/// The region of two parameters at a level.
struct ContourRecord: Record {
    let contour: FitContour

    static let fields: [Field<ContourRecord>] = [
        Field("parameters", "The two parameters.") { [$0.contour.pair.first.key, $0.contour.pair.second.key] },
        Field("confidence_level", "A fraction.") { $0.contour.confidenceLevel },
        Field("delta_chi2", "The level of χ² above that of the best fit.") { $0.contour.threshold },
        Field(
            "extent", .list(.nullable(ClosedRange<Double>.schema), count: 2),
            "What it spans of each; null where it is smaller than a step of the grid."
        ) { [$0.contour.extents?.first, $0.contour.extents?.second] },
        Field("open_at", "Parameters at the end of whose range it is open.") { $0.contour.openEnds.map(\.key) },
        Field("lines", "Its outlines, each a list of points.") { $0.contour.lines },
    ]
}

/// A point of the outline of a region, for a table of its own.
struct ContourPointRecord: Record {
    let contour: FitContour
    let line: Int
    let point: SIMD2<Double>

    static func all(_ contours: [FitContour]) -> [ContourPointRecord] {
        contours.flatMap { contour in
            zip(1..., contour.lines).flatMap { number, line in
                line.map { ContourPointRecord(contour: contour, line: number, point: $0) }
            }
        }
    }

    static let fields: [Field<ContourPointRecord>] = [
        Field("plane", "The two parameters.") { $0.contour.pair.name },
        Field("confidence_level", "A fraction.") { $0.contour.confidenceLevel },
        Field("line", "The number of the line; points of different lines are not joined.") { $0.line },
        Field("first_parameter", "The first parameter of the plane.") { $0.contour.pair.first.key },
        Field("first_unit", "Its unit; null where it has none.") { $0.contour.pair.first.unit },
        Field("first", "Its value.") { $0.point.x },
        Field("second_parameter", "The second parameter of the plane.") { $0.contour.pair.second.key },
        Field("second_unit", "Its unit; null where it has none.") { $0.contour.pair.second.unit },
        Field("second", "Its value.") { $0.point.y },
    ]
}

/// The profiles that were asked for, by their parameters.
private struct ProfilesRecord: Encodable, Sendable {
    let profiles: [FitParameter: [FourParameterPoint]]

    static var properties: [Schema.Property] {
        FitParameter.allCases.map {
            .init($0.key, .list(FitPointRecord.schema), "The profile along it.", isRequired: false)
        }
    }

    func encode(to encoder: any Encoder) throws {
        let members = try FitParameter.allCases.compactMap { parameter in
            try profiles[parameter].map {
                JSONValue.Member(parameter.key, try OrderedJSONEncoder().encode($0.map(FitPointRecord.init)))
            }
        }
        try JSONValue.object(members).encode(to: encoder)
    }
}
