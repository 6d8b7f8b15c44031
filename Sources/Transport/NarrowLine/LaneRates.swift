import NumericalMethods

/// What each line absorbs and re-emits, at four spectral indices: ``AbsorptionRates`` with a vector for every number.
struct LaneRates {
    typealias Lanes = SIMD4<Double>
    /// For the three mass states, or for three lines.
    typealias States = InlineArray<3, Lanes>
    private typealias Moments = (Lanes, Lanes, Lanes)

    private let lanes: NarrowLineLanes
    private let shares: SIMD4<Double>
    private let nodeCount: Int
    private let free: SIMD4<Double>
    /// M_0, M_1, M_2 and −dM_0/du, line after line, node after node.
    private let moments: UnsafeMutableBufferPointer<Lanes>
    /// A_n of Σ_n A_n x^n, x = E/E_1st: what the first lines, one, two or all, send below all their crossings, less its x^γ.
    private let tails: UnsafeMutableBufferPointer<Lanes>

    /// Vectors that the rates take.
    static func size(_ geometry: LineGeometry) -> Int {
        geometry.lines.count * (4 * geometry.grid.nodes.count + 3)
    }

    /// - Parameter memory: of ``size(_:)``.
    init(
        _ lanes: NarrowLineLanes, shares: SIMD4<Double>, _ geometry: LineGeometry, _ survival: CrossingSurvival,
        memory: UnsafeMutableBufferPointer<Lanes>
    ) {
        self.lanes = lanes
        self.shares = shares
        nodeCount = geometry.grid.nodes.count
        free = geometry.free
        let lines = geometry.lines.count
        moments = .init(rebasing: memory[..<(4 * lines * nodeCount)])
        tails = .init(rebasing: memory[(4 * lines * nodeCount)..<Self.size(geometry)])
        fill(survival, geometry)
        fillTails(geometry.lines)
    }

    private func fill(_ survival: CrossingSurvival, _ geometry: LineGeometry) {
        for line in 0..<geometry.lines.count {
            for node in 0..<nodeCount {
                moments[4 * (line * nodeCount + node) + 3] =
                    rate(line: line, node: node, survival, geometry) * lanes.growth[node]
            }
            integrate(line: line, geometry.grid)
        }
    }

    private func fillTails(_ lines: Lines) {
        var sums: Moments = (.zero, .zero, .zero)
        for line in 0..<lines.count {
            let (place, terms) = (4 * line * nodeCount, DecayKernel.terms(lines.ratios[line]))
            sums.0 += lanes.distancePowers[line] * moments[place] * terms.x
            sums.1 += lanes.distancePowers[line] * moments[place + 1] * terms.y
            sums.2 += lanes.distancePowers[line] * moments[place + 2] * terms.z
            (tails[3 * line], tails[3 * line + 1], tails[3 * line + 2]) = sums
        }
    }

    private func rate(line: Int, node: Int, _ survival: CrossingSurvival, _ geometry: LineGeometry) -> Lanes {
        var flux = States(repeating: .zero)
        var source = Lanes.zero
        var passed = States(repeating: .zero)
        for higher in 0..<line {
            let place = geometry.pair(line, higher) * nodeCount + node
            guard geometry.crossings[place].happens else { continue }
            let position = geometry.crossings[place].position
            var daughters = Lanes.zero
            for emitter in 0...higher {
                let origin = geometry.pair(line, emitter) * nodeCount + node
                let kernel = MomentKernel(lanes.fractionAtCrossing[origin], at: position, scales: lanes.scales)
                let sum = sum(kernel, of: emitter)
                // What the higher line itself emits comes after it.
                if emitter < higher { daughters += lanes.powerAtCrossing[origin] * (sum - passed[emitter]) }
                passed[emitter] = sum
            }
            let reached = lanes.sourceAtCrossing[place]
            pass(&flux, emitted: reached - source, daughters: daughters, survival: survival.atCrossing[place])
            source = reached
        }
        var daughters = Lanes.zero
        for emitter in 0..<line {
            let origin = geometry.pair(line, emitter) * nodeCount + node
            let sum = sum(lanes.fractionAtCrossing[origin], of: emitter, node: node)
            daughters += lanes.powerAtCrossing[origin] * (sum - passed[emitter])
        }
        let survived = survival.atNode[line * nodeCount + node]
        var absorbed = Lanes.zero
        for state in 0..<3 {
            let arrived = flux[state] + (lanes.sourceAtNode[node] - source) * free[state] + daughters * shares[state]
            absorbed += arrived * (1 - survived[state])
        }
        return absorbed
    }

