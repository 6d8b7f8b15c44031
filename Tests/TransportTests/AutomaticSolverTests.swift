import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

@Suite("The choice of a solver")
struct AutomaticSolverTests {
    static let masses = [1.5, 6.5, 15]

    /// The couplings right below and above the switch, one part in 1e6 apart.
    static func seam(_ solver: AutomaticSolver, mass: Double, gamma: Double) throws -> (below: Double, above: Double) {
        var (below, above) = (1e-5, 0.1)
        while above / below > 1 + 1e-6 {
            let middle = (below * above).squareRoot()
            let method = solver.method(for: try mediator(mass, middle, .paper), index: gamma)
            if method == .grid { above = middle } else { below = middle }
        }
        return (below, above)
    }

    @Test("Where the solver changes, results join within what both claim", arguments: Ordering.allCases, masses)
    func continuity(ordering: Ordering, mass: Double) throws {
        let solver = try AutomaticSolver(TransportSetting(ordering: ordering))
        let bins = try GridSolverTests.cascadeBins()
        for gamma in [1.8, 2.5, 3.2] {
            let seam = try Self.seam(solver, mass: mass, gamma: gamma)
            let (below, above) = try (mediator(mass, seam.below, .paper), mediator(mass, seam.above, .paper))
            #expect(solver.method(for: below, index: gamma) == .narrowLine)
            #expect(solver.method(for: above, index: gamma) == .grid)
            let jump = largestDifference(
                try GridSolverTests.ratios(solver, below, gamma, bins),
                try GridSolverTests.ratios(solver, above, gamma, bins))
            // The estimates at either side are within the tolerance, and the narrow lines' is a bound.
            let apart = largestDifference(
                try GridSolverTests.ratios(solver.narrow, above, gamma, bins),
                try GridSolverTests.ratios(solver.grids[0], above, gamma, bins))
            #expect(apart < solver.tolerance, "apart by \(apart) at g′ = \(seam.above)")
            // Where they are mixed nothing steps but the number of the grid's levels, which is its error's part.
            #expect(jump < solver.tolerance / 50, "jump \(jump) at g′ = \(seam.above)")
            #expect(solver.estimatedError(below, index: gamma) <= solver.tolerance)
            #expect(solver.estimatedError(above, index: gamma) <= solver.tolerance)
        }
    }

    @Test("A tolerance is met, by as many points as it takes", arguments: [1e-3, 2e-4])
    func tolerance(tolerance: Double) throws {
        let setting = try TransportSetting()
        var precision = Precision()
        precision.tolerance = tolerance
        let solver = try AutomaticSolver(setting, precision: precision)
        let bins = try GridSolverTests.cascadeBins()
        // From where narrow lines end to lines as wide as a third of a decade.
        for coupling in [5e-3, 2e-2, 5e-2, 0.1, 0.3] {
            let point = try mediator(6.5, coupling, .paper)
            #expect(solver.estimatedError(point, index: 2.5) <= tolerance)
            let exact = try #require(Self.exact.get()[coupling])
            let error = try Self.difference(solver, exact, point, 2.5, bins)
            #expect(error < tolerance, "\(error) at \(coupling)")
        }
    }

    /// What a grid of 800 points a decade finds at 6.5 MeV and γ = 2.5, by coupling: each takes it tenths of a second.
    private static let exact = Result {
        let fine = try GridSolverTests.grid(try TransportSetting(), points: 800)
        let bins = try GridSolverTests.cascadeBins()
        return try Dictionary(
            uniqueKeysWithValues: [5e-4, 5e-3, 2e-2, 5e-2, 0.1, 0.3].map {
                ($0, try GridSolverTests.ratios(fine, mediator(6.5, $0, .paper), 2.5, bins))
            })
    }

    /// The largest difference of a ratio from the exact one; where that is above 1, relative to it.
    private static func difference(
        _ solver: any TransportSolver, _ exact: [SIMD3<Double>], _ point: Mediator, _ gamma: Double, _ bins: [EnergyBin]
    ) throws -> Double {
        let scales = exact.map { $0.replacing(with: .one, where: $0 .< .one) }
        let ratios = try GridSolverTests.ratios(solver, point, gamma, bins)
        return largestDifference(zip(ratios, scales).map { $0 / $1 }, zip(exact, scales).map { $0 / $1 })
    }

