import Physics
import RealModule

/// The levels in ξ = ln(E/E_1st) that one mediator needs, falling: from where its wings end, or too few neutrinos come from,
/// down to the lowest energy asked for.
struct GridLevels {
    let places: [Double]
    /// −ξ of all places where what arrives may step; rising.
    let sharp: [Double]

    /// - Parameters:
    ///   - energies: ξ at Earth asked for.
    ///   - leastIndex: the hardest spectrum, whose daughters come from farthest above.
    init(
        _ layout: GridLayout, _ geometry: LineGeometry, _ resonance: Resonance, energies: ClosedRange<Double>,
        leastIndex: Double
    ) {
        let lines = geometry.lines
        sharp = geometry.steps
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
            // Where light that was emitted here met a line on its way, and not at either end.
            let crossed =
                geometry.shell.map { shell in lines.distances.contains { $0 <= upper && lower <= $0 + shell } } ?? false
            places += (crossed ? Self.crossed : Self.smooth)(upper, lower, layout)
        }
        places += Self.outward(to: max(deepest - lowest, 3 * layout.largestWidth), layout).map { deepest - $0 }
        // Where only what lies above some line is asked for, the rest is not.
        let needed = places.firstIndex { $0 <= lowest } ?? places.count - 1
        self.places = Array(places[...needed])
    }

    /// Between two places where a spectrum may step.
    private static func smooth(_ upper: Double, _ lower: Double, _ layout: GridLayout) -> [Double] {
        between(upper, lower, (upper + lower) / 2...(upper + lower) / 2, layout, largest: layout.largestWidth)
    }

    /// The same where each column meets a line in an interval of u: where there is room they have the width of an interval and
    /// lie at odd multiples of half of it, so that each interval has as many of each line as any other, and of the first in its middle.
    private static func crossed(_ upper: Double, _ lower: Double, _ layout: GridLayout) -> [Double] {
        let step = layout.step
        let first = (upper / step + clustered).rounded(.up) + 0.5
        let last = (lower / step - clustered).rounded(.down) - 0.5
        guard first <= last else {
            let middle = (upper + lower) / 2
            return between(upper, lower, middle...middle, layout, largest: step)
        }
        return between(upper, lower, first * step...last * step, layout, largest: step)
    }

    /// Away from both to a range between them, which is filled evenly.
    private static func between(
        _ upper: Double, _ lower: Double, _ even: ClosedRange<Double>, _ layout: GridLayout, largest: Double
    ) -> [Double] {
        let count = ((even.upperBound - even.lowerBound) / largest).rounded()
        let inner = stride(from: 1, to: count, by: 1).map { even.lowerBound + largest * $0 }
        return outward(to: even.lowerBound - upper, layout, largest: largest).map { -upper - $0 } + inner.map { -$0 }
            + (count > 0 ? [-even.upperBound] : [])
            + outward(to: lower - even.upperBound, layout, largest: largest).dropLast().reversed().map { -lower + $0 }
    }

    /// Distances from a line, from half its core to `end`.
    private static func outward(to end: Double, _ layout: GridLayout, largest: Double? = nil) -> [Double] {
        let largest = largest ?? layout.largestWidth
        let core = min(layout.nearest, largest, end / 2)
        var places: [Double] = []
        var place = core / 2
        while place < end {
            places.append(place)
            place += min(largest, max(layout.growth * place, core))
        }
        // The last goes to the end, and the others with it, so that no step is left short.
        return (places + [place]).map { $0 * (end / place) }
    }

    /// Intervals of u next to where a spectrum may step, in which columns are closer.
    private static let clustered = 4.0
    /// An optical depth that changes nothing.
    private static let negligible = 1e-6
    /// (E/E')^γ below which daughters of E' are too few to count.
    private static let fewParents = 1e-4
    /// e-folds above and below the lines, beyond which the spectrum counts as free: bounds the work for absurd input.
    private static let farthest = 60.0
}
