import NumericalMethods

/// What each line absorbs and so re-emits, as three moments over redshift, for one mediator.
///
/// On line j, R_j(u) = Σ_i Z_i (1 − e^{−τ_ij}). In units of the free comoving flux at the line the decay adds
/// P_k ∫ R_j x^γ K(x) du to the flux at a comoving energy y, x = y e^u/E_j; K is a polynomial, so that the moments
/// M_n(u) = ∫_u^{u_max} R_j e^{(γ+n)u'} du', n = 0, 1, 2, are all there is to know. Eqs. (7) to (10) of
/// Documentation/Transport.md.
struct AbsorptionRates {
    /// M_0, M_1, M_2 and R_j e^{γu} = −dM_0/du, line after line, node after node.
    let moments: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// e^{−τ_ij} of the incoming states.
    let survivals: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// −κ|Q_ij|² of each line.
    let strengths: InlineArray<3, SIMD4<Double>>
    /// P_k Γ_ν/Γ: what a state gets of each absorbed neutrino.
    let shares: SIMD4<Double>
    let nodeCount: Int
    let tables: EnergyTables

    /// Vectors that the rates take.
    static func size(_ geometry: LineGeometry) -> Int { (geometry.lines.count + 4) * geometry.grid.nodes.count }

    /// - Parameters:
    ///   - tables: of the spectrum.
    ///   - memory: of ``size(_:)``, lent as the tables for as long as the rates are used.
    ///   - strength: κ [eV⁻²].
    init(
        _ spectrum: NarrowLineSpectrum, _ tables: EnergyTables, memory: UnsafeMutableBufferPointer<SIMD4<Double>>,
        strength: Double, invisibleFraction: Double
    ) {
        let geometry = spectrum.geometry
        let (lines, count) = (geometry.lines.count, geometry.grid.nodes.count)
        nodeCount = count
        func part(_ first: Int, _ blocks: Int) -> UnsafeMutableBufferPointer<SIMD4<Double>> {
            .init(rebasing: memory[first * count..<(first + blocks) * count])
        }
        (moments, survivals) = (part(0, lines), part(lines, 3))
        shares = geometry.lines.shares * invisibleFraction
        strengths = geometry.strengths(strength)
        self.tables = tables
        geometry.fillSurvivals(survivals, strength: strength)
        fill(spectrum, densities: part(lines + 3, 1))
    }

    /// Line by line, by falling energy: a line is fed only by those above it.
    /// - Parameter densities: for R_j e^{(γ+n)u} of one line.
    private func fill(_ spectrum: NarrowLineSpectrum, densities: UnsafeMutableBufferPointer<SIMD4<Double>>) {
        spectrum.nodes.withUnsafeBufferPointer { nodes in
            spectrum.passages.withUnsafeBufferPointer { passages in
                @inline(__always) func fill(_ line: Int) {
                    for node in 0..<nodeCount {
                        let place = line &* nodeCount &+ node
                        let flux = arriving(line: line, node: node, source: nodes[place].source, passages)
                        densities[node] = nodes[place].growth * (flux * (1 - survivals[place])).sum()
                    }
                    integrate(densities, line: line)
                }
                // Written out, so that of each line the compiler knows how many send to it.
                let count = spectrum.geometry.lines.count
                if count > 0 { fill(0) }
                if count > 1 { fill(1) }
                if count > 2 { fill(2) }
            }
        }
    }

    /// The flux that reaches a line at a node, over the free flux of the power law there; the highest gets what the sources made alone.
    /// - Parameter passages: in the order of ``LineGeometry/passage(_:_:_:)``.
    @inline(__always)
    private func arriving(
        line: Int, node: Int, source: Double, _ passages: UnsafeBufferPointer<NarrowLineSpectrum.Passage>
    ) -> SIMD4<Double> {
        var flux = SIMD4<Double>.zero
        var passedSource = 0.0
        var passed = InlineArray<3, SIMD4<Double>>(repeating: .zero)
        for higher in 0..<line {
            let first = LineGeometry.passage(line, higher, 0) &* nodeCount &+ node
            let own = passages[first &+ higher &* nodeCount]
            guard own.happens else { continue }
            flux += (own.source - passedSource) * tables.free
            passedSource = own.source
            if higher > 0 {
                var daughters = SIMD4<Double>.zero
                for emitter in 0..<higher {
                    let sum = sum(passages[first &+ emitter &* nodeCount].kernel, of: emitter)
                    daughters += sum - passed[emitter]
                    passed[emitter] = sum
                }
                flux += shares * daughters.sum()
            }
            let left = higher &* nodeCount &+ own.kernel.cell
            flux *= survived(survivals[left], survivals[left &+ 1], own.survival, strengths[higher])
            passed[higher] = sum(own.kernel, of: higher)
        }
        var daughters = SIMD4<Double>.zero
        for emitter in 0..<line {
            let place = LineGeometry.passage(line, emitter, emitter) &* nodeCount &+ node
            daughters += passages[place].kernelAtNode * moments[emitter &* nodeCount &+ node] - passed[emitter]
        }
        return flux + (source - passedSource) * tables.free + shares * daughters.sum()
    }

    /// x^γ K applied to the moments of a line somewhere, to be summed.
    @inline(__always)
    private func sum(_ kernel: MomentKernel, of line: Int) -> SIMD4<Double> {
        let place = line &* nodeCount &+ kernel.cell
        return moments[place] * kernel.left + moments[place &+ 1] * kernel.right
    }

    /// M_n from the far end.
    @inline(__always)
    private func integrate(_ densities: UnsafeMutableBufferPointer<SIMD4<Double>>, line: Int) {
        var sum = SIMD4<Double>.zero
        for panel in tables.panels.reversed() {
            let (first, last, step) = (panel.firstNode, panel.firstNode + panel.cells, panel.step)
            @inline(__always) func end(_ node: Int, _ direction: Int) -> SIMD4<Double> {
                CubicCells.atEnd(
                    densities[node], densities[node + direction], densities[node + 2 * direction],
                    densities[node + 3 * direction], step: step)
            }
            @inline(__always) func set(_ node: Int) {
                var row = sum
                row.w = densities[node].x
                moments[line &* nodeCount &+ node] = row
            }
            set(last)
            sum += end(last, -1)
            set(last - 1)
            for node in (first + 1..<last - 1).reversed() {
                sum += CubicCells.inside(
                    densities[node - 1], densities[node], densities[node + 1], densities[node + 2], step: step)
                set(node)
            }
            sum += end(first, 1)
            set(first)
        }
    }
}
