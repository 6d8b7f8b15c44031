/// Daughters of a line are made evenly over the step, and a cell that crosses another line in it takes them so. But where
/// that line lies closer than a step, or is the same, only a part of them comes from above the cell, and in a certain
/// order: the cell takes these event by event, each at its own moments.
extension GridSweep {
    /// A step with one line or more, stretch by stretch.
    func crossLines(
        _ cell: Int, slot: Int, step: Int, _ crossings: Range<Int>, _ density: (late: Double, early: Double)
    ) {
        for group in 0..<indices.groups {
            var even = daughters(slot: slot, group)
            for event in depths.crossings[crossings.lowerBound].apart where event < crossings.lowerBound {
                even -= daughters(of: event, crossings.lowerBound, slot: slot, group)
            }
            var total = Lanes.zero
            for crossing in crossings {
                total += cross(crossing, cell, slot: slot, group, step: step, density, even: even)
            }
            carry(total, cell, slot: slot, group)
        }
    }

    /// One stretch with one line; what it absorbs.
    private func cross(
        _ number: Int, _ cell: Int, slot: Int, _ group: Int, step: Int, _ density: (late: Double, early: Double),
        even: Lanes
    ) -> Lanes {
        let crossing = depths.crossings[number]
        let stretch = crossing.stretch
        let stretchLoss = loss(stretch, density)
        let emission = emission(cell, step: step, group) * stretch.share
        let place = 3 * (cell * indices.groups + group)
        var total = Lanes.zero
        for state in 0..<3 {
            let before = flux[place + state]
            let added = even * (shares[state] * stretch.share) + emission * free[state]
            let gone = before * stretchLoss.incoming[state] + added * stretchLoss.emitted[state]
            flux[place + state] = before + added - gone
            total += gone
        }
        let mean = (density.late + density.early) / 2
        for arrival in crossing.arrivals {
            let (event, points) = (depths.arrivals[arrival].event, depths.arrivals[arrival].points)
            // Its own come last: what it lost so far is what makes them.
            if event == number { events[number * indices.groups + group] = total }
            let made = daughters(of: event, number, slot: slot, group)
            let gone = receive(made, at: place, loss: loss(points, mean), weight: depths.arrivals[arrival].weight)
            total += gone
        }
        events[number * indices.groups + group] = total
        return total
    }

    /// Adds daughters, less what is absorbed of them before the stretch ends.
    private func receive(_ made: Lanes, at place: Int, loss: SIMD4<Double>, weight: Double) -> Lanes {
        var total = Lanes.zero
        for state in 0..<3 {
            let added = made * shares[state]
            let gone = added * (loss[state] + (weight - 1))
            flux[place + state] += added * weight - gone
            total += gone
        }
        return total
    }

    /// What an event adds to the middle of a crossing's cell, which lies at most two periods below.
    private func daughters(of event: Int, _ crossing: Int, slot: Int, _ group: Int) -> Lanes {
        let distance = min(depths.events[crossing].cell - depths.events[event].cell, indices.reach)
        return events[event * indices.groups + group]
            * indices.pairs[(slot * (indices.reach + 1) + distance) * indices.groups + group]
    }
}
