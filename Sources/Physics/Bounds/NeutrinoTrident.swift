/// ν_μ N → ν_μ N μ⁺μ⁻ with a Z′ much heavier than the momentum exchanged: a contact interaction.
///
/// Altmannshofer, Gori, Pospelov and Yavin, 1406.2332:
/// σ/σ_SM = [1 + (1 + 4s² + 2v²g′²/m²)²]/[1 + (1 + 4s²)²], s² = sin²θ_W.
public enum NeutrinoTrident {
    /// σ/σ_SM.
    /// - Parameter massOverCoupling: m/g′ [MeV], above zero.
    public static func crossSectionRatio(massOverCoupling: Double) -> Double {
        let ratio = Constants.vacuumExpectation / massOverCoupling
        let vector = standardVector + 2 * ratio * ratio
        return (1 + vector * vector) / (1 + standardVector * standardVector)
    }

    /// The m/g′ [MeV] above which σ/σ_SM stays below `ratio`; nil unless `ratio` is above 1, for a Z′ only adds.
    public static func massOverCoupling(crossSectionRatio ratio: Double) -> Double? {
        guard ratio > 1, ratio < .infinity else { return nil }
        let vector = (ratio * (1 + standardVector * standardVector) - 1).squareRoot()
        return Constants.vacuumExpectation * (2 / (vector - standardVector)).squareRoot()
    }

    private static let standardVector = 1 + 4 * Constants.sineSquaredWeinberg
}
