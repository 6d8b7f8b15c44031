import ConstraintKit
import Physics

/// A point of all four parameters.
public struct FourParameterPoint: Sendable, Hashable {
    public var mass: Mass
    public var coupling: Coupling
    public var amplitude: Double
    /// γ; not a number where the sources have none.
    public var gamma: Double
    public var chi2: Double

    public init(mass: Mass, coupling: Coupling, amplitude: Double, gamma: Double, chi2: Double) {
        self.mass = mass
        self.coupling = coupling
        self.amplitude = amplitude
        self.gamma = gamma
        self.chi2 = chi2
    }

    /// The same of sources without a γ.
    public var withoutIndex: FourParameterPoint {
        var point = self
        point.gamma = .nan
        return point
    }

    /// The value of a parameter, m in [MeV].
    public func value(of parameter: FitParameter) -> Double {
        switch parameter {
        case .mass: mass.inMeV
        case .coupling: coupling.value
        case .amplitude: amplitude
        case .gamma: gamma
        }
    }
}

/// The result of a search over the four parameters.
public struct GlobalFit: Sendable {
    public let space: FitSpace
    /// The lowest of ``minima``.
    public var best: FourParameterPoint { minima[0] }
    /// The local minima that the optimiser found from its several starts, each once, the lowest first.
    public let minima: [FourParameterPoint]
    /// Parameters whose best value is an end of the range searched: then the data want another one.
    public let atEdge: [FitParameter]
    /// Whether the best coupling is an edge of what a restriction allows.
    public let isAtRestriction: Bool
    public let survey: FitSurvey
    /// The least χ² as the solver of ``survey`` and ``profiles`` has it: what their Δχ² are to be taken from, so that its
    /// small difference from the one that answers for ``best`` does not enter.
    public let surveyedLeast: Double
    /// The best fit at each value of a parameter, of those asked for.
    public let profiles: [FitParameter: [FourParameterPoint]]
    /// The best fit without a Z′ in the same ranges of A and γ.
    public let withoutMediator: Fit

    init(
        space: FitSpace, minima: [FourParameterPoint], atEdge: [FitParameter], isAtRestriction: Bool, survey: FitSurvey,
        surveyedLeast: Double,
        profiles: [FitParameter: [FourParameterPoint]], withoutMediator: Fit
    ) {
        self.space = space
        self.minima = minima
        self.atEdge = atEdge
        self.isAtRestriction = isAtRestriction
        self.survey = survey
        self.surveyedLeast = surveyedLeast
        self.profiles = profiles
        self.withoutMediator = withoutMediator
    }

    /// The same of sources without a γ, which was searched in vain: it is no number in any point.
    public var withoutIndex: GlobalFit {
        GlobalFit(
            space: space, minima: minima.map(\.withoutIndex), atEdge: atEdge.filter { $0 != .gamma },
            isAtRestriction: isAtRestriction, survey: survey, surveyedLeast: surveyedLeast,
            profiles: profiles.mapValues { $0.map(\.withoutIndex) }, withoutMediator: withoutMediator.withoutIndex)
    }
}
