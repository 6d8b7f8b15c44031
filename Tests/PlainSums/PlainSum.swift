import ConstraintKit
import Foundation
import NumericalMethods
import Physics

@testable import Transport

/// States on a fixed lattice in ln E y, from the sources to Earth.
struct PlainSum {
    private let cell: Double
    private let top = 2.5
    private var states: [SIMD4<Double>]

    init(_ geometry: LineGeometry, _ mediator: Mediator, _ gamma: Double, steps: Int, cell: Double) throws {
        self.cell = cell
        let resonance = Resonance(mediator, geometry)
        let lines = geometry.lines
        let (strength, width) = (resonance.strength, resonance.shape.width)
        let count = Int(4.5 / cell)
        states = Array(repeating: SIMD4(1, 1, 1, 0), count: count)
        let step = geometry.grid.upper / Double(steps)
        let decay = SIMD3(exp(-gamma * cell), exp(-(gamma + 1) * cell), exp(-(gamma + 2) * cell))
        for number in (0..<steps).reversed() {
            let u = (Double(number) + 0.5) * step
            let depth = geometry.depth(scale: exp(u)) * step * strength * width / .pi
            var moments = SIMD3<Double>.zero
            for place in 0..<count {
                let energy = exp(top - cell * (Double(place) + 0.5) + u)
                var tau = SIMD4<Double>.zero
                for line in 0..<lines.count {
                    let t = energy * lines.ratios[line]
                    let breadth: Double = (t - 1) * (t - 1) + width * width
                    tau += lines.chargeSquares[line] * (depth * t / breadth)
                }
                let lost = states[place] * (1 - exponential(-tau))
                // Half a cell's daughters are its own.
                let half = lost.sum() * cell / 2
                moments = moments * decay + SIMD3(repeating: half)
                let made = (moments * SIMD3(3, -6, 6)).sum()
                moments += SIMD3(repeating: half)
                states[place] += lines.shares * (resonance.invisibleFraction * made) - lost
            }
        }
    }

    func ratios(at places: [Double]) -> [SIMD3<Double>] {
        places.map { place in
            let offset = (top - place) / cell - 0.5
            let lower = Int(offset)
            let state = states[lower] + (states[lower + 1] - states[lower]) * (offset - Double(lower))
            return SIMD3(state.x, state.y, state.z)
        }
    }
}
