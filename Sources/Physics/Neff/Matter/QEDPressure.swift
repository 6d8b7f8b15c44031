import RealModule

/// The interaction of photons and electrons in the plasma's pressure, P/T⁴, to the orders e² and e³.
///
/// Bennett, Buldgen, Drewes and Wong (1911.04504), without the logarithm of order e²m_e², which moves N_eff by less
/// than 1e-4. In units of T, with N = 2/(e^E + 1):
/// P₂ = −(e²/12π²) I₁ − (e²/8π⁴) I₁², I₁ = ∫ dp p² N/E;
/// P₃ = (e³/12π⁴) I₂^{3/2}, I₂ = ∫ dp (p² + E²) N/E.
/// Without mass P₂ = −(5/288) e².
enum QEDPressure {
    /// P/T⁴ of the interaction.
    /// - Parameter massRatio: m_e/T.
    static func perFourthPower(massRatio: Double) -> Double {
        let square = massRatio * massRatio
        var first = 0.0
        var second = 0.0
        for (momentum, weight) in MomentumIntegral.nodes {
            let energy = (momentum * momentum + square).squareRoot()
            let density = 2 * weight / ((Double.exp(energy) + 1) * energy)
            first += momentum * momentum * density
            second += (momentum * momentum + energy * energy) * density
        }
        let chargeSquare = 4 * .pi * Constants.fineStructure
        let fourthPower: Double = .pi * .pi * .pi * .pi
        let secondOrder = -chargeSquare * first * (1 / (12 * .pi * .pi) + first / (8 * fourthPower))
        let thirdOrder = chargeSquare * chargeSquare.squareRoot() * second * second.squareRoot() / (12 * fourthPower)
        return secondOrder + thirdOrder
    }
}