    @Test("The grid's estimate is above what more points change", arguments: Ordering.allCases)
    func gridEstimate(ordering: Ordering) throws {
        let setting = try TransportSetting(ordering: ordering)
        let bins = try GridSolverTests.cascadeBins()
        let solver = try GridSolverTests.grid(setting, points: 50)
        let fine = try GridSolverTests.grid(setting, points: 200)
        for (mass, gamma) in [(1.5, 3.2), (3, 2.2), (6.5, 2.5), (10, 2.8), (15, 1.8)] {
            for coupling in [1e-3, 5e-3, 2e-2, 0.1] {
                let point = try mediator(mass, coupling, .paper)
                let exact = try GridSolverTests.ratios(fine, point, gamma, bins)
                let change = try Self.difference(solver, exact, point, gamma, bins)
                #expect(change < solver.estimatedError(point, index: gamma), "\(mass), \(coupling): \(change)")
            }
        }
    }

    @Test("A grid alone meets a tolerance too, where lines are narrow and where not", arguments: [1e-3, 4e-5])
    func gridAlone(tolerance: Double) throws {
        let setting = try TransportSetting()
        var precision = Precision()
        precision.tolerance = tolerance
        let narrow = try NarrowLineSolver(setting, precision: precision)
        let solver = try AutomaticSolver(narrow: narrow, precision: precision, usesNarrowLines: false)
        let bins = try GridSolverTests.cascadeBins()
        #expect(solver.name == "grid")
        for coupling in [5e-4, 5e-3, 2e-2] {
            let point = try mediator(6.5, coupling, .paper)
            #expect(solver.method(for: point, index: 2.5) == .grid)
            #expect(solver.estimatedError(point, index: 2.5) <= tolerance)
            let exact = try #require(Self.exact.get()[coupling])
            let error = try Self.difference(solver, exact, point, 2.5, bins)
            #expect(error < tolerance, "\(error) at \(coupling)")
        }
    }

    @Test("The grid's part grows from none at half the tolerance to all of it at the tolerance")
    func shares() {
        #expect(GridWeight.share(ofError: 0.5) == 0 && GridWeight.share(ofError: 0.75) == 0.5)
        #expect(GridWeight.share(ofError: 1) == 1 && GridWeight.share(ofError: .infinity) == 1)
        let shares = stride(from: 0.5, through: 1, by: 0.01).map(GridWeight.share)
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 < 0.04 })
    }

    @Test("It answers as the solver it names")
    func delegation() throws {
        let solver = try AutomaticSolver(TransportSetting())
        let bins = try GridSolverTests.cascadeBins()
        let (weak, strong) = try (mediator(6.5, 5e-4, .paper), mediator(6.5, 1e-2, .paper))
        #expect(
            try solver.integratedFluxes(weak, index: 2.5, bins: bins)
                == solver.narrow.integratedFluxes(weak, index: 2.5, bins: bins))
        #expect(
            try solver.integratedFluxes(strong, index: 2.5, bins: bins)
                == solver.grids[0].integratedFluxes(strong, index: 2.5, bins: bins))
        let both = try solver.prepared(indices: [2, 2.5])
        #expect(both.indices == [2, 2.5])
        #expect(
            try both.ratios(strong, energies: [1e5])
                == solver.grids[0].prepared(indices: [2, 2.5]).ratios(strong, energies: [1e5]))
        #expect(
            try both.integratedFluxes(weak, bins: bins)[1]
                == solver.narrow.integratedFluxes(weak, index: 2.5, bins: bins))
    }

    @Test("The width is no caveat where the grid has it; what is left out stays one")
    func caveats() throws {
        let solver = try AutomaticSolver(TransportSetting())
        func hasWidth(_ coupling: Double) throws -> Bool {
            solver.caveats(try mediator(6.5, coupling, .paper), index: 2.5).contains {
                if case .finiteWidth = $0 { true } else { false }
            }
        }
        #expect(try !hasWidth(5e-4) && !hasWidth(1e-2))
        let strong = solver.caveats(try mediator(6.5, 2e-2, .paper), index: 2.5)
        #expect(strong.contains(.indicative(coupling: 2e-2)))
        #expect(strong.contains { if case .exchangeNeglected = $0 { true } else { false } })
        func isStep(_ caveat: Caveat) -> Bool { if case .gridStep = caveat { true } else { false } }
        #expect(!strong.contains(where: isStep))
        // What no grid of its meets is said.
        #expect(solver.caveats(try mediator(6.5, 0.1, .paper), index: 2.5, tolerance: 1e-5).contains(where: isStep))
    }
}
