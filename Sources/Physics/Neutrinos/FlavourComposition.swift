/// How neutrinos divide among the flavours where they are made.
public struct FlavourComposition: Sendable, Hashable {
    /// Parts of e, μ, τ, adding up to 1.
    public let fractions: SIMD3<Double>

    /// As many of each: what pion decay comes close to after oscillations.
    public static let equal = FlavourComposition(unchecked: [1, 1, 1])
    /// π → μ → e: 1 : 2 : 0.
    public static let pion = FlavourComposition(unchecked: [1, 2, 0])
    /// Muons lose their energy before they decay: 0 : 1 : 0.
    public static let muonDamped = FlavourComposition(unchecked: [0, 1, 0])
    /// Neutron decay: 1 : 0 : 0.
    public static let neutron = FlavourComposition(unchecked: [1, 0, 0])

    /// Those that have a name, the default first.
    public static let named: [(name: String, composition: FlavourComposition)] = [
        ("equal", .equal), ("pion", .pion), ("muon-damped", .muonDamped), ("neutron", .neutron),
    ]

    /// - Parameter parts: of e, μ, τ in any unit; zero or above, not all zero.
    /// - Throws: ``FlavourCompositionError``
    public init(parts: SIMD3<Double>) throws(FlavourCompositionError) {
        guard parts.min() >= 0, parts.max() > 1e-100, parts.max() < 1e100, !parts.sum().isNaN else {
            throw .partsOutOfRange(parts)
        }
        self.init(unchecked: parts)
    }

    private init(unchecked parts: SIMD3<Double>) { fractions = parts / parts.sum() }

    /// 3 Σ_α f_α |U_αi|² for each mass state i: what it has of the mean over states once oscillations have averaged out;
    /// 1, 1, 1 for ``equal``.
    public func weights(_ mixing: MixingMatrix) -> SIMD3<Double> {
        guard self != .equal else { return [1, 1, 1] }
        var sum = SIMD3<Double>.zero
        for flavour in 0..<3 { sum += mixing.probabilities(flavour: flavour) * fractions[flavour] }
        return sum * 3
    }
}

/// Why flavours can't be divided so.
public enum FlavourCompositionError: Error, Sendable, Hashable {
    /// Negative, all zero, or not finite.
    case partsOutOfRange(SIMD3<Double>)
}
