import Physics
import RealModule

/// What a mediator's lines are like for one setting.
struct Resonance {
    /// κ = C g′²/m² [eV⁻²].
    let strength: Double
    let shape: BreitWigner
    /// Γ_ν/Γ.
    let invisibleFraction: Double
    /// ln E [GeV] of the highest line.
    let logarithmOfHighest: Double

    init(_ mediator: Mediator, _ geometry: LineGeometry) {
        invisibleFraction = mediator.invisibleFraction(charges: geometry.charges)
        strength = min(mediator.strength, 1e100)
        // Γ/m from g′² itself: masses may lie anywhere. Wider than this is no resonance, and no number overflows.
        let coupling = min(mediator.coupling.value, 1e3)
        let width = coupling * coupling * geometry.charges.sumOfSquares / (24 * .pi) / invisibleFraction
        // Below this the atan of a wing is lost; the line is narrow by then at any resolution.
        shape = BreitWigner(width: max(width, 1e-30))
        logarithmOfHighest = geometry.logarithmOfHighestLine(mediator)
    }

    /// One that decays to neutrinos alone.
    /// - Parameters:
    ///   - strength: κ [eV⁻²].
    ///   - squaredCoupling: g′².
    init(strength: Double, squaredCoupling: Double, _ geometry: LineGeometry, logarithmOfHighest: Double) {
        invisibleFraction = 1
        self.strength = strength
        shape = BreitWigner(width: max(squaredCoupling * geometry.charges.sumOfSquares / (24 * .pi), 1e-30))
        self.logarithmOfHighest = logarithmOfHighest
    }

    /// A: at a distance p in ln E from a line its wing has an optical depth of A/p at most.
    func wing(_ layout: GridLayout, _ lines: Lines) -> Double {
        let largest = lines.chargeSquares.reduce(0) { max($0, $1.max()) }
        return strength * largest * layout.largestDepth * shape.width / .pi
    }
}
