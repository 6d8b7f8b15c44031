import Physics
import RealModule

/// The cells that one mediator needs: from where its wings end, or too few neutrinos come from, down to the lowest energy
/// asked for.
struct GridRange {
    /// The highest period; cells count downwards from its first.
    let top: Int
    let cells: Int

    /// - Parameters:
    ///   - energies: x = ln(E/E_1st) asked for.
    ///   - leastIndex: the hardest spectrum, whose daughters come from farthest above.
    init(
        _ layout: GridLayout, _ geometry: LineGeometry, resonance: Resonance, energies: ClosedRange<Double>,
        leastIndex: Double
    ) {
        let largest = geometry.lines.chargeSquares.reduce(0) { max($0, $1.max()) }
        let depth = min(resonance.strength, 1e100) * largest * (layout.depths.max() ?? 0) * resonance.shape.width / .pi
        // The wing above t has the depth `depth`/t: where it is this small, nothing happens.
        let wing = max(0, Double.log(max(depth / Self.negligible, 1)))
        let parents = max(0, energies.upperBound) + Double.log(1 / Self.fewParents) / leastIndex
        let highest = max(min(wing, parents, Self.farthest), 3 * layout.step)
        let lowest = max(
            min(energies.lowerBound, highest - 3 * layout.step), -Self.farthest - (geometry.lines.distances.last ?? 0))
        top = Int((highest / layout.step).rounded(.up)) - 1
        let bottom = Int((lowest / layout.step).rounded(.down))
        cells = (top - bottom + 1) * layout.slots
    }

    /// An optical depth that changes nothing.
    private static let negligible = 1e-6
    /// (E/E')^γ below which daughters of E' are too few to count.
    private static let fewParents = 1e-4
    /// e-folds above and below the lines, beyond which the spectrum counts as free: bounds the work for absurd input.
    private static let farthest = 60.0
}

/// What a mediator's lines are like for one setting.
struct Resonance {
    /// κ = C g′²/m² [eV⁻²].
    let strength: Double
    let shape: BreitWigner
    /// Γ_ν/Γ.
    let invisibleFraction: Double
    /// ln E [GeV] of the highest line.
    let logarithmOfHighest: Double

    /// - Parameter hasWidth: whether lines have theirs, or count as narrow at the same strength.
    init(_ mediator: Mediator, _ geometry: LineGeometry, hasWidth: Bool = true) {
        invisibleFraction = mediator.invisibleFraction(charges: geometry.charges)
        strength = min(mediator.strength, 1e100)
        // Γ/m from g′² itself: masses may lie anywhere. Wider than this is no resonance, and no number overflows.
        let coupling = min(mediator.coupling.value, 1e3)
        let width = coupling * coupling * geometry.charges.sumOfSquares / (24 * .pi) / invisibleFraction
        // Below this the atan of a wing is lost; the line is narrow by then at any resolution.
        shape = BreitWigner(width: hasWidth ? max(width, 1e-30) : 1e-30)
        logarithmOfHighest = geometry.logarithmOfHighestLine(mediator)
    }
}
