import Physics
import RealModule

/// The levels in ξ = ln(E/E_1st) that one mediator needs, falling: from where its wings end, or too few neutrinos come from,
/// down to the lowest energy asked for.
struct GridLevels {
    let places: [Double]

    /// - Parameters:
    ///   - energies: ξ at Earth asked for.
    ///   - leastIndex: the hardest spectrum, whose daughters come from farthest above.
    ///   - shell: u of the sources where all lie at one redshift: what was emitted on a line arrives lower by that, and the
    ///     spectrum has a step there as sharp as the line.
    init(
        _ layout: GridLayout, _ lines: Lines, _ resonance: Resonance, energies: ClosedRange<Double>, leastIndex: Double,
        shell: Double?
    ) {
        let sharp = (lines.distances + (shell.map { shell in lines.distances.map { $0 + shell } } ?? [])).sorted()
        let wing = resonance.wing(layout, lines)
        // Where the wing's depth is this small, nothing happens.
        let end = max(0, Double.log(max(wing / Self.negligible, 1)))
        // Below ln(1 + A) all is absorbed again and again: energy is kept, and what falls into there from higher up, A e^−p of what is
        // emitted at a distance p, arrives as the more neutrinos.
        let cascading = Double.log(max(wing * (1 + wing) * (1 + wing) / Self.fewParents, 1)) / (leastIndex + 1)
        let fading = Double.log(1 / Self.fewParents) / leastIndex
        let parents = max(0, energies.upperBound) + max(fading, cascading)
        let highest = max(min(end, parents, Self.farthest), 3 * layout.largestWidth)
        let deepest = -(sharp.last ?? 0)
        let lowest = max(min(energies.lowerBound, highest - 3 * layout.largestWidth), deepest - Self.farthest)

        var places = Self.outward(to: highest, layout).reversed() as [Double]
        for (upper, lower) in zip(sharp, sharp.dropFirst()) where lower - upper > layout.nearest {
            let half = Self.outward(to: (lower - upper) / 2, layout)
            places += half.map { -upper - $0 }
            places += half.dropLast().reversed().map { -lower + $0 }
        }
        places += Self.outward(to: max(deepest - lowest, 3 * layout.largestWidth), layout).map { deepest - $0 }
        // Where only what lies above some line is asked for, the rest is not.
        let needed = places.firstIndex { $0 <= lowest } ?? places.count - 1
        self.places = Array(places[...needed])
    }

    /// Distances from a line, from half its core to `end`.
    private static func outward(to end: Double, _ layout: GridLayout) -> [Double] {
        let core = min(layout.nearest, layout.largestWidth, end / 2)
        var places: [Double] = []
        var place = core / 2
        while place < end {
            places.append(place)
            place += min(layout.largestWidth, max(layout.growth * place, core))
        }
        // The last goes to the end, and the others with it, so that no step is left short.
        return (places + [place]).map { $0 * (end / place) }
    }

    /// An optical depth that changes nothing.
    private static let negligible = 1e-6
    /// (E/E')^γ below which daughters of E' are too few to count.
    private static let fewParents = 1e-4
    /// e-folds above and below the lines, beyond which the spectrum counts as free: bounds the work for absurd input.
    private static let farthest = 60.0
}
