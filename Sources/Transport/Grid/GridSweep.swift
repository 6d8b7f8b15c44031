import NumericalMethods
import Physics
import RealModule

/// Takes the fluxes at all nodes from far above the lines to the lowest energy, one level in ξ after another.
///
/// From one level to the next a neutrino loses Δ in ξ and in u: what ends at a node began between two nodes of the level
/// above, where a cubic finds it. What it brings survives with e^{−τ}, exactly; what is emitted on the way, by sources
/// as a straight line and by decays as a parabola from level to level, survives with the mean of that over the rest. The
/// difference is absorbed, and its daughters are the moments M_n(u) = ∫ a (E/E')^{γ+n} dξ' over all higher ξ' at the same
/// u: O(N) a level. Fluxes are in units of the free flux, and counted as the change from it.
struct GridSweep {
    typealias Lanes = GridIndices.Lanes

    let layout: GridLayout
    let indices: GridIndices
    let lines: Lines
    let resonance: Resonance
    let levels: [Double]
    /// P_k Γ_ν/Γ.
    let shares: SIMD4<Double>
    /// What arrives of each state without interaction, relative to the mean.
    let free: SIMD4<Double>
    /// What sources emit at ξ relative to the power law; nil: that.
    let shape: ((Double) -> Double)?
    /// Told x = ξ − u, and what the first index had absorbed around it, ∫a dx du.
    let observer: ((Double, Double) -> Void)?

    /// Lends what arrives at Earth.
    func run<Result>(_ body: (UnsafeMutableBufferPointer<Lanes>) -> Result) -> Result {
        let count = levels.count * indices.groups * 3
        return withUnsafeTemporaryAllocation(
            of: Lanes.self, capacity: count + GridFields.size(layout) * indices.groups
        ) { memory in
            memory.initialize(repeating: .zero)
            let arriving = UnsafeMutableBufferPointer(rebasing: memory[..<count])
            var fields = (0..<indices.groups).map { group in
                let first = count + GridFields.size(layout) * group
                return GridFields(layout, .init(rebasing: memory[first..<first + GridFields.size(layout)]))
            }
            return withUnsafeTemporaryAllocation(of: GridStep.Loss.self, capacity: layout.nodes) { losses in
                if shape != nil { begin(fields) }
                for level in 1..<levels.count {
                    let step = GridStep(
                        from: levels[level - 1], to: levels[level], lines, resonance, largest: layout.largestDepth)
                    for node in 0..<layout.nodes {
                        losses[node] = step.loss(depth: layout.depths[node], slope: layout.slopes[node])
                    }
                    for group in fields.indices {
                        advance(&fields[group], group, step, losses, end: levels[level])
                        for state in 0..<3 {
                            arriving[3 * (level * indices.groups + group) + state] = fields[group].change[state]
                        }
                    }
                    if let observer { tell(observer, of: fields[0], step, end: levels[level]) }
                }
                return body(arriving)
            }
        }
    }

    /// Of what was absorbed in the last step; by Simpson's rule over u.
    private func tell(
        _ observer: (Double, Double) -> Void, of fields: GridFields, _ step: GridStep, end: Double
    ) {
        let behind = GridStencil(behind: step.centroid * step.width / layout.step, nodes: layout.nodes)
        let place = end + step.centroid * step.width
        for node in 0..<layout.nodes {
            let weight = SimpsonRule.weight(node, intervals: layout.intervals) * layout.step / 3
            observer(place - layout.step * Double(node), behind.value(fields.absorbed, node)[0] * weight)
        }
    }

    /// The free flux at the first level.
    private func begin(_ fields: [GridFields]) {
        let parts = (0..<layout.nodes).map { shape?(levels[0] + layout.step * (Double($0) + 0.5)) ?? 1 }
        for (group, field) in fields.enumerated() {
            let first = group * layout.nodes
            let farthest = indices.sources[first + layout.intervals]
            for node in 0..<layout.nodes {
                let end = shape?(levels[0] + layout.step * Double(layout.intervals - node)) ?? 1
                var sum = farthest * end
                for higher in node..<layout.intervals {
                    let emitted = indices.sources[first + higher] - indices.sources[first + higher + 1]
                    sum += emitted * parts[higher - node]
                }
                let here = indices.sources[first + node]
                field.free[node] = Lanes(repeating: end).replacing(with: sum / here, where: here .> 0)
            }
        }
    }

    private func advance(
        _ fields: inout GridFields, _ group: Int, _ step: GridStep,
        _ losses: UnsafeMutableBufferPointer<GridStep.Loss>, end: Double
    ) {
        let moves = GridIndices.Moves(indices.gammas[group], over: step.width)
        let own = DecayKernel.sum(moves.own)
        let passage = GridPassage(
            moves: moves, own: own, ownBulge: (DecayKernel.sum(moves.halfOwn) - own) * 0.5,
            lagBulge: DecayKernel.sum(moves.halfOwn) * 0.25 - own * 0.5,
            lag: step.centroid * step.width / layout.step, width: step.width, free: free, shares: shares,
            start: GridStencil(ahead: step.width / layout.step, nodes: layout.nodes),
            middle: GridStencil(ahead: step.width / layout.step / 2, nodes: layout.nodes))
        fields.begin(passage)
        let weights = hermiteWeights(step.width / layout.step, step: layout.step)
        let first = group * layout.nodes
        let last = layout.intervals
        let fadingPart = step.width * step.width / layout.step / 2
        let behind = GridStencil(behind: passage.lag, nodes: layout.nodes)
        let relative = shape.map { (path: $0(end + step.width / 2), end: $0(end)) }
        for node in 0..<last {
            let place = first + node
            let here = indices.sources[place]
            let before = here * weights.x + indices.sources[place + 1] * weights.y
            let bend = indices.sourceSlopes[place] * weights.z + indices.sourceSlopes[place + 1] * weights.w
            var (incoming, emitted) = (before + bend, here - before - bend)
            var fading = (indices.sourceSlopes[place] - indices.sourceSlopes[place + 1]) * fadingPart
            if let relative {
                incoming *= passage.start.value(fields.free, node)
                emitted *= relative.path
                fading *= relative.path
                let part = (incoming + emitted) / here
                fields.nextFree[node] = Lanes(repeating: relative.path).replacing(with: part, where: here .> 0)
            }
            fields.pass(
                node, passage, losses[node], incoming: incoming, light: free, emitted: emitted, fading: fading)
        }
        // At the largest redshift all is fresh.
        let part = relative?.end ?? 1
        let fresh = indices.sources[first + last] * part
        fields.nextFree[last] = Lanes(repeating: part)
        fields.absorbed[last] = fresh * (free * losses[last].incoming).sum()
        fields.finish(passage, behind: behind)
    }
}
