/// What is known at the nodes of one level, for one group of indices. Eqs. (12) to (26) of Documentation/Transport.md.
struct GridFields {
    typealias Lanes = GridIndices.Lanes
    typealias Values = UnsafeMutableBufferPointer<Lanes>

    /// What the mediator changes of the ratio to the free flux, node after node, state after state.
    private(set) var change: Values
    private var nextChange: Values
    /// The free flux over that of the power law, where it is not that.
    private(set) var free: Values
    private(set) var nextFree: Values
    /// M_n, node after node.
    let moments: Values
    /// Σ_n of the moments, as ``DecayKernel/sum(_:at:)``: what decays emit in u, all states together.
    let daughters: Values
    /// The same half a step on.
    let halfDaughters: Values
    /// What was absorbed on the last path to each node.
    let absorbed: Values
    private let nodes: Int

    /// Vectors that the fields of a group take.
    static func size(_ layout: GridLayout) -> Int { parts.reduce(0, +) * layout.nodes }
    private static let parts = [3, 3, 1, 1, 3, 1, 1, 1]

    /// - Parameter memory: zeros.
    init(_ layout: GridLayout, _ memory: Values) {
        nodes = layout.nodes
        var start = 0
        func next(_ part: Int) -> Values {
            let size = Self.parts[part] * layout.nodes
            defer { start += size }
            return Values(rebasing: memory[start..<start + size])
        }
        change = next(0)
        nextChange = next(1)
        free = next(2)
        nextFree = next(3)
        moments = next(4)
        daughters = next(5)
        absorbed = next(6)
        halfDaughters = next(7)
    }

    /// Sees how far daughters of what was absorbed so far have fallen halfway to the next level.
    func begin(_ passage: GridPassage) {
        for node in 0..<nodes {
            let place = 3 * node
            halfDaughters[node] = DecayKernel.sum(
                (
                    moments[place] * passage.moves.halfDecay.0, moments[place + 1] * passage.moves.halfDecay.1,
                    moments[place + 2] * passage.moves.halfDecay.2
                ))
        }
    }

    /// The path that ends at a node: eqs. (16) to (26).
    /// - Parameters:
    ///   - incoming: the free flux at its start, and `light` what comes in of that for each state.
    ///   - emitted: what sources add to it on the way.
    ///   - fading: half of what they add per path more at its start than at its end.
    @inline(__always)
    func pass(
        _ node: Int, _ passage: GridPassage, _ loss: GridStep.Loss, incoming: Lanes,
        light: SIMD4<Double>, emitted: Lanes, fading: Lanes
    ) {
        let place = 3 * node
        let decayed = decay(node, passage.moves)
        let before = passage.start.value(daughters, node) * passage.width
        let halfway = passage.middle.value(halfDaughters, node) * passage.width
        let after = decayed * passage.width
        // What a parabola has in its middle above a straight line.
        let bulge = halfway - (before + after) * 0.5
        var started = InlineArray<3, Lanes>(repeating: .zero)
        var gone = InlineArray<3, Lanes>(repeating: .zero)
        var sum = Lanes.zero
        var (feedback, bulgeFeedback) = (0.0, 0.0)
        for state in 0..<3 {
            started[state] = passage.start.value(change, node, stride: 3, part: state)
            let arriving = started[state] + incoming * light[state]
            let even: Double = passage.free[state] * (loss.falling[state] + loss.rising[state])
            let uneven: Double = passage.free[state] * (loss.falling[state] - loss.rising[state])
            let added: Lanes = emitted * even + fading * uneven
            let straight: Lanes = before * loss.falling[state] + after * loss.rising[state]
            let made: Lanes = (straight + bulge * (4 * loss.bulging[state])) * passage.shares[state]
            gone[state] = arriving * loss.incoming[state] + (added + made)
            sum += gone[state]
            feedback += passage.shares[state] * loss.rising[state]
            bulgeFeedback += passage.shares[state] * loss.bulging[state] * 4
        }
        // Eqs. (23) to (25). What is absorbed here makes daughters on the same path, some of which are absorbed again. They come from what
        // was higher in energy at the same u, and so from paths that end a little lower.
        let beside = node > 0 ? absorbed[node - 1] : .zero
        let lag = node > 0 ? passage.lag : 0
        let ownEndBeside = passage.own * (passage.width * lag)
        let ownBulgeBeside = passage.lagBulge * (passage.width * lag)
        let ownEndHere = passage.own * passage.width - ownEndBeside
        let ownBulgeHere = passage.ownBulge * passage.width - ownBulgeBeside
        sum += beside * (ownEndBeside * feedback + ownBulgeBeside * bulgeFeedback)
        let total = sum / (1 - ownEndHere * feedback - ownBulgeHere * bulgeFeedback)
        let ownEnd = ownEndHere * total + ownEndBeside * beside
        let ownMiddle = ownBulgeHere * total + ownBulgeBeside * beside
        let made = (before + after + ownEnd) * 0.5 + (bulge + ownMiddle) * (2.0 / 3)
        for state in 0..<3 {
            let share = passage.shares[state]
            let own: Lanes = ownEnd * loss.rising[state] + ownMiddle * (4 * loss.bulging[state])
            let lost = gone[state] + own * share
            nextChange[place + state] = started[state] + made * share - lost
        }
        absorbed[node] = total
    }

    /// Takes a node's moments to the next level; the daughters there of what was absorbed above.
    @inline(__always)
    @discardableResult
    func decay(_ node: Int, _ moves: GridIndices.Moves) -> Lanes {
        let place = 3 * node
        moments[place] *= moves.decay.0
        moments[place + 1] *= moves.decay.1
        moments[place + 2] *= moves.decay.2
        return DecayKernel.sum((moments[place], moments[place + 1], moments[place + 2]))
    }

    /// Adds what was absorbed between the levels at each u, which lies on paths that end a little below it.
    mutating func finish(_ passage: GridPassage, behind: GridStencil) {
        decay(nodes - 1, passage.moves)
        for node in 0..<nodes {
            let total = behind.value(absorbed, node)
            let place = 3 * node
            moments[place] += total * passage.moves.own.0
            moments[place + 1] += total * passage.moves.own.1
            moments[place + 2] += total * passage.moves.own.2
            daughters[node] = DecayKernel.sum((moments[place], moments[place + 1], moments[place + 2]))
        }
        (change, nextChange) = (nextChange, change)
        (free, nextFree) = (nextFree, free)
    }
}
