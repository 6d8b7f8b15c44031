import ConstraintKit
import Physics
import Testing

@testable import Transport

/// What a grid says of its error holds from the first level on.
@Suite("How far a grid reaches")
struct GridReachTests {
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
