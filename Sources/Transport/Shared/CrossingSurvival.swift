import Physics
import RealModule

/// e^{−τ} at every crossing of the narrow-line solver, for one mediator and any spectral index.
struct CrossingSurvival {
    /// −κ |Q_ij|² over the incoming states, for each line.
    let strengths: [SIMD4<Double>]
    /// Of each line at the nodes, line after line.
    let atNode: [SIMD4<Double>]
    /// In the order of ``LineGeometry/crossings``.
    let atCrossing: [SIMD4<Double>]

    init(_ geometry: LineGeometry, _ mediator: Mediator) {
        let strength = min(mediator.strength, 1e100)
        let strengths = geometry.lines.chargeSquares.map { $0 * -strength }
        self.strengths = strengths
        atNode = strengths.flatMap { strength in
            geometry.depthAtNode.map { exponential(strength * $0) }
        }
        var atCrossing: [SIMD4<Double>] = []
        atCrossing.reserveCapacity(geometry.crossings.count)
        for lower in 0..<geometry.lines.count {
            for higher in 0..<lower {
                let first = geometry.pair(lower, higher) * geometry.grid.nodes.count
                for place in first..<first + geometry.grid.nodes.count {
                    let crossing = geometry.crossings[place]
                    atCrossing.append(crossing.happens ? exponential(strengths[higher] * crossing.depth) : .zero)
                }
            }
        }
        self.atCrossing = atCrossing
    }
}

/// One energy at Earth: which lines its neutrinos crossed, and where.
struct EnergyView {
    struct Crossing {
        /// x = E/E_j.
        var fraction: Double
        var u: Double
        var position: RedshiftGrid.Position
        var survival: SIMD4<Double>
    }

    /// ln(E_1st/E).
    let epsilon: Double
    /// Lines at higher energies, all of which may send daughters here.
    let emitters: Int
    /// The first of these, that were crossed.
    let crossed: Int
    private(set) var crossings = InlineArray<3, Crossing>(
        repeating: Crossing(
            fraction: 0, u: 0, position: .init(cell: 0, weights: .zero), survival: .zero))

    init(_ epsilon: Double, fraction: Double, _ geometry: LineGeometry, _ survival: CrossingSurvival) {
        self.epsilon = epsilon
        // Lines are not copied into a constant: that would count references at each energy.
        var emitters = 0
        // Lines below the first in energy are nearer in u, so that those not crossed come first.
        var crossed = 0
        while emitters < geometry.lines.count, epsilon >= geometry.lines.distances[emitters] {
            let u = epsilon - geometry.lines.distances[emitters]
            let x = fraction * geometry.lines.ratios[emitters]
            crossings[emitters].fraction = x
            crossings[emitters].u = u
            if u < geometry.grid.upper {
                crossings[emitters].position = geometry.grid.position(of: u)
                crossings[emitters].survival = exponential(survival.strengths[emitters] * geometry.depth(scale: 1 / x))
            } else {
                crossed += 1
            }
            emitters += 1
        }
        self.emitters = emitters
        self.crossed = crossed
    }
}
