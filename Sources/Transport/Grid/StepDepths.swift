import Physics
import RealModule

/// Optical depths of every cell in every step: for a cell whose E runs over ξ = ln(E/E_1st) from ξ_0 to ξ_0 + h during a
/// step they depend on ξ_0, and on the step through n/H alone.
struct StepDepths {
    /// How much of what is emitted during a stretch survives its rest.
    enum Emission {
        /// e^{−⟨τ⟩}: absorption is weak.
        case weak
        /// The mean of e^{−τ(v)} over points.
        case resolved(Range<Int>)
    }

    /// A moment at which emission is looked at.
    struct Point {
        var weight: Double
        /// κ |Q_ij|² ∫dF over what lies between here and the end of the stretch, summed over lines, for each state.
        var depth: SIMD4<Double>
    }

    /// A stretch of a step, or all of it. v = u − u_s: it falls from h to 0 as time goes on.
    struct Stretch {
        /// κ |Q_ij|² ∫dF, split into shares of n/H at v = 0 and at v = h.
        var late: SIMD4<Double>
        var early: SIMD4<Double>
        /// The part of the step it takes.
        var share: Double
        var emission: Emission
    }

    /// Daughters made on a line while a cell is in a stretch with a line of its own.
    struct Arrival {
        /// Which of the step's events, see ``LineEvents``.
        var event: Int
        /// The part of the event's daughters that is made during the stretch: what the points' weights add up to.
        var weight: Double
        var points: Range<Int>
    }

    /// A stretch in which a line is crossed.
    struct Crossing {
        var stretch: Stretch
        /// Daughters that are not taken evenly; the cell's own come last.
        var arrivals: Range<Int>
        /// Whose daughters these are, in any stretch of the cell's step.
        var apart: [Int]
    }

    /// The whole steps, cell after cell.
    private(set) var cells: [Stretch] = []
    /// For each cell, the crossings in its step. They are few, and each is event of its number in every step.
    private(set) var crossingsOfCell: [Range<Int>] = []
    private(set) var crossings: [Crossing] = []
    private(set) var arrivals: [Arrival] = []
    private(set) var points: [Point] = []
    /// What the events are: cell, its width, line, and v at which the line is crossed.
    private(set) var events: [(cell: Int, width: Double, line: Int, place: Double)] = []
    private let lines: Lines
    private let resonance: Resonance
    private let step: Double
    /// The largest n/H there is.
    private let largest: Double

    init(_ layout: GridLayout, _ range: GridRange, _ lines: Lines, _ resonance: Resonance) {
        self.lines = lines
        self.resonance = resonance
        step = layout.step
        largest = layout.depths.max() ?? 0
        let count = range.cells + (layout.steps - 1) * layout.slots
        cells.reserveCapacity(count)
        crossingsOfCell.reserveCapacity(count)
        for cell in 0..<count {
            let start = layout.middle(cell: cell, top: range.top + layout.steps - 1)
            cells.append(stretch(from: 0, to: step, start: start, crossing: nil))
            // By falling energy, and so in the order of time.
            let crossed = lines.distances.indices.filter { place($0, start) > 0 && place($0, start) < step }
            let first = crossings.count
            for line in crossed {
                events.append((cell, layout.widths[cell % layout.slots], line, place(line, start)))
            }
            addCrossings(of: crossed, start: start)
            crossingsOfCell.append(first..<crossings.count)
        }
    }

    private func depth(from lower: Double, to upper: Double) -> SIMD4<Double> {
        var depth = SIMD4<Double>.zero
        for line in 0..<lines.count {
            let distance = lines.distances[line]
            let area = resonance.shape.area(from: Double.exp(lower + distance), to: Double.exp(upper + distance))
            depth += lines.chargeSquares[line] * (resonance.strength * area)
        }
        return depth
    }

    /// v where a line is crossed.
    private func place(_ line: Int, _ start: Double) -> Double { -lines.distances[line] - start }

