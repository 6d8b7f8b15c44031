import ConstraintKit
import IceCubeFit

/// The question that a fit of all four parameters answers.
public struct FitRequest: Sendable {
    public var space: FitSpace
    /// Stems of bounds of the scenario that the coupling has to stay below, at each mass at which they speak.
    public var below: [String]
    /// Parameters to give a profile of.
    public var profiles: [FitParameter]
    /// Planes to give contours in.
    public var planes: [FitPair]
    /// Of the contours, fractions between 0 and 1.
    public var confidenceLevels: [Double]
    /// nil: the data as they are.
    public var forecast: Forecast?

    /// Data that a larger exposure should bring if a model is true.
    public struct Forecast: Sendable {
        /// In units of today's.
        public var exposure: Double
        public var model: Model

        public enum Model: Sendable {
            /// What fits today's data best, in the same ranges and under the same restrictions.
            case bestFit
            /// The best power law without a Z′.
            case withoutMediator
            /// γ is nil for a spectrum of the sources that has none.
            case point(Mass, Coupling, amplitude: Double, gamma: Double?)
        }

        public init(exposure: Double, model: Model) {
            self.exposure = exposure
            self.model = model
        }
    }

    public init(
        space: FitSpace = .ofThePaper, below: [String] = [], profiles: [FitParameter] = FitParameter.allCases,
        planes: [FitPair] = FitPair.usual, confidenceLevels: [Double] = [0.9, 0.95], forecast: Forecast? = nil
    ) {
        self.space = space
        self.below = below
        self.profiles = profiles
        self.planes = planes
        self.confidenceLevels = confidenceLevels
        self.forecast = forecast
    }
}

extension FitRequest {
    /// Whether a profile or a contour of γ is wanted, or one that is taken for true.
    var asksForIndex: Bool {
        profiles.contains(.gamma) || planes.contains { $0.first == .gamma || $0.second == .gamma }
            || (injectedIndex ?? nil) != nil
    }

    /// Whether a model is taken for true that does not say its γ.
    var lacksIndex: Bool { injectedIndex == .some(nil) }

    /// γ of a point that is taken for true; nil: none is.
    private var injectedIndex: Double?? {
        guard case .point(_, _, _, let gamma)? = forecast?.model else { return nil }
        return .some(gamma)
    }
}

extension FitPair {
    /// (m, g′) and (A, γ).
    public static let usual = [FitPair(.mass, .coupling), FitPair(.amplitude, .gamma)].compactMap(\.self)

    /// Those of them that are of such parameters.
    public static func usual(of parameters: [FitParameter]) -> [FitPair] {
        usual.filter { parameters.contains($0.first) && parameters.contains($0.second) }
    }
}
