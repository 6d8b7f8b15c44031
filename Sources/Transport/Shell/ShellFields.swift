/// What is known in each interval of u above a column, for one group of indices.
struct ShellFields {
    typealias Lanes = GridIndices.Lanes
    typealias Values = UnsafeMutableBufferPointer<Lanes>
    /// For the three mass states.
    typealias States = InlineArray<3, Lanes>

    /// M_n of what was absorbed in the interval, interval after interval.
    private let moments: Values
    /// What was absorbed in the interval of the column above.
    private let absorbed: Values
    /// M_n of what was absorbed in an interval before columns crossed a line there, line after line.
    private let older: Values
    private let intervals: Int

    /// Vectors that the fields of a group take.
    static func size(_ layout: GridLayout, _ lines: Lines) -> Int { 4 * layout.intervals + 3 * lines.count }

    /// - Parameter memory: zeros.
    init(_ layout: GridLayout, _ memory: Values) {
        intervals = layout.intervals
        moments = Values(rebasing: memory[..<(3 * intervals)])
        absorbed = Values(rebasing: memory[3 * intervals..<4 * intervals])
        older = Values(rebasing: memory[(4 * intervals)...])
    }

    /// Takes light down a column, from the sources to Earth.
    /// - Parameters:
    ///   - steps: of the intervals.
    ///   - light: what sources emit of each state.
    /// - Returns: what the mediator changes of each state at Earth, and what was absorbed.
    @inline(__always)
    func pass(
        _ steps: UnsafeMutableBufferPointer<ShellStep>, _ cell: ShellColumns.Cell, light: SIMD4<Double>,
        shares: SIMD4<Double>
    ) -> (change: States, absorbed: Lanes) {
        for place in stride(from: 0, to: older.count, by: 3) {
            older[place] *= cell.decay.0
            older[place + 1] *= cell.decay.1
            older[place + 2] *= cell.decay.2
        }
        let own = DecayKernel.sum(cell.lower)
        // Of what is absorbed in the part of the cell above, what is absorbed in the next interval.
        var moved = Lanes.zero
        var flux = States { Lanes(repeating: light[$0]) }
        var sum = Lanes.zero
        for interval in (0..<intervals).reversed() {
            let step = steps[interval]
            let place = 3 * interval
            let above = absorbed[interval]
            let old: GridIndices.Moments = (
                moments[place] * cell.decay.0, moments[place + 1] * cell.decay.1, moments[place + 2] * cell.decay.2
            )
            let passed: GridIndices.Moments = (
                old.0 + cell.upper.0 * above + cell.lower.0 * moved,
                old.1 + cell.upper.1 * above + cell.lower.1 * moved,
                old.2 + cell.upper.2 * above + cell.lower.2 * moved
            )
            let daughters = DecayKernel.sum(passed)
            // Of what met a line in this interval, daughters are made after that.
            var fresh = Lanes.zero
            if let line = step.line {
                let first = 3 * line
                if step.isNew {
                    older[first] = old.0
                    older[first + 1] = old.1
                    older[first + 2] = old.2
                }
                let met = DecayKernel.sum((older[first], older[first + 1], older[first + 2]))
                fresh = daughters - met
            }
            var lost = Lanes.zero
            var (caught, caughtNear) = (0.0, 0.0)
            for state in 0..<3 {
                lost += flux[state] * step.incoming[state]
                caught += shares[state] * step.late[state]
                caughtNear += shares[state] * step.near[state]
            }
            let kept = own * (1 - step.later)
            let total = (lost + (daughters - fresh) * caught + fresh * caughtNear) / (1 - kept * caughtNear)
            let made = daughters + kept * total
            let nearby = fresh + kept * total
            let older = daughters - fresh
            for state in 0..<3 {
                let met = older * step.late[state] + nearby * step.near[state]
                flux[state] += (made - met) * shares[state] - flux[state] * step.incoming[state]
            }
            moved = total * step.later
            let here = total - moved
            moments[place] = passed.0 + cell.lower.0 * here
            moments[place + 1] = passed.1 + cell.lower.1 * here
            moments[place + 2] = passed.2 + cell.lower.2 * here
            absorbed[interval] = total * (1 - step.earlier)
            if interval + 1 < intervals { absorbed[interval + 1] += total * step.earlier }
            sum += total
        }
        return (States { flux[$0] - Lanes(repeating: light[$0]) }, sum)
    }
}
