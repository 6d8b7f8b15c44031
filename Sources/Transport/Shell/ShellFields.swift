/// What is known in each interval of u above a column, for one group of indices.
struct ShellFields {
    typealias Lanes = GridIndices.Lanes
    typealias Values = UnsafeMutableBufferPointer<Lanes>
    /// For the three mass states.
    typealias States = InlineArray<3, Lanes>

    /// M_n of what was absorbed in the interval, interval after interval.
    private let moments: Values
    /// What was absorbed in the interval of the column above, and what a line there had absorbed in the one after it of what the column
    /// stands for in this one.
    private let absorbed: Values
    private let early: Values
    /// M_n of what was absorbed in the interval before columns met a line there.
    private let older: Values
    private let intervals: Int

    /// Vectors that the fields of a group take.
    static func size(_ layout: GridLayout) -> Int { 8 * layout.intervals }

    /// - Parameter memory: zeros.
    init(_ layout: GridLayout, _ memory: Values) {
        intervals = layout.intervals
        moments = Values(rebasing: memory[..<(3 * intervals)])
        absorbed = Values(rebasing: memory[3 * intervals..<4 * intervals])
        early = Values(rebasing: memory[4 * intervals..<5 * intervals])
        older = Values(rebasing: memory[(5 * intervals)...])
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
        let own = DecayKernel.sum(cell.lower)
        // Of what is absorbed in the part of the cell above, what is absorbed in the next interval.
        var moved = Lanes.zero
        var flux = States { Lanes(repeating: light[$0]) }
        var sum = Lanes.zero
        for interval in (0..<intervals).reversed() {
            let step = steps[interval]
            let place = 3 * interval
            let (above, drawn) = (absorbed[interval], early[interval])
            let old: GridIndices.Moments = (
                moments[place] * cell.decay.0 + cell.upper.0 * above,
                moments[place + 1] * cell.decay.1 + cell.upper.1 * above,
                moments[place + 2] * cell.decay.2 + cell.upper.2 * above
            )
            let grown: GridIndices.Moments = (
                old.0 + cell.upper.0 * drawn, old.1 + cell.upper.1 * drawn, old.2 + cell.upper.2 * drawn
            )
            let passed: GridIndices.Moments = (
                grown.0 + cell.lower.0 * moved, grown.1 + cell.lower.1 * moved, grown.2 + cell.lower.2 * moved
            )
            let daughters = DecayKernel.sum(passed)
            // Of what met a line in this interval, daughters are made after that.
            var fresh = Lanes.zero
            if let line = step.line {
                // When a line is crossed there no more, its daughters are as old as those from before.
                let share = step.former.map { $0 == line ? 1 : step.formerShare } ?? 0
                older[place] = old.0 + (older[place] * cell.decay.0 - old.0) * share
                older[place + 1] = old.1 + (older[place + 1] * cell.decay.1 - old.1) * share
                older[place + 2] = old.2 + (older[place + 2] * cell.decay.2 - old.2) * share
                fresh = DecayKernel.sum(
                    (grown.0 - older[place], grown.1 - older[place + 1], grown.2 - older[place + 2]))
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
            let aged = daughters - fresh
            for state in 0..<3 {
                let met = aged * step.late[state] + nearby * step.near[state]
                flux[state] += (made - met) * shares[state] - flux[state] * step.incoming[state]
            }
            moved = total * step.later
            let here = total - moved
            moments[place] = passed.0 + cell.lower.0 * here
            moments[place + 1] = passed.1 + cell.lower.1 * here
            moments[place + 2] = passed.2 + cell.lower.2 * here
            absorbed[interval] = total * (1 - step.earlier)
            early[interval] = .zero
            if interval + 1 < intervals { early[interval + 1] = total * step.earlier }
            sum += total
        }
        return (States { flux[$0] - Lanes(repeating: light[$0]) }, sum)
    }
}
