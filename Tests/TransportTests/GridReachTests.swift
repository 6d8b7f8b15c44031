import ConstraintKit
import Physics
import Testing

@testable import Transport

/// What a grid says of its error holds for sources at one redshift, and from the first level on.
@Suite("How far a grid reaches")
struct GridReachTests {
    /// Of both grids, since neither is exact.
    @Test("Sources at one redshift are known as well as is said", arguments: Ordering.allCases, [0.05, 0.3, 1, 3])
    func shell(ordering: Ordering, redshift: Double) throws {
        var setting = try TransportSetting(ordering: ordering)
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let (coarse, fine) = (
            try GridSolverTests.grid(setting, points: 50), try GridSolverTests.grid(setting, points: 200)
        )
        let bins = try GridSolverTests.cascadeBins()
        for (mass, coupling, gamma) in [(6.5, 0.02, 2.5), (3, 5e-3, 1.8), (10, 0.05, 3.2), (2, 0.1, 2.5)] {
            let mediator = try mediator(mass, coupling)
            let difference = largestDifference(
                try GridSolverTests.ratios(coarse, mediator, gamma, bins),
                try GridSolverTests.ratios(fine, mediator, gamma, bins))
            let stated = coarse.estimatedError(mediator, index: gamma) + fine.estimatedError(mediator, index: gamma)
            #expect(difference < stated, "at \(mass) MeV, g′ = \(coupling), z = \(redshift)")
        }
    }

    /// Where wings change nothing at 1e-5 the narrow line is exact, and the grid differs by its own error alone.
    @Test("Sources at one redshift, seen through a narrow line", arguments: [0.3, 1, 3])
    func narrow(redshift: Double) throws {
        var setting = try TransportSetting()
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let bins = try GridSolverTests.cascadeBins()
        let grid = try GridSolverTests.grid(setting, points: 200)
        let mediator = try mediator(6.5, 5e-4)
        let difference = largestDifference(
            try GridSolverTests.ratios(grid, mediator, 2.5, bins),
            try GridSolverTests.ratios(NarrowLineSolver(setting), mediator, 2.5, bins))
        #expect(difference < grid.estimatedError(mediator, index: 2.5))
    }

    /// A cubic across the step where light begins makes a fifth more energy than is absorbed.
    @Test("Sources at one redshift: what is absorbed is re-emitted", arguments: [0.3, 1, 3])
    func balance(redshift: Double) throws {
        var setting = try TransportSetting()
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let solver = try GridSolverTests.grid(setting, points: 100)
        for (mass, coupling) in [(6.5, 5e-4), (3, 5e-3), (6.5, 0.02)] {
            let spectrum = GridSpectrum(spectra: try solver.spectra(indices: [2.5]), index: 2.5)
            let balance = spectrum.balance(try mediator(mass, coupling))
            // First order in the step: at worst 7e-3 at this one, and half of it at the next.
            #expect(abs(balance.addedEnergy) < 1e-2 * balance.absorbedEnergy, "at \(mass) MeV, g′ = \(coupling)")
        }
    }

    /// A bin far above takes the levels up as far as wings go; the others are to have noticed nothing.
    @Test("Nothing that counts comes from above the first level", arguments: Ordering.allCases, [1.2, 1.8, 2.5])
    func highest(ordering: Ordering, gamma: Double) throws {
        let solver = try GridSolver(TransportSetting(ordering: ordering))
        let bins = try GridSolverTests.cascadeBins()
        let above = try EnergyBin(lower: 1e17, upper: 2e17)
        for (mass, coupling) in [(3.3, 0.098), (1.5, 0.3), (4, 0.2), (10, 0.05), (6.5, 0.02)] {
            let mediator = try mediator(mass, coupling)
            let alone = try GridSolverTests.ratios(solver, mediator, gamma, bins)
            let below = try GridSolverTests.ratios(solver, mediator, gamma, bins + [above]).dropLast()
            // Of a ratio above 1 as of the whole, as errors are stated; and as much as answers are asked for.
            let difference = zip(alone, below).map { ($0 - $1).greatest / max(1, $1.max()) }.max() ?? 1
            #expect(difference < 1e-3, "at \(mass) MeV, g′ = \(coupling)")
        }
    }
}

extension SIMD3<Double> {
    /// The largest size of a part.
    fileprivate var greatest: Double { Swift.max(abs(x), abs(y), abs(z)) }
}
