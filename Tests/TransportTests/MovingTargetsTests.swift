import ConstraintKit
import Physics
import Testing

@testable import Transport

@Suite("Targets that move")
struct MovingTargetsTests {
    /// By how much moving targets of one mass state change the flux of all flavours in a third of a decade at most, γ = 2.475,
    /// normal ordering, NuFIT 6.1, C = 1/6π: an independent solution of eq. (4) with daughters, whose line has the density of
    /// Fermi's distribution, on 400 steps in redshift.
    static let changes: [(sum: Double, mass: Double, coupling: Double, state: Int, change: Double)] = [
        (0.06, 6.5, 5e-4, 1, 0.1153), (0.06, 6.5, 5e-4, 2, 0.0598), (0.06, 6.5, 1e-4, 1, 0.0138),
        (0.06, 6.5, 2e-3, 1, 0.4522), (0.06, 3, 5e-4, 1, 0.2416), (0.06, 12, 5e-4, 1, 0.0680),
        (0.06, 2, 1e-4, 1, 0.0819), (0.06, 1.2, 2e-4, 2, 0.1340), (0.1, 6.5, 5e-4, 1, 0.0097),
        (0.1, 6.5, 5e-4, 2, 0.0229), (0.1, 6.5, 1e-4, 1, 0.0004), (0.1, 3, 5e-4, 2, 0.0493),
    ]

    /// To be of use it must not be far above: three times, and what two points of the grid may differ by where little changes.
    @Test("The bound is above the change, and not far above it", arguments: changes)
    func bounds(row: (sum: Double, mass: Double, coupling: Double, state: Int, change: Double)) throws {
        let setting = try TransportSetting(parameterSet: .planck2018NuFIT61, sumOfMasses: row.sum)
        let bound = MovingTargets(setting, state: row.state - 1)
            .greatestChange(try mediator(row.mass, row.coupling), index: 2.475)
        #expect(bound >= row.change && bound <= 3.5 * row.change + 0.03, "\(row): \(bound)")
    }

    /// Each target takes as much out of a flux that is even in ln E as at rest: (M1) only moves it.
    @Test("The line keeps its area", arguments: [0.5, 7, 40])
    func area(massOverTemperature: Double) {
        let line = ThermalLine(massOverTemperature)
        let step = 1e-3
        let area = (-6000...6000).reduce(0) { $0 + line.density(Double($1) * step) * step }
        // The table of tails is read linearly.
        #expect(abs(area - 1) < 0.02)
    }

    @Test("Without coupling nothing changes, and all numbers stay numbers", arguments: [1e-12, 1e-3, 10])
    func extremes(coupling: Double) throws {
        let setting = try TransportSetting(parameterSet: .planck2018NuFIT61, sumOfMasses: 0.06)
        for gamma in [1, 2.5, 10] {
            let bound = MovingTargets(setting, state: 0).greatestChange(try mediator(6.5, coupling), index: gamma)
            #expect(bound >= 0 && bound < 3.1 && (coupling > 1e-12 || bound < 1e-12))
        }
    }

    @Test("It is said where targets count as at rest and are not")
    func caveat() throws {
        let light = try NarrowLineSolver(TransportSetting(parameterSet: .planck2018NuFIT61, sumOfMasses: 0.06))
        func states(_ coupling: Double) throws -> [Int] {
            light.caveats(try mediator(6.5, coupling), index: 2.5).compactMap {
                if case .targetsAtRest(let state, let change) = $0 { change > 1e-3 ? state : nil } else { nil }
            }
        }
        #expect(try states(5e-4) == [1, 2])
        // What is below the tolerance of the solver need not be said.
        #expect(try states(1e-6) == [])
    }
}
