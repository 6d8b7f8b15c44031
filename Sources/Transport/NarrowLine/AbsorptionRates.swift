import NumericalMethods

/// What each line absorbs and so re-emits, as three moments over redshift, for one mediator.
///
/// On line j, R_j(u) = Σ_i Z_i (1 − e^{−τ_ij}). In units of the free comoving flux at the line the decay adds
/// P_k ∫ R_j x^γ K(x) du to the flux at a comoving energy y, x = y e^u/E_j; K is a polynomial, so that the moments
/// M_n(u) = ∫_u^{u_max} R_j e^{(γ+n)u'} du', n = 0, 1, 2, are all there is to know. Eqs. (7) to (10) of
/// Documentation/Transport.md.
struct AbsorptionRates {
    /// M_n, line after line, node after node.
    let moments: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// R_j e^{(γ+n)u} = −dM_n/du.
    let densities: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// e^{−τ_ij} of the incoming states, and its derivative to u.
    private let survivals: UnsafeMutableBufferPointer<SIMD4<Double>>
    private let survivalSlopes: UnsafeMutableBufferPointer<SIMD4<Double>>
    /// P_k Γ_ν/Γ: what a state gets of each absorbed neutrino.
    let shares: SIMD4<Double>
    let nodeCount: Int

    /// Vectors that the rates take.
    static func size(_ geometry: LineGeometry) -> Int { 4 * geometry.lines.count * geometry.grid.nodes.count }

    /// - Parameters:
    ///   - memory: of ``size(_:)``, lent for as long as the rates are used.
    ///   - strength: κ [eV⁻²].
    init(
        _ spectrum: NarrowLineSpectrum, memory: UnsafeMutableBufferPointer<SIMD4<Double>>, strength: Double,
        invisibleFraction: Double
    ) {
        let geometry = spectrum.geometry
        nodeCount = geometry.grid.nodes.count
        let count = geometry.lines.count * nodeCount
        func part(_ number: Int) -> UnsafeMutableBufferPointer<SIMD4<Double>> {
            .init(rebasing: memory[number * count..<(number + 1) * count])
        }
        (moments, densities, survivals, survivalSlopes) = (part(0), part(1), part(2), part(3))
        shares = geometry.lines.shares * invisibleFraction
        geometry.fillSurvivals(survivals, slopes: survivalSlopes, strength: strength)
        // Line by line, by falling energy: a line is fed only by those above it.
        for line in 0..<geometry.lines.count {
            for node in 0..<nodeCount {
                densities[line * nodeCount + node] =
                    rate(line: line, node: node, spectrum, geometry) * spectrum.growth[node]
            }
            integrate(line: line, geometry.grid)
        }
    }

    /// R_j(u) at a node, in units of the free flux there.
    private func rate(
        line: Int, node: Int, _ spectrum: NarrowLineSpectrum, _ geometry: LineGeometry
    ) -> Double {
        // Nothing came to the highest line but what the sources made.
        guard line > 0 else {
            return (geometry.free * (1 - survivals[node])).sum() * spectrum.sourceAtNode[node]
        }
        var flux = SIMD4<Double>.zero
        var source = 0.0
        var passed = InlineArray<3, SIMD4<Double>>(repeating: .zero)
        for higher in 0..<line {
            let place = geometry.pair(line, higher) * nodeCount + node
            let crossing = geometry.crossings[place]
            guard crossing.happens else { continue }
            flux += (spectrum.sourceAtCrossing[place] - source) * geometry.free
            source = spectrum.sourceAtCrossing[place]
            var daughters = SIMD4<Double>.zero
            for emitter in 0..<higher {
                let kernel = spectrum.kernelAtCrossing[geometry.pair(line, emitter) * nodeCount + node]
                let moment = moments(of: emitter, at: crossing.position)
                daughters += kernel * (moment - passed[emitter])
                passed[emitter] = moment
            }
            if higher > 0 { flux += shares * daughters.sum() }
            flux *= survival(of: higher, at: crossing.position)
            passed[higher] = moments(of: higher, at: crossing.position)
        }
        flux += (spectrum.sourceAtNode[line * nodeCount + node] - source) * geometry.free
        var daughters = SIMD4<Double>.zero
        for emitter in 0..<line {
            let kernel = spectrum.kernelAtCrossing[geometry.pair(line, emitter) * nodeCount + node]
            daughters += kernel * (moments[emitter * nodeCount + node] - passed[emitter])
        }
        flux += shares * daughters.sum()
        return (flux * (1 - survivals[line * nodeCount + node])).sum()
    }

