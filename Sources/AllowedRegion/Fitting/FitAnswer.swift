import Assessment
import IceCubeFit
import NumericalMethods
import Scenarios
import Transport

/// The best fit of all four parameters, and everything that is said about it.
public struct FitAnswer: Sendable {
    public let scenario: Scenario
    public let request: FitRequest
    /// The fit to the data as they are, or to those of a forecast.
    public let fit: IceCubeFit
    public let global: GlobalFit
    /// For each plane asked for, the levels in the order asked for.
    public let contours: [FitContour]
    /// The bounds that the coupling had to stay below.
    public let restrictedBy: [Bound]
    /// The model that a forecast takes for true, with the χ² of today's data.
    public let injected: Injected?
    /// Each data point with its part of χ² at the best fit.
    public let segments: [SegmentReport]
    /// Fluxes at Earth at the best fit and without a Z′, for figures.
    public let spectra: [FittedSpectrum]
    /// Of the best fit.
    public let solver: String
    /// Of regions and profiles.
    public let surveySolver: String
    /// What the solver's approximation may move a ratio by at the best fit.
    public let estimatedError: Double
    public let caveats: [Caveat]
    /// At the best fit with the spectrum that the scenario compares beside its own; nil: none, or the data are a forecast's.
    public let other: OtherSpectrumAnswer?
    /// What the bounds of the scenario say of the best fit, whether it had to stay below some of them or not.
    public var verdicts: PointVerdicts?
    /// The product of all likelihoods over the plane of m and g′ that was searched, A and γ profiled; nil where the scenario
    /// does not combine bounds in that way, and for a forecast.
    public var combined: LikelihoodSurface?

    /// What was found for the numbers of the spectrum that have ranges, and without a Z′.
    public var spectrumValues: [SpectrumValue] = []
    public var freeSpectrumValues: [SpectrumValue] = []
    /// Of the model that a forecast takes for true: where it does not say them, those that fit today's data best with it.
    public var injectedSpectrumValues: [SpectrumValue] = []

    /// The stems of data that their source calls provisional.
    public var provisionalData: [String] { fit.dataSets.filter(\.isProvisional).map(\.stem) }

    /// A model taken for true.
    public enum Injected: Sendable {
        case withoutMediator(Fit)
        case mediator(FourParameterPoint)

        /// The same of sources without a γ, which is no number then.
        var withoutIndex: Injected {
            switch self {
            case .withoutMediator(let fit): .withoutMediator(fit.withoutIndex)
            case .mediator(let point): .mediator(point.withoutIndex)
            }
        }
    }

    /// Whether the spectrum of the sources has a γ.
    public var hasIndex: Bool { !global.best.gamma.isNaN }

    /// Δχ² of the best fit against the best one without a Z′; negative where the Z′ helps.
    public var deltaFromFreeFit: Double { global.best.chi2 - global.withoutMediator.chi2 }

    /// Δχ² against χ²_SM at the paper's fixed (A, γ) = (1.4, 2.6), which is no fit.
    public var deltaFromFixedPoint: Double { global.best.chi2 - fit.standardModelChi2 }

    /// The paper's R, eq. (16); nil with too few points.
    public var ratio: Double? { fit.ratio(chi2: global.best.chi2) }

    /// How many standard deviations the improvement over the free fit would be if Wilks' theorem held for two parameters.
    ///
    /// It does not: at g′ = 0 the mass means nothing, so that many masses are tried, and chance has as many occasions. The
    /// true significance is that of pseudo-experiments. Nil without an improvement.
    public var localDeviations: Double? {
        // Less than the optimiser can tell is no improvement.
        guard -deltaFromFreeFit > fit.precision.chi2Tolerance else { return nil }
        return chi2Probability(max(-deltaFromFreeFit, 0), degreesOfFreedom: 2).flatMap(deviations(ofProbability:))
    }
}
