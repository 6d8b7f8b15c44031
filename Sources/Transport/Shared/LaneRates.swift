/// What each line absorbs and re-emits, at four spectral indices: ``AbsorptionRates`` with a vector for every number.
struct LaneRates {
    typealias Lanes = SIMD4<Double>
    /// For the three mass states.
    typealias States = InlineArray<3, Lanes>
    typealias Moments = (Lanes, Lanes, Lanes)

    let lanes: NarrowLineLanes
    let shares: SIMD4<Double>
    let nodeCount: Int
    let free: SIMD4<Double>
    /// M_n, line after line, node after node, n after n.
    let moments: UnsafeMutableBufferPointer<Lanes>
    /// −dM_n/du.
    let densities: UnsafeMutableBufferPointer<Lanes>

    /// - Parameter memory: for moments and densities, three of each a line and node.
    init(
        _ lanes: NarrowLineLanes, shares: SIMD4<Double>, _ geometry: LineGeometry, _ survival: CrossingSurvival,
        memory: UnsafeMutableBufferPointer<Lanes>
    ) {
        self.lanes = lanes
        self.shares = shares
        nodeCount = geometry.grid.nodes.count
        free = geometry.free
        moments = .init(rebasing: memory[..<(memory.count / 2)])
        densities = .init(rebasing: memory[(memory.count / 2)...])
        fill(survival, geometry)
    }

    private func fill(_ survival: CrossingSurvival, _ geometry: LineGeometry) {
        for line in 0..<geometry.lines.count {
            for node in 0..<nodeCount {
                let density = rate(line: line, node: node, survival, geometry) * lanes.growth[node]
                let place = 3 * (line * nodeCount + node)
                let scale = lanes.scales[node]
                densities[place] = density
                densities[place + 1] = density * scale
                densities[place + 2] = density * (scale * scale)
            }
            integrate(line: line, geometry.grid)
        }
    }

    private func rate(line: Int, node: Int, _ survival: CrossingSurvival, _ geometry: LineGeometry) -> Lanes {
        var flux = States(repeating: .zero)
        var source = Lanes.zero
        var passed = InlineArray<3, Moments>(repeating: (.zero, .zero, .zero))
        for higher in 0..<line {
            let place = geometry.pair(line, higher) * nodeCount + node
            guard geometry.crossings[place].happens else { continue }
            let position = geometry.crossings[place].position
            var daughters = Lanes.zero
            for emitter in 0..<higher {
                let moment = moments(of: emitter, at: position)
                daughters += kernel(geometry.pair(line, emitter) * nodeCount + node, moment, less: passed[emitter])
                passed[emitter] = moment
            }
            let reached = lanes.sourceAtCrossing[place]
            pass(&flux, emitted: reached - source, daughters: daughters, survival: survival.atCrossing[place])
            source = reached
            passed[higher] = moments(of: higher, at: position)
        }
        var daughters = Lanes.zero
        for emitter in 0..<line {
            let place = 3 * (emitter * nodeCount + node)
            let moment = (moments[place], moments[place + 1], moments[place + 2])
            daughters += kernel(geometry.pair(line, emitter) * nodeCount + node, moment, less: passed[emitter])
        }
        let survived = survival.atNode[line * nodeCount + node]
        var absorbed = Lanes.zero
        for state in 0..<3 {
            let arrived = flux[state] + (lanes.sourceAtNode[node] - source) * free[state] + daughters * shares[state]
            absorbed += arrived * (1 - survived[state])
        }
        return absorbed
    }

    /// The flux of each mass state at Earth over what free streaming gives.
    func arriving(_ view: EnergyView) -> States {
        var flux = States(repeating: .zero)
        var source = Lanes.zero
        var passed = InlineArray<3, Moments>(repeating: (.zero, .zero, .zero))
        let power = exponential(lanes.index * -view.epsilon)
        for line in view.crossed..<view.emitters {
            let position = view.crossings[line].position
            var daughters = Lanes.zero
            for emitter in 0..<line {
                let moment = moments(of: emitter, at: position)
                daughters +=
                    lanes.distancePowers[emitter]
                    * Self.kernel(view.crossings[emitter].fraction, moment, less: passed[emitter])
                passed[emitter] = moment
            }
            let reached = lanes.source(view.crossings[line].u)
            pass(
                &flux, emitted: reached - source, daughters: daughters * power, survival: view.crossings[line].survival)
            source = reached
            passed[line] = moments(of: line, at: position)
        }
        var daughters = Lanes.zero
        for emitter in 0..<view.emitters {
            let place = 3 * emitter * nodeCount
            let moment = (moments[place], moments[place + 1], moments[place + 2])
            daughters +=
                lanes.distancePowers[emitter]
                * Self.kernel(view.crossings[emitter].fraction, moment, less: passed[emitter])
        }
        pass(&flux, emitted: 1 - source, daughters: daughters * power, survival: .one)
        return flux
    }

    /// Adds what a stretch emits and takes all through the line at its end.
    @inline(__always)
    private func pass(_ flux: inout States, emitted: Lanes, daughters: Lanes, survival: SIMD4<Double>) {
        for state in 0..<3 {
            let added = emitted * free[state] + daughters * shares[state]
            flux[state] = (flux[state] + added) * survival[state]
        }
    }

    @inline(__always)
    private func kernel(_ place: Int, _ moment: Moments, less passed: Moments) -> Lanes {
        lanes.powerAtCrossing[place] * Self.kernel(lanes.fractionAtCrossing[place], moment, less: passed)
    }

    /// K without its x^γ, applied to the moments of a stretch.
    @inline(__always)
    private static func kernel(_ x: Double, _ moment: Moments, less passed: Moments) -> Lanes {
        let first = (moment.0 - passed.0) * 3
        let second = (moment.1 - passed.1) * (6 * x)
        return first - second + (moment.2 - passed.2) * (6 * x * x)
    }

    /// Cubic Hermite interpolation; the derivative is known exactly.
    @inline(__always)
    private func moments(of line: Int, at position: RedshiftGrid.Position) -> Moments {
        let left = 3 * (line * nodeCount + position.cell)
        let weights = position.weights
        @inline(__always) func moment(_ n: Int) -> Lanes {
            let values = moments[left + n] * weights.x + moments[left + 3 + n] * weights.y
            return values - densities[left + n] * weights.z - densities[left + 3 + n] * weights.w
        }
        return (moment(0), moment(1), moment(2))
    }

    /// M_n from the far end.
    private func integrate(line: Int, _ grid: RedshiftGrid) {
        var sum: Moments = (.zero, .zero, .zero)
        let first = 3 * line * nodeCount
        for panel in grid.panels.reversed() {
            set(first + 3 * (panel.firstNode + panel.cells), sum)
            for cell in (0..<panel.cells).reversed() {
                sum.0 += panel.integral(cell: cell) { densities[first + 3 * $0] }
                sum.1 += panel.integral(cell: cell) { densities[first + 3 * $0 + 1] }
                sum.2 += panel.integral(cell: cell) { densities[first + 3 * $0 + 2] }
                set(first + 3 * (panel.firstNode + cell), sum)
            }
        }
    }

    @inline(__always)
    private func set(_ place: Int, _ sum: Moments) {
        moments[place] = sum.0
        moments[place + 1] = sum.1
        moments[place + 2] = sum.2
    }
}