    /// The flux of each mass state at Earth over what free streaming gives of the power law.
    /// - Parameters:
    ///   - epsilon: ε = ln(E_1st/E), zero or above.
    ///   - fraction: e^{−ε}.
    ///   - power: e^{−γε}.
    ///   - emitted: what free streaming gives of the sources, over that of the power law; with 0 what the mediator changes is
    ///     told, and not what arrives.
    @inline(__always)
    func arriving(
        _ epsilon: Double, fraction: Double, power: Double, emitted: Double = 1, _ spectrum: NarrowLineSpectrum
    ) -> SIMD4<Double> {
        let free = spectrum.geometry.free
        var flux = SIMD4<Double>.zero
        var source = 0.0
        var emitters = 0
        var passed = InlineArray<3, SIMD4<Double>>(repeating: .zero)
        var kernels = InlineArray<3, SIMD4<Double>>(repeating: .zero)
        for line in 0..<spectrum.geometry.lines.count {
            let u = epsilon - spectrum.geometry.lines.distances[line]
            guard u >= 0 else { break }
            let factors = spectrum.distanceFactors[line]
            kernels[line] = NarrowLineSpectrum.kernel(fraction: fraction * factors.y, power: power * factors.x)
            emitters = line + 1
            guard u < spectrum.geometry.grid.upper else { continue }
            let position = spectrum.geometry.grid.position(of: u)
            let reached = spectrum.source(u, line: line)
            flux += (reached - source) * free
            source = reached
            var daughters = SIMD4<Double>.zero
            for emitter in 0..<line {
                let moment = moments(of: emitter, at: position)
                daughters += kernels[emitter] * (moment - passed[emitter])
                passed[emitter] = moment
            }
            if line > 0 { flux += shares * daughters.sum() }
            flux *= survival(of: line, at: position)
            passed[line] = moments(of: line, at: position)
        }
        var daughters = SIMD4<Double>.zero
        for emitter in 0..<emitters {
            daughters += kernels[emitter] * (moments[emitter * nodeCount] - passed[emitter])
        }
        return flux + (emitted - source) * free + shares * daughters.sum()
    }

    @inline(__always)
    private func survival(of line: Int, at position: RedshiftGrid.Position) -> SIMD4<Double> {
        let left = line * nodeCount + position.cell
        return position.survival(
            survivals[left], survivals[left + 1], survivalSlopes[left], survivalSlopes[left + 1])
    }

    /// Cubic Hermite interpolation; the derivative is known exactly.
    @inline(__always)
    private func moments(of line: Int, at position: RedshiftGrid.Position) -> SIMD4<Double> {
        let left = line * nodeCount + position.cell
        let weights = position.weights
        let values: SIMD4<Double> = moments[left] * weights.x + moments[left + 1] * weights.y
        let withLeft: SIMD4<Double> = values - densities[left] * weights.z
        return withLeft - densities[left + 1] * weights.w
    }

    /// M_n from the far end.
    private func integrate(line: Int, _ grid: RedshiftGrid) {
        var sum = SIMD4<Double>.zero
        let first = line * nodeCount
        for panel in grid.panels.reversed() {
            moments[first + panel.firstNode + panel.cells] = sum
            for cell in (0..<panel.cells).reversed() {
                sum += panel.integral(cell: cell) { densities[first + $0] }
                moments[first + panel.firstNode + cell] = sum
            }
        }
    }
}
