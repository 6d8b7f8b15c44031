import ConstraintKit
import Foundation
import NumericalMethods
import Physics
import Testing

@testable import PlainSums
@testable import Transport

/// Sources that all lie at one redshift, from within the Milky Way to far away.
@Suite("Sources at one redshift")
struct ShellTests {
    static let redshifts = [1e-6, 1e-4, 1e-3, 0.02, 0.3, 1, 3, 6]

    static func setting(_ redshift: Double, _ ordering: Ordering = .normal) throws -> TransportSetting {
        var setting = try TransportSetting(ordering: ordering)
        setting.evolution = .point
        setting.maximumRedshift = redshift
        return setting
    }

    /// Of both grids, since neither is exact.
    @Test("They are known as well as is said", arguments: Ordering.allCases, redshifts)
    func stated(ordering: Ordering, redshift: Double) throws {
        let setting = try Self.setting(redshift, ordering)
        let grids = try [25.0, 50, 200].map { try GridSolverTests.grid(setting, points: $0) }
        let bins = try GridSolverTests.cascadeBins()
        for (mass, coupling, gamma) in [
            (6.5, 0.02, 2.5), (3, 5e-3, 1.8), (10, 0.05, 3.2), (2, 0.1, 2.5), (6.5, 0.3, 2),
        ] {
            let mediator = try mediator(mass, coupling)
            let ratios = try grids.map { try GridSolverTests.ratios($0, mediator, gamma, bins) }
            let errors = grids.map { $0.estimatedError(mediator, index: gamma) }
            for coarse in 0..<2 {
                // Of a ratio above 1 as of the whole, as errors are stated.
                let difference =
                    zip(ratios[coarse], ratios[2]).map {
                        largestDifference([$0], [$1]) / max(1, $1.max())
                    }.max() ?? 1
                #expect(difference < errors[coarse] + errors[2], "at \(mass) MeV, g′ = \(coupling)")
            }
        }
    }

    /// At this coupling lines are so narrow that even at z = 1e-6 all but 1e-4 of them lies on the way, and the narrow line is exact.
    @Test("Γ → 0 is the narrow line, however near they are", arguments: Ordering.allCases, redshifts)
    func narrow(ordering: Ordering, redshift: Double) throws {
        let setting = try Self.setting(redshift, ordering)
        let bins = try GridSolverTests.cascadeBins()
        let mediator = try mediator(6.5, 5e-5)
        let exact = try GridSolverTests.ratios(NarrowLineSolver(setting), mediator, 2.5, bins)
        let grid = try GridSolverTests.ratios(GridSolverTests.grid(setting, points: 100), mediator, 2.5, bins)
        let change = largestDifference(exact, exact.map { _ in setting.freeStates })
        #expect(change > 0)
        // What the lines change is proportional to the way: 3e-3 of that, and what rounding leaves of ratios.
        #expect(largestDifference(grid, exact) < 3e-3 * change + 1e-12)
    }

    @Test("What is absorbed is re-emitted", arguments: redshifts)
    func balance(redshift: Double) throws {
        let solver = try GridSolverTests.grid(Self.setting(redshift), points: 100)
        for (mass, coupling) in [(6.5, 5e-4), (3, 5e-3), (6.5, 0.02), (2, 0.1)] {
            let spectrum = GridSpectrum(spectra: try solver.spectra(indices: [2.5]), index: 2.5)
            let balance = spectrum.balance(try mediator(mass, coupling))
            #expect(balance.absorbedEnergy > 0)
            // Daughters are made of what columns had absorbed, exactly; sums over columns differ by the second order of their
            // distance from the lines, a sixth: at worst 2e-3.
            #expect(abs(balance.addedEnergy) < 4e-3 * balance.absorbedEnergy, "at \(mass) MeV, g′ = \(coupling)")
        }
    }

