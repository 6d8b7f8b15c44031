import ConstraintKit
import Physics
import Testing

@testable import Transport

/// Who answers changes without a step, from narrow lines to the finest grid and where none is good enough.
@Suite struct SolverStepTests {
    /// Couplings from 1e-4 to 1, 1/500 apart: between two of them an error goes with g′², by 4e-3 of itself at most.
    private static let couplings = (0...4605).map { 1e-4 * Double.exp(Double($0) / 500) }

    /// How much of an answer each gives: narrow lines first, then the grids.
    private static func shares(_ choice: GridWeight, count: Int) -> [Double] {
        var shares = [Double](repeating: 0, count: count + 1)
        shares[0] = 1 - choice.weight
        shares[choice.grid + 1] += choice.weight * (1 - choice.finer)
        if choice.finer > 0 { shares[choice.grid + 2] += choice.weight * choice.finer }
        return shares
    }

    /// With 1e-6 no grid is good enough for broad lines or for narrow ones.
    @Test(arguments: [1e-3, 1e-4, 1e-6], [1.5, 6.5, 50])
    func sharesAreContinuous(tolerance: Double, mass: Double) throws {
        var precision = Precision()
        precision.tolerance = tolerance
        let solver = try AutomaticSolver(TransportSetting(), precision: precision)
        var before: [Double]?
        var largest = 0.0
        for coupling in Self.couplings {
            let choice = solver.choice(try mediator(mass, coupling, .majorana), indices: [2, 3])
            let shares = Self.shares(choice, count: solver.grids.count)
            #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
            if let before { largest = max(largest, zip(before, shares).map { abs($0 - $1) }.max() ?? 0) }
            before = shares
        }
        // A cubic from 4/5 of the tolerance to all of it rises by 7.5 times what the error does, 4e-3: the estimates go with
        // no higher power than the fourth.
        #expect(largest < 0.06, "\(largest)")
    }

    /// The step of two tenths of χ² that stood there: lines of 1.5 MeV at g′ = 0.1429, absorbed to a hundredth, where the grid
    /// of twice as many points took over.
    @Test func fluxesDoNotStepWhereAFinerGridTakesOver() throws {
        let solver = try AutomaticSolver(TransportSetting())
        let bins = try GridSolverTests.cascadeBins()
        let points = try (0...40).map { try mediator(1.5, 0.13 * Double.exp(Double($0) / 200), .majorana) }
        let choices = points.map { solver.choice($0, indices: [3.07]) }
        // The finer grid has a part at the first of them already, and all before the last.
        let last = try #require(choices.lastIndex { $0.finer > 0 }) + 2
        try #require(last < points.count && choices[last].grid == choices[0].grid + 1 && choices[0].finer > 0)
        let ratios = try points.map { try GridSolverTests.ratios(solver, $0, 3.07, bins) }
        let differences = zip(ratios, ratios.dropFirst()).map { largestDifference($0, $1) }
        // Along a smooth curve a difference is near to its neighbours': its bend alone makes 5e-5 here.
        let jumps = zip(differences, differences.dropFirst()).map { abs($0 - $1) }
        #expect((jumps.max() ?? 1) < 1e-4, "\(jumps.max() ?? 1)")
    }
}