    /// The flux of each mass state at Earth over what free streaming gives, energy after energy.
    @inline(__always)
    func arriving(_ views: UnsafeMutableBufferPointer<EnergyView>, _ body: (Int, States) -> Void) {
        guard let first = views.baseAddress else { return }
        for place in views.indices { body(place, arriving(first + place)) }
    }

    /// Below the lowest crossing of every line: what daughters add, as ``NarrowLineSpectrum``'s tail, for each index.
    /// - Parameters:
    ///   - lower: ε where it begins.
    ///   - upper: ε where it ends.
    ///   - weight: p of E^{p−γ}; the result is in units of the power at `lower`.
    func tail(from lower: Double, to upper: Double, weight: Double, _ lines: Lines) -> States {
        var sum = Lanes.zero
        for (line, distance) in lines.distances.enumerated() {
            let u = lower - distance
            let terms = DecayKernel.terms(Double.exp(-u))
            var integral = Lanes.zero
            for order in 0..<3 {
                let width = terms[order] * decayIntegral(weight + Double(order), upper - lower)
                integral += moments[4 * line * nodeCount + order] * width
            }
            sum += integral * exponential(lanes.index * -u)
        }
        return States { sum * shares[$0] }
    }

    /// - Parameter view: where it is, because a copy costs as much as its use.
    @inline(__always)
    private func arriving(_ view: UnsafePointer<EnergyView>) -> States {
        var flux = States(repeating: .zero)
        let emitters = view.pointee.emitters
        guard emitters > 0 else { return States { Lanes(repeating: free[$0]) } }
        var source = Lanes.zero
        var passed = States(repeating: .zero)
        let power = exponential(lanes.index * -view.pointee.epsilon)
        for line in view.pointee.crossed..<emitters {
            var daughters = Lanes.zero
            for emitter in 0...line {
                let sum =
                    lanes.distancePowers[emitter] * sum(view.pointee.crossings[line].kernels[emitter], of: emitter)
                if emitter < line { daughters += sum - passed[emitter] }
                passed[emitter] = sum
            }
            let reached = lanes.source(view.pointee.crossings[line].source)
            pass(
                &flux, emitted: reached - source, daughters: daughters * power,
                survival: view.pointee.crossings[line].survival)
            source = reached
        }
        // All that the lines sent, less what was counted on the way.
        let x = view.pointee.crossings[0].fraction
        let place = 3 * (emitters - 1)
        let daughters: Lanes = (tails[place + 2] * x + tails[place + 1]) * x + tails[place]
        let rest = daughters - passed[0] - passed[1] - passed[2]
        pass(&flux, emitted: 1 - source, daughters: rest * power, survival: .one)
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

    /// K without its x^γ, applied to the moments of a line somewhere.
    @inline(__always)
    private func sum(_ kernel: MomentKernel, of line: Int) -> Lanes {
        let place = 4 * (line * nodeCount + kernel.cell)
        return product(place, kernel.left) + product(place + 4, kernel.right)
    }

    /// What stands at a node, moment by moment, times as many weights.
    @inline(__always)
    private func product(_ place: Int, _ weights: SIMD4<Double>) -> Lanes {
        let values: Lanes = moments[place] * weights.x + moments[place + 1] * weights.y
        let slopes: Lanes = moments[place + 2] * weights.z + moments[place + 3] * weights.w
        return values + slopes
    }

    /// The same at a node.
    @inline(__always)
    private func sum(_ x: Double, of line: Int, node: Int) -> Lanes {
        let place = 4 * (line * nodeCount + node)
        return DecayKernel.sum((moments[place], moments[place + 1], moments[place + 2]), at: x)
    }

    /// M_n from the far end.
    private func integrate(line: Int, _ grid: RedshiftGrid) {
        var sum: Moments = (.zero, .zero, .zero)
        let first = line * nodeCount
        @inline(__always) func density(_ node: Int) -> Lanes { moments[4 * (first + node) + 3] }
        for panel in grid.panels.reversed() {
            set(first + panel.firstNode + panel.cells, sum)
            for cell in (0..<panel.cells).reversed() {
                sum.0 += panel.integral(cell: cell) { density($0) }
                sum.1 += panel.integral(cell: cell) { density($0) * lanes.scales[$0] }
                sum.2 += panel.integral(cell: cell) { density($0) * (lanes.scales[$0] * lanes.scales[$0]) }
                set(first + panel.firstNode + cell, sum)
            }
        }
    }

    @inline(__always)
    private func set(_ place: Int, _ sum: Moments) {
        moments[4 * place] = sum.0
        moments[4 * place + 1] = sum.1
        moments[4 * place + 2] = sum.2
    }
}

extension LaneRates.States {
    /// The three mass states at one of the four indices.
    @inline(__always)
    func spectrum(_ lane: Int) -> SIMD3<Double> { SIMD3(self[0][lane], self[1][lane], self[2][lane]) }
}
