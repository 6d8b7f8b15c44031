import NumericalMethods
import Physics
import RealModule

/// What the path of a column meets, interval after interval.
struct ShellPath {
    private let layout: GridLayout
    private let lines: Lines
    private let resonance: Resonance
    /// e^u at the nodes.
    private let scales: [Double]
    /// In which interval the column before crossed each line; −1: in none.
    private var crossings: [Int]

    init(_ layout: GridLayout, _ lines: Lines, _ resonance: Resonance) {
        self.layout = layout
        self.lines = lines
        self.resonance = resonance
        scales = (0..<layout.nodes).map { Double.exp(layout.step * Double($0)) }
        crossings = lines.distances.map { _ in -1 }
    }

    /// - Parameters:
    ///   - place: x of the column.
    ///   - above: what the column stands for of what is above it, in x.
    ///   - below: the same of what is below.
    ///   - steps: told all of it, for each interval.
    mutating func move(
        to place: Double, above: Double, below: Double, _ steps: UnsafeMutableBufferPointer<ShellStep>
    ) {
        let today = Double.exp(place)
        for interval in 0..<layout.intervals {
            steps[interval] = ShellStep()
            fill(&steps[interval], interval, place, today, above, below)
        }
        for line in crossings.indices { crossings[line] = interval(of: line, place) }
    }

    /// Where the path from the sources crosses a line; −1: nowhere.
    private func interval(of line: Int, _ place: Double) -> Int {
        let interval = ((-lines.distances[line] - place) / layout.step).rounded(.down)
        return interval >= 0 && interval < Double(layout.intervals) ? Int(interval) : -1
    }

    @inline(__always)
    private func fill(
        _ step: inout ShellStep, _ interval: Int, _ place: Double, _ today: Double, _ above: Double, _ below: Double
    ) {
        let (depth, slope) = (layout.depths[interval], layout.slopes[interval])
        let (end, start) = (today * scales[interval], today * scales[interval + 1])
        let sight = GridStep.sight(from: start, to: end, lines, resonance)
        // n/H grows as an exponential of u, to second order.
        let half = slope * layout.step / 2
        let tau = (sight.area + sight.moment * (half * 2 * (1 + half / 2))) * depth
        let sum = sight.area.sum()
        let centroid = sum > 0 ? sight.moment.sum() / sum : 0.5
        var outside = 1.0
        for line in 0..<lines.count where self.interval(of: line, place) == interval {
            step.line = line
            step.isNew = crossings[line] != interval
            let ratio = lines.ratios[line]
            outside = 1 - resonance.shape.area(from: end * ratio, to: start * ratio)
            break
        }
        if tau.max() > GridStep.weak {
            step.incoming = 1 - exponential(-tau)
            mean(&step, interval, place, end, outside)
        } else {
            step.incoming = tau * (1 - tau * (0.5 - tau * (1.0 / 6)))
            step.late = tau * (1 - tau * 0.25) * (1 - centroid)
            step.near = step.late * outside
        }
        guard step.line != nil else { return }
        let (toEnd, toStart) = (layout.step * centroid, layout.step * (1 - centroid))
        if interval > 0 { step.later = (1 - outside) * max(0, 1 - toEnd / above) }
        if interval + 1 < layout.intervals { step.earlier = (1 - outside) * max(0, 1 - toStart / below) }
    }

    /// Means of 1 − e^{−τ} over where something is made. A line that is crossed is a step there when it is narrow, and each side of it
    /// has a rule of its own.
    private func mean(
        _ step: inout ShellStep, _ interval: Int, _ place: Double, _ end: Double, _ outside: Double
    ) {
        // Parts of the interval, from its end: of the last line that is crossed, and of the others, which lie below it.
        var lower = 0.0
        var met = 0.0
        for line in (0..<lines.count).reversed() where self.interval(of: line, place) == interval {
            let upper = (-lines.distances[line] - place) / layout.step - Double(interval)
            add(&step.late, interval, end, from: lower, to: upper)
            lower = upper
            if line == step.line { met = upper }
        }
        let after = step.late
        add(&step.late, interval, end, from: lower, to: 1)
        step.near =
            step.line == nil || met <= 0 ? step.late : step.late * outside + after * ((1 - outside) / met)
    }

    private func add(
        _ sum: inout SIMD4<Double>, _ interval: Int, _ end: Double, from lower: Double, to upper: Double
    ) {
        let depth = layout.depths[interval]
        for point in 0..<FourPointRule.count {
            // Dense at both ends: what is made close to where it is seen is left where much is absorbed.
            let node = FourPointRule.node(point)
            let part = lower + (upper - lower) * (node * node * (3 - 2 * node))
            let weight = (upper - lower) * 6 * node * (1 - node) * FourPointRule.weight(point)
            let place = end * Double.exp(layout.step * part)
            let growth = layout.slopes[interval] * layout.step * part / 2
            var area = SIMD4<Double>.zero
            for line in 0..<lines.count {
                let ratio = lines.ratios[line]
                let part = resonance.shape.area(from: end * ratio, to: place * ratio)
                area += lines.chargeSquares[line] * (resonance.strength * part)
            }
            sum += (1 - exponential(area * (-depth * (1 + growth * (1 + growth / 2))))) * weight
        }
    }
}
