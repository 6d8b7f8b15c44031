import NumericalMethods
import Physics
import RealModule

/// Integrals of the arriving flux over energy at several indices: ``NarrowLineSpectrum``'s, with the nodes of all bins
/// looked at once for four indices.
extension NarrowLineSpectra {
    public func integratedFluxes(
        _ mediator: Mediator, bins: [EnergyBin]
    ) throws(TransportError) -> [[SIMD3<Double>]] {
        guard !groups.isEmpty else { return try oneByOne.integratedFluxes(mediator, bins: bins) }
        let highest = geometry.logarithmOfHighestLine(mediator) - Double.log(FreeFlux.pivot)
        let ranges = bins.map { bin in
            (
                lower: highest - Double.log(bin.upper / FreeFlux.pivot),
                upper: highest - Double.log(bin.lower / FreeFlux.pivot)
            )
        }
        let nodes = nodes(ranges)
        return withRates(mediator) { rates, survival in
            var sums = [LaneRates.States](repeating: .init(repeating: .zero), count: groups.count * bins.count)
            func add(_ states: LaneRates.States, times factor: LaneRates.Lanes, group: Int, bin: Int) {
                for state in 0..<3 { sums[group * bins.count + bin][state] += states[state] * factor }
            }
            look(
                rates, survival, count: nodes.count, from: { (nodes[$0].epsilon, Double.exp(-nodes[$0].epsilon)) },
                { places, group, states in
                    for (number, place) in places.enumerated() {
                        let node = nodes[place]
                        let power = exponential((1 - groups[group].index) * (highest - node.epsilon))
                        add(states[number], times: power * node.weight, group: group, bin: node.bin)
                    }
                })
            let end = geometry.edges[geometry.edges.count - 1]
            for (bin, range) in ranges.enumerated() where range.upper > max(range.lower, end) {
                let start = max(range.lower, end)
                for (group, rates) in rates.enumerated() {
                    let power = exponential((1 - groups[group].index) * (highest - start))
                    let tail = rates.tail(from: start, to: range.upper, weight: 1, geometry.lines)
                    add(tail, times: power, group: group, bin: bin)
                }
            }
            let unit = FreeFlux.unit * FreeFlux.pivot
            return indices.enumerated().map { number, index in
                let (group, lane) = number.quotientAndRemainder(dividingBy: 4)
                return ranges.enumerated().map { bin, range in
                    let free = undisturbed(index, from: range.lower, to: range.upper, highest: highest)
                    return (sums[group * bins.count + bin].spectrum(lane) + geometry.freeStates * free) * unit
                }
            }
        }
    }

    /// Where the flux of a bin is looked at.
    private struct Node {
        /// ε.
        var epsilon: Double
        /// Of the quadrature.
        var weight: Double
        var bin: Int
    }

    private func nodes(_ ranges: [(lower: Double, upper: Double)]) -> [Node] {
        var nodes: [Node] = []
        for (bin, range) in ranges.enumerated() {
            let start = max(range.lower, 0)
            geometry.eachPiece(from: start, to: range.upper, step: energyStep) { middle, half in
                for node in 0..<SixPointRule.count {
                    nodes.append(
                        Node(
                            epsilon: middle + half * SixPointRule.node(node),
                            weight: half * SixPointRule.weight(node), bin: bin))
                }
            }
        }
        return nodes
    }

    /// ∫ E^{1−γ} d ln E over the parts of a range above all lines and below their lowest crossings.
    private func undisturbed(_ index: Double, from lower: Double, to upper: Double, highest: Double) -> Double {
        let end = max(lower, geometry.edges[geometry.edges.count - 1])
        var sum = 0.0
        if lower < 0 { sum += freeIntegral(1 - index, from: lower, to: min(upper, 0), highest: highest) }
        if upper > end { sum += freeIntegral(1 - index, from: end, to: upper, highest: highest) }
        return sum
    }
}