    /// Twice the points are some fourth of the error where wings are wide.
    @Test("Errors are of second order where wings are smooth", arguments: [1e-4, 0.02, 1])
    func order(redshift: Double) throws {
        let setting = try Self.setting(redshift)
        let bins = try GridSolverTests.cascadeBins()
        let mediator = try mediator(2, 0.1)
        let ratios = try [25.0, 50, 200].map {
            try GridSolverTests.ratios(GridSolverTests.grid(setting, points: $0), mediator, 2.5, bins)
        }
        let (coarse, fine) = (largestDifference(ratios[0], ratios[2]), largestDifference(ratios[1], ratios[2]))
        // (1 − 1/64)/(1/4 − 1/64) is 4.2, and 2.4 at an order of 1.2.
        #expect(coarse > 2.4 * fine)
    }

    /// A sum over many small steps in u and cells in ln E, of the first order in either, with nothing of the solver's but its lines.
    @Test("A plain sum over small steps finds the same", arguments: [1e-3, 0.1])
    func plainSum(redshift: Double) throws {
        let setting = try Self.setting(redshift)
        let solver = try GridSolverTests.grid(setting, points: 200)
        // Wide enough for its core to have twenty cells, and of a depth of one or so.
        let mediator = try mediator(redshift < 0.01 ? 12 : 60, 0.5)
        let gamma = 2.5
        let geometry = solver.geometry
        let highest = exp(geometry.logarithmOfHighestLine(mediator))
        let places = [-0.3, -0.05, 0.02, 0.3, -1.2]
        let found = try solver.ratios(mediator, index: gamma, energies: places.map { highest * exp($0) })
        let plain = try [100, 200].map {
            try PlainSum(geometry, mediator, gamma, steps: $0, cell: 4e-4).ratios(at: places)
        }
        for (number, ratio) in found.enumerated() {
            // Without the first order of the steps in u; what is left of it is less than all of it.
            let exact = plain[1][number] * 2 - plain[0][number]
            let steps = largestDifference([plain[1][number]], [plain[0][number]])
            let stated = solver.estimatedError(mediator, index: gamma)
            #expect(steps < 1e-2)
            #expect(largestDifference([ratio], [exact]) < stated + steps, "at \(places[number])")
            #expect(largestDifference([ratio], [SIMD3(1, 1, 1)]) > 0.05)
        }
    }

    /// Columns are closer at the lines the nearer sources are, and that is all.
    @Test("Nearness costs a few columns, and no more intervals")
    func cost() throws {
        func columns(_ redshift: Double) throws -> (places: Int, intervals: Int) {
            let solver = try GridSolverTests.grid(Self.setting(redshift), points: 50)
            let levels = GridLevels(
                solver.layout, solver.geometry, Resonance(try mediator(6.5, 0.02), solver.geometry), energies: -5...5,
                leastIndex: 2.5)
            return (levels.places.count, solver.layout.intervals)
        }
        let (far, near) = (try columns(1), try columns(1e-6))
        #expect(near.intervals <= far.intervals)
        // By (ln 1e6)/0.3 for each of six places where spectra step, on either side.
        #expect(near.places < far.places + 600)
    }

    /// At so few points that steps are wider than most lines are apart.
    @Test("Absurd couplings and masses give numbers, none negative", arguments: [1e-6, 1e-3, 1, 100])
    func absurd(redshift: Double) throws {
        for (points, ordering) in [(5.0, Ordering.normal), (20, .inverted)] {
            var setting = try Self.setting(redshift, ordering)
            if ordering == .normal { setting.relicDensity *= 1e6 }
            let solver = try GridSolverTests.grid(setting, points: points)
            for mass in [1e-200, 1e-3, 6.5, 300, 1e200] {
                for coupling in [1e-9, 0.1, 10, 1e200] {
                    let ratios = try solver.ratios(
                        mediator(mass, coupling, .paper), index: 1, energies: [1e-300, 1, 1e4, 1e5, 3e5, 1e7, 1e300])
                    for value in ratios { #expect(value.max().isFinite && value.min() >= 0, "\(mass), \(coupling)") }
                }
            }
        }
    }

    @Test("Without a coupling nothing changes", arguments: [1e-6, 1])
    func free(redshift: Double) throws {
        let solver = try GridSolverTests.grid(Self.setting(redshift), points: 50)
        let ratios = try solver.ratios(mediator(6.5, 1e-9), index: 2.5, energies: [1e4, 1e5, 1e6])
        #expect(largestDifference(ratios, ratios.map { _ in SIMD3(1, 1, 1) }) < 1e-9)
    }
}