    /// Lines that are crossed in one step are taken one by one.
    private mutating func addCrossings(of crossed: [Int], start: Double) {
        var upper = step
        for (line, next) in zip(crossed, crossed.dropFirst() + [-1]) {
            let lower = next < 0 ? 0 : (place(line, start) + place(next, start)) / 2
            let stretch = stretch(from: lower, to: upper, start: start, crossing: place(line, start))
            let first = arrivals.count
            let apart = (0...crossings.count).filter { isApart($0, crossed) }
            for event in apart {
                addArrival(of: event, into: lower...upper, place: place(line, start), start: start)
            }
            crossings.append(Crossing(stretch: stretch, arrivals: first..<arrivals.count, apart: apart))
            upper = lower
        }
    }

    /// Whether an event's line lies within a step of one that is crossed.
    private func isApart(_ event: Int, _ crossed: [Int]) -> Bool {
        crossed.contains { abs(lines.distances[events[event].line] - lines.distances[$0]) < 2 * step }
    }

    private mutating func stretch(
        from lower: Double, to upper: Double, start: Double, crossing place: Double?
    ) -> Stretch {
        var late = SIMD4<Double>.zero
        var early = SIMD4<Double>.zero
        for line in 0..<lines.count {
            let begin = start + lines.distances[line]
            let part = resonance.shape.part(from: Double.exp(begin + lower), to: Double.exp(begin + upper))
            let moment = (part.area * lower + part.moment * (upper - lower)) / step
            late += lines.chargeSquares[line] * (resonance.strength * (part.area - moment))
            early += lines.chargeSquares[line] * (resonance.strength * moment)
        }
        var stretch = Stretch(late: late, early: early, share: (upper - lower) / step, emission: .weak)
        if place != nil || ((late + early) * largest).max() > Self.weakDepth {
            let first = points.count
            addPoints(from: lower, to: upper, near: place, weight: 1 / (upper - lower), end: lower, start: start)
            stretch.emission = .resolved(first..<points.count)
        }
        return stretch
    }

    /// The part of an event's daughters made during a stretch, v from `lower` to `upper`.
    private mutating func addArrival(
        of event: Int, into stretch: ClosedRange<Double>, place: Double, start: Double
    ) {
        // Emitters fill their cell evenly; of the cell's own only the upper half lies above its middle. Those higher up
        // make their daughters later.
        let (cell, width, _, middle) = events[event]
        let upper = min(cell == events[crossings.count].cell ? middle : middle + width / 2, step)
        let lower = max(middle - width / 2, 0)
        let first = points.count
        let (from, to) = (max(lower, stretch.lowerBound), min(upper, stretch.upperBound))
        guard from < to else { return }
        addPoints(
            from: from, to: to, near: place, weight: 1 / (upper - lower), end: stretch.lowerBound, start: start)
        arrivals.append(
            Arrival(event: event, weight: (to - from) / (upper - lower), points: first..<points.count))
    }

    /// Points from `lower` to `upper`, denser towards a line's place.
    private mutating func addPoints(
        from lower: Double, to upper: Double, near place: Double?, weight: Double, end: Double, start: Double
    ) {
        let middle = place.map { min(max($0, lower), upper) } ?? lower
        for (near, far) in [(middle, upper), (middle, lower)] where near != far {
            let isGraded = place == near
            for (t, share) in zip(Self.rule.nodes, Self.rule.weights) {
                // The wings fall as the inverse of the distance: cubes of even steps follow them.
                let v = near + (far - near) * (isGraded ? t * t * t : t)
                let density = isGraded ? 3 * t * t : 1
                points.append(
                    Point(
                        weight: weight * abs(far - near) * share * density,
                        depth: depth(from: start + end, to: start + v)))
            }
        }
    }

    /// The mean survival of an even emission is e^{−τ/2} (1 + τ²/24 + …).
    private static let weakDepth = 0.1
    private static let rule = Physics.GaussLegendre(count: 4)
}
