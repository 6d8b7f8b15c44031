import NumericalMethods
import Physics
import RealModule

/// One energy at Earth: which lines its neutrinos crossed, and where; above all lines, none.
struct EnergyView {
    struct Crossing {
        /// x = E/E_j.
        var fraction: Double
        var survival: SIMD4<Double>
        /// Where W is read.
        var source: SourcePlace
        /// What this line and those of higher energy sent here from above the crossing.
        var kernels: InlineArray<3, MomentKernel>
    }

    /// ln(E_1st/E).
    private(set) var epsilon: Double
    /// Lines at higher energies, all of which may send daughters here.
    private(set) var emitters = 0
    /// The first of these, that were crossed: lines below the first in energy are nearer in u, so that those not crossed
    /// come first.
    private(set) var crossed = 0
    private(set) var crossings: InlineArray<3, Crossing>

    /// Of no energy: to be taken to one.
    static let none = EnergyView(
        epsilon: 0,
        crossings: .init(
            repeating: Crossing(
                fraction: 0, survival: .zero, source: SourcePlace(cell: 0, weights: .zero),
                kernels: .init(repeating: MomentKernel()))))

    /// Takes a view to an energy. In place, because to write a thousand bytes of nothing and copy them costs as much as their use; and
    /// not an initialiser, which would take geometry and survival over, and count references to all they hold.
    /// - Parameter lanes: any of those it serves: for their nodes.
    static func take(
        _ view: inout EnergyView, to epsilon: Double, fraction: Double, _ geometry: LineGeometry,
        _ survival: CrossingSurvival, _ lanes: NarrowLineLanes
    ) {
        (view.epsilon, view.emitters, view.crossed) = (epsilon, 0, 0)
        // Lines are not copied into a constant, for the same reason.
        while view.emitters < geometry.lines.count, epsilon >= geometry.lines.distances[view.emitters] {
            let line = view.emitters
            let u = epsilon - geometry.lines.distances[line]
            let x = fraction * geometry.lines.ratios[line]
            view.crossings[line].fraction = x
            if u < geometry.grid.upper {
                let position = geometry.grid.position(of: u)
                view.crossings[line].source = lanes.source.place(u)
                let weights = LineGeometry.survivalWeights(position, slopes: geometry.depthSlopeAtNode)
                view.crossings[line].survival = survival.at(position.cell, weights, line: line)
                for emitter in 0...line {
                    view.crossings[line].kernels[emitter] = MomentKernel(
                        view.crossings[emitter].fraction, at: position, scales: lanes.scales)
                }
            } else {
                view.crossed += 1
            }
            view.emitters += 1
        }
    }
}

/// Where in a source table a point lies, and Hermite's weights there.
struct SourcePlace {
    var cell: Int
    var weights: SIMD4<Double>
}
