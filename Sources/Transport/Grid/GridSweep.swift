import Physics

/// Takes the fluxes of all cells from the farthest sources to Earth, one step in redshift after another.
///
/// Within a step each cell keeps its comoving energy. What it brings survives with e^{−τ}, exactly; what is emitted
/// during the step survives with the mean of that over the rest of the step. The difference is absorbed, and its daughters
/// are the moments M_n = ∫ a (y/y')^{γ+n} dx', carried downwards in energy cell by cell: O(N) a step. Fluxes are in units
/// of the free flux at the same energy.
struct GridSweep {
    typealias Lanes = GridIndices.Lanes

    let layout: GridLayout
    let indices: GridIndices
    let depths: StepDepths
    /// P_k Γ_ν/Γ.
    let shares: SIMD4<Double>
    /// What arrives of each state without interaction, relative to the mean.
    let free: SIMD4<Double>
    let cells: Int
    /// Where sources emit no power law.
    let shape: GridEmission?

    /// The ratio to the free flux, cell after cell, group after group, state after state.
    let flux: UnsafeMutableBufferPointer<Lanes>
    /// What each cell lost to absorption in all, cell after cell, group after group.
    let absorbed: UnsafeMutableBufferPointer<Lanes>
    /// M_n at the upper end of the present cell, group after group, n after n.
    let ends: UnsafeMutableBufferPointer<Lanes>
    /// What was absorbed at each crossing of a line in this step, crossing after crossing, group after group.
    let events: UnsafeMutableBufferPointer<Lanes>

    /// Lends the swept cells.
    static func run<Result>(
        _ layout: GridLayout, _ indices: GridIndices, _ depths: StepDepths, _ shape: GridEmission?,
        shares: SIMD4<Double>, free: SIMD4<Double>,
        cells: Int, _ body: (GridSweep) -> Result
    ) -> Result {
        let groups = indices.groups
        let sizes = [3 * cells * groups, cells * groups, 3 * groups, depths.crossings.count * groups]
        return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: sizes.reduce(0, +)) { memory in
            memory.initialize(repeating: .zero)
            var start = 0
            let parts = sizes.map { size in
                defer { start += size }
                return UnsafeMutableBufferPointer(rebasing: memory[start..<start + size])
            }
            let sweep = GridSweep(
                layout: layout, indices: indices, depths: depths, shares: shares, free: free, cells: cells,
                shape: shape,
                flux: parts[0], absorbed: parts[1], ends: parts[2], events: parts[3])
            sweep.begin()
            for step in (0..<layout.steps).reversed() { sweep.advance(step) }
            return body(sweep)
        }
    }

    private func begin() {
        for cell in 0..<cells {
            let part = shape?.farthest[cell] ?? 1
            for group in 0..<indices.groups {
                for state in 0..<3 {
                    flux[3 * (cell * indices.groups + group) + state] = indices.initial[group] * (free[state] * part)
                }
            }
        }
    }

    private func advance(_ step: Int) {
        let density = (late: layout.depths[step], early: layout.depths[step + 1])
        ends.update(repeating: .zero)
        events.update(repeating: .zero)
        let first = (layout.steps - 1 - step) * layout.slots
        var slot = 0
        for cell in 0..<cells {
            let crossings = depths.crossingsOfCell[first + cell]
            if crossings.isEmpty {
                let loss = loss(depths.cells[first + cell], density)
                for group in 0..<indices.groups { stream(cell, slot: slot, group, step: step, loss) }
            } else {
                crossLines(cell, slot: slot, step: step, crossings, density)
            }
            slot = slot + 1 == layout.slots ? 0 : slot + 1
        }
    }

    /// What a stretch absorbs of what comes in, and of what is emitted evenly in it.
    struct Loss {
        var incoming: SIMD4<Double>
        var emitted: SIMD4<Double>
    }

    @inline(__always)
    func loss(_ stretch: StepDepths.Stretch, _ density: (late: Double, early: Double)) -> Loss {
        let incoming = 1 - exponential(-(stretch.late * density.late + stretch.early * density.early))
        guard case .resolved(let points) = stretch.emission else {
            return Loss(incoming: incoming, emitted: 1 - exponential(-(stretch.late * density.late)))
        }
        return Loss(incoming: incoming, emitted: loss(points, (density.late + density.early) / 2))
    }

    /// What is absorbed of an emission at points; their weights count as adding up to 1.
    @inline(__always)
    func loss(_ points: Range<Int>, _ density: Double) -> SIMD4<Double> {
        var survival = SIMD4<Double>.zero
        for point in points {
            survival += exponential(depths.points[point].depth * -density) * depths.points[point].weight
        }
        return 1 - survival
    }

    /// Daughters at the middle of a cell, from all cells above.
    @inline(__always)
    func daughters(slot: Int, _ group: Int) -> Lanes {
        let decay = indices.moves[slot * indices.groups + group].halfDecay
        return GridIndices.daughters(
            (ends[3 * group] * decay.0, ends[3 * group + 1] * decay.1, ends[3 * group + 2] * decay.2))
    }

    /// A step without a line.
    @inline(__always)
    private func stream(_ cell: Int, slot: Int, _ group: Int, step: Int, _ loss: Loss) {
        let place = cell * indices.groups + group
        let daughters = daughters(slot: slot, group)
        let emission = emission(cell, step: step, group)
        var total = Lanes.zero
        for state in 0..<3 {
            let before = flux[3 * place + state]
            let added = daughters * shares[state] + emission * free[state]
            let gone = before * loss.incoming[state] + added * loss.emitted[state]
            flux[3 * place + state] = before + added - gone
            total += gone
        }
        let own = total * indices.pairs[slot * (indices.reach + 1) * indices.groups + group]
        for state in 0..<3 { flux[3 * place + state] += own * shares[state] }
        carry(total, cell, slot: slot, group)
    }

    /// What sources add to a cell in a step.
    @inline(__always)
    func emission(_ cell: Int, step: Int, _ group: Int) -> Lanes {
        let emission = indices.emission[step * indices.groups + group]
        guard let shape else { return emission }
        return emission * shape.parts[(layout.steps - 1 - step) * layout.slots + cell]
    }

    /// Takes the moments from the upper to the lower end of a cell.
    @inline(__always)
    func carry(_ total: Lanes, _ cell: Int, slot: Int, _ group: Int) {
        let moves = indices.moves[slot * indices.groups + group]
        absorbed[cell * indices.groups + group] += total
        ends[3 * group] = ends[3 * group] * moves.decay.0 + total * moves.own.0
        ends[3 * group + 1] = ends[3 * group + 1] * moves.decay.1 + total * moves.own.1
        ends[3 * group + 2] = ends[3 * group + 2] * moves.decay.2 + total * moves.own.2
    }
}
