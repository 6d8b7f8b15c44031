/// The four parameters of the fit.
public enum FitParameter: String, Sendable, Hashable, CaseIterable {
    /// m [MeV], on a logarithmic scale.
    case mass
    /// g′, on a logarithmic scale.
    case coupling
    /// A.
    case amplitude
    /// γ.
    case gamma

    /// Whether equal ratios, not equal differences, are equal steps.
    public var isLogarithmic: Bool { self == .mass || self == .coupling }
}

/// Two different parameters in the order of ``FitParameter``.
public struct FitPair: Sendable, Hashable {
    public let first: FitParameter
    public let second: FitParameter

    /// - Returns: nil where both are the same.
    public init?(_ one: FitParameter, _ other: FitParameter) {
        guard one != other else { return nil }
        let order = FitParameter.allCases.filter { $0 == one || $0 == other }
        (first, second) = (order[0], order[1])
    }

    /// All six.
    public static let all: [FitPair] = FitParameter.allCases.flatMap { one in
        FitParameter.allCases.compactMap { other in
            FitPair(one, other).flatMap { $0.first == one ? $0 : nil }
        }
    }
}
