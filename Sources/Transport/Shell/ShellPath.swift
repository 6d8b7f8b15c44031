import NumericalMethods
import Physics
import RealModule

/// What the path of a column meets, interval after interval.
struct ShellPath {
    let layout: GridLayout
    let lines: Lines
    let resonance: Resonance
    /// e^u at the nodes.
    private let scales: [Double]
    private var crossings: ShellCrossings
    /// ξ today of the column, and e^ξ.
    private var place = 0.0
    private var today = 1.0
    /// What the column stands for of what is above it, in x, and of what is below.
    private var above = 0.0
    private var below = 0.0

    init(_ layout: GridLayout, _ lines: Lines, _ resonance: Resonance) {
        self.layout = layout
        self.lines = lines
        self.resonance = resonance
        scales = (0..<layout.nodes).map { Double.exp(layout.step * Double($0)) }
        crossings = ShellCrossings(layout, lines)
    }

    /// - Parameters:
    ///   - place: x of the column.
    ///   - above: what the column stands for of what is above it, in x.
    ///   - below: the same of what is below.
    ///   - steps: told all of it, for each interval.
    mutating func move(
        to place: Double, above: Double, below: Double, _ steps: UnsafeMutableBufferPointer<ShellStep>
    ) {
        self.place = place
        self.above = above
        self.below = below
        today = Double.exp(place)
        crossings.move(to: place)
        for interval in 0..<layout.intervals { steps[interval] = step(interval) }
    }

    @inline(__always)
    private mutating func step(_ interval: Int) -> ShellStep {
        var step = ShellStep()
        let (depth, slope) = (layout.depths[interval], layout.slopes[interval])
        let (end, start) = (today * scales[interval], today * scales[interval + 1])
        let sight = GridStep.sight(from: start, to: end, lines, resonance)
        // n/H grows as an exponential of u, to second order.
        let growth = slope * layout.step
        let tau = (sight.area + sight.moment * (growth * (1 + growth / 4))) * depth
        let isStrong = tau.max() > GridStep.weak
        if isStrong {
            step.incoming = 1 - exponential(-tau)
        } else {
            let sum = sight.area.sum()
            let centroid = sum > 0 ? sight.moment.sum() / sum : 0.5
            step.incoming = tau * (1 - tau * (0.5 - tau * (1.0 / 6)))
            step.late = tau * (1 - tau * 0.25) * (1 - centroid)
        }
        if let owner = crossings.owner(of: interval) {
            cross(&step, interval, owner, end, start, isStrong: isStrong)
        } else {
            if isStrong {
                if isFar(interval) {
                    step.late = late(interval, area: sight.area, skew: sight.moment * 2 - sight.area)
                } else {
                    add(&step.late, interval, end, from: 0, to: 1)
                }
            }
            step.near = step.late
        }
        return step
    }

    /// Whether each line is so many intervals away that its wing is a straight line in this one, within a hundredth of itself.
    private func isFar(_ interval: Int) -> Bool {
        let middle = place + layout.step * (Double(interval) + 0.5)
        return lines.distances.allSatisfy { abs(middle + $0) > 6 * layout.step }
    }

    /// Where lines are crossed. A narrow one is a step in time, and each side of it has a rule of its own.
    private mutating func cross(
        _ step: inout ShellStep, _ interval: Int, _ owner: Int, _ end: Double, _ start: Double, isStrong: Bool
    ) {
        step.line = owner
        step.former = crossings.former(of: interval)
        step.formerShare = crossings.sharesLeft(in: interval)
        // What each line takes of light, one after the other, and of that by its core.
        var left = SIMD4<Double>(1, 1, 1, 0)
        var sums = (taken: 0.0, core: 0.0, made: 0.0, later: 0.0, earlier: 0.0)
        var reached = 1.0
        var after = SIMD4<Double>.zero
        for line in owner..<lines.count where crossings.intervals[line] == interval {
            let ratio = lines.ratios[line]
            let area = resonance.shape.area(from: end * ratio, to: start * ratio)
            let met =
                left * exponential(lines.chargeSquares[line] * (-resonance.strength * area * layout.depths[interval]))
            let taken = (left - met).sum()
            left = met
            let part = min(max((-lines.distances[line] - place) / layout.step - Double(interval), 0), 1)
            sums.taken += taken
            sums.core += taken * area
            sums.made += taken * part
            if interval > 0 { sums.later += taken * area * max(0, 1 - part * layout.step / above) }
            if interval + 1 < layout.intervals {
                sums.earlier += taken * area * max(0, 1 - (1 - part) * layout.step / below)
            }
            crossings.made[line] = taken * part
            guard isStrong else { continue }
            add(&step.late, interval, end, from: part, to: reached)
            var rest = SIMD4<Double>.zero
            add(&rest, interval, end, from: 0, to: part)
            after += rest * taken
            reached = part
        }
        if isStrong { add(&step.late, interval, end, from: 0, to: reached) }
        let core = sums.taken > 0 ? sums.core / sums.taken : 0
        step.near = step.late * (1 - core)
        guard sums.taken > 0 else { return }
        if sums.made > 0 { step.near += after * (core / sums.made) }
        step.later = sums.later / sums.taken
        step.earlier = sums.earlier / sums.taken
    }
}
