import NumericalMethods
import RealModule

/// What arrives at Earth at each level, and how to read a spectrum from it.
struct GridArrival {
    typealias Lanes = GridIndices.Lanes
    /// For the three mass states.
    typealias States = InlineArray<3, Lanes>

    /// ξ, falling.
    let levels: [Double]
    let indices: GridIndices
    /// What the mediator changes of the ratio to the free flux: level after level, group after group, state after state.
    let changes: UnsafeMutableBufferPointer<Lanes>
    /// What arrives of each state without interaction, relative to the mean.
    let free: SIMD3<Double>

    /// The ratio to the free flux at x.
    func ratio(lane: Int, at x: Double) -> SIMD3<Double> {
        (free + change(lane: lane, at: x)).orNothing
    }

    /// What the mediator changes at x, in units of the power law's free flux.
    func change(lane: Int, at x: Double) -> SIMD3<Double> {
        change(group: lane / 4, at: x).lane(lane % 4)
    }

    /// The same for a group of indices.
    func change(group: Int, at x: Double) -> States {
        guard x < levels[0], x >= levels[levels.count - 1] else { return States(repeating: .zero) }
        let interval = interval(at: x)
        let slopes = (slope(interval, group), slope(interval + 1, group))
        return change(interval, group, slopes, at: x)
    }

    /// The mean of the change over a range of x, weighted with the free flux.
    func meanChange(_ group: Int, over range: ClosedRange<Double>) -> States {
        let growth = indices.gammas[group] - 1
        var free = Lanes.zero
        for lane in 0..<4 {
            free[lane] = FreeFlux.powerIntegral(
                -growth[lane], from: 1, to: Double.exp(range.upperBound - range.lowerBound))
        }
        let sum = integral(group, growth: growth, over: range)
        return States { sum[$0] / free }
    }

    /// ∫ e^{−p(x − x_lower)} dx of the change.
    /// - Parameter growth: p.
    func integral(_ group: Int, growth: Lanes, over range: ClosedRange<Double>) -> States {
        var sum = States(repeating: .zero)
        let (upper, lower) = (min(range.upperBound, levels[0]), max(range.lowerBound, levels[levels.count - 1]))
        guard upper > lower else { return sum }
        for interval in interval(at: upper)...interval(at: lower) {
            let end = min(levels[interval], upper)
            let start = max(levels[interval + 1], lower)
            let slopes = (slope(interval, group), slope(interval + 1, group))
            // A cubic times an exponential that changes little.
            for point in 0..<ThreePointRule.count {
                let x = start + (end - start) * ThreePointRule.node(point)
                let weight = ThreePointRule.weight(point) * (end - start)
                let factor = exponential(growth * (range.lowerBound - x)) * weight
                let change = change(interval, group, slopes, at: x)
                for state in 0..<3 { sum[state] += change[state] * factor }
            }
        }
        return sum
    }

    /// The last of the levels at or above x, other than the very last.
    private func interval(at x: Double) -> Int {
        min(max(levels.partitioningIndex { $0 < x } - 1, 0), levels.count - 2)
    }

    @inline(__always)
    private func value(_ level: Int, _ group: Int, _ state: Int) -> Lanes {
        changes[3 * (level * indices.groups + group) + state]
    }

    /// Between an interval's ends, by their slopes.
    private func change(_ interval: Int, _ group: Int, _ slopes: (States, States), at x: Double) -> States {
        let width = levels[interval] - levels[interval + 1]
        let weights = hermiteWeights((levels[interval] - x) / width, step: -width)
        return States { state in
            let values = value(interval, group, state) * weights.x + value(interval + 1, group, state) * weights.y
            return values + slopes.0[state] * weights.z + slopes.1[state] * weights.w
        }
    }

    /// That of the parabola through three levels: linear in the fluxes, as they are in the sources.
    private func slope(_ level: Int, _ group: Int) -> States {
        guard level > 0, level + 1 < levels.count else { return States(repeating: .zero) }
        let (above, below) = (levels[level - 1] - levels[level], levels[level] - levels[level + 1])
        return States { state in
            let here = value(level, group, state)
            let left = (value(level - 1, group, state) - here) / above
            let right = (here - value(level + 1, group, state)) / below
            return (left * below + right * above) / (above + below)
        }
    }
}

extension GridArrival.States {
    /// One index of the group.
    func lane(_ lane: Int) -> SIMD3<Double> { SIMD3(self[0][lane], self[1][lane], self[2][lane]) }
}

extension SIMD3<Double> {
    /// Zero instead of what is below. Where nothing is left of a flux the cubics leave their error, of either sign and within
    /// ``GridSolver/estimatedError(_:index:)``; energy and number are balanced without this, see
    /// ``GridSpectrum/balance(_:)``.
    var orNothing: SIMD3<Double> { replacing(with: 0, where: self .< 0) }
}
