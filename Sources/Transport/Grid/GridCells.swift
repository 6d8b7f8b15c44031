import RealModule

/// The cells of a sweep that has reached Earth, and how to read a spectrum from them.
struct GridCells {
    let sweep: GridSweep
    let range: GridRange
    let lines: Lines
    /// What arrives of each state without interaction, relative to the mean.
    let free: SIMD3<Double>

    /// The ratio to the free flux in the middle of a cell.
    func ratio(cell: Int, lane: Int) -> SIMD3<Double> {
        let place = 3 * (cell * sweep.indices.groups + lane / 4)
        return SIMD3(sweep.flux[place][lane % 4], sweep.flux[place + 1][lane % 4], sweep.flux[place + 2][lane % 4])
    }

    /// The cell that x lies in, possibly outside those there are.
    func cell(at x: Double) -> Int {
        let layout = sweep.layout
        let period = (x / layout.step).rounded(.down)
        guard abs(period) < 1e9 else { return period > 0 ? -1 : range.cells }
        let rest = x - period * layout.step
        var slot = layout.slots - 1
        while slot > 0, rest > layout.uppers[slot] { slot -= 1 }
        return (range.top - Int(period)) * layout.slots + slot
    }

    /// The mean of the ratio over a range of x, weighted with the free flux.
    /// - Parameter unchanged: the ratio without interaction of a cell, where it is not that of the power law.
    func meanRatio(
        lane: Int, index: Double, over place: ClosedRange<Double>, unchanged: ((Int) -> SIMD3<Double>)? = nil
    ) -> SIMD3<Double> {
        let layout = sweep.layout
        let growth = index - 1
        // ∫ e^{−(γ−1)x} dx from the lower end, relative to its integrand there.
        func share(_ lower: Double, _ upper: Double) -> Double {
            let start = lower - place.lowerBound
            return FreeFlux.powerIntegral(-growth, from: Double.exp(start), to: Double.exp(start + upper - lower))
        }
        let all = share(place.lowerBound, place.upperBound)
        var sum = free * all
        let first = max(cell(at: place.upperBound), 0)
        let last = min(cell(at: place.lowerBound), range.cells - 1)
        guard first <= last, all > 0 else { return free }
        for cell in first...last {
            let end = layout.end(cell: cell, top: range.top)
            let lower = max(end - layout.widths[cell % layout.slots], place.lowerBound)
            let upper = min(end, place.upperBound)
            if upper > lower {
                sum += (ratio(cell: cell, lane: lane) - (unchanged?(cell) ?? free)) * share(lower, upper)
            }
        }
        return sum / all
    }

    /// The mean of what the mediator changes, in units of the power law's free flux.
    func meanChange(lane: Int, index: Double, over place: ClosedRange<Double>) -> SIMD3<Double> {
        meanRatio(lane: lane, index: index, over: place) { free * unchanged(cell: $0, lane: lane) } - free
    }

    /// What the mediator changes at x, in units of the power law's free flux; see ``interpolated(at:_:)``.
    func change(lane: Int, at x: Double) -> SIMD3<Double> {
        interpolated(at: x) { ratio(cell: $0, lane: lane) - free * unchanged(cell: $0, lane: lane) } ?? .zero
    }

    /// The ratio without interaction: all that sources emit on the way.
    private func unchanged(cell: Int, lane: Int) -> Double {
        let indices = sweep.indices
        var sum = indices.initial[lane / 4][lane % 4] * (sweep.shape?.farthest[cell] ?? 1)
        for step in 0..<sweep.layout.steps { sum += sweep.emission(cell, step: step, lane / 4)[lane % 4] }
        return sum
    }

    /// The ratio at x; see ``interpolated(at:_:)``.
    func ratio(lane: Int, at x: Double) -> SIMD3<Double> {
        guard let result = interpolated(at: x, { ratio(cell: $0, lane: lane) }) else { return free }
        return SIMD3(max(result.x, 0), max(result.y, 0), max(result.z, 0))
    }

    /// Linear between the middles of cells, never across a line.
    /// - Parameter value: of a cell.
    /// - Returns: nil outside the cells there are.
    private func interpolated(at x: Double, _ value: (Int) -> SIMD3<Double>) -> SIMD3<Double>? {
        let layout = sweep.layout
        let here = cell(at: x)
        guard here >= 0, here < range.cells else { return nil }
        let middle = layout.middle(cell: here, top: range.top)
        let end = layout.end(cell: here, top: range.top)
        let above = here - 1
        let below = here + 1
        let openAbove = above >= 0 && !isLine(end)
        let openBelow = below < range.cells && !isLine(end - layout.widths[here % layout.slots])
        let own = value(here)
        guard openAbove || openBelow else { return own }
        let other = openAbove && (x > middle || !openBelow) ? above : below
        let slope = (value(other) - own) / (layout.middle(cell: other, top: range.top) - middle)
        return own + slope * (x - middle)
    }

    private func isLine(_ x: Double) -> Bool {
        lines.distances.contains { abs(x + $0) < 2e-3 * sweep.layout.step }
    }
}
