import ConstraintKit
import IceCubeFit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

@Suite("Ranges in spectra, searched for what fits best")
struct SpectrumRangeTests {
    private static func comparison(_ spectrum: String) throws -> IceCubeComparison {
        let chosen = try Chosen<SpectrumFamily>(spectrum: spectrum)
        let boundSet = try PointBatchTests.boundSet("consistent") {
            ($0.sources.spectrum, $0.solver) = (chosen, .narrowLine)
        }
        return try IceCubeComparison(boundSet.scenario)
    }

    /// At 6.5 MeV with narrow lines in `consistent`, A and γ profiled.
    static func answer(_ spectrum: String, coupling: Double = 4.5e-4) throws -> IceCubeAnswer {
        try comparison(spectrum).answer(mass: Mass(inMeV: 6.5), coupling: Coupling(coupling))
    }

    @Test("χ² is the least over the numbers of the range")
    func least() throws {
        let found = try Self.answer("broken:gamma,gamma+0.8,3e4..1e6GeV")
        let value = try #require(found.spectrumValues.first)
        #expect(value.name == "break_GeV" && (3e4...1e6).contains(value.value))
        var single: [Double] = []
        for step in 0...14 {
            let energy = value.parameter.value(at: Double(step) / 14)
            single.append(try Self.answer("broken:gamma,gamma+0.8,\(energy)GeV").chi2)
        }
        // The break is known to 3e-4 of 3.5 in its logarithm, where χ² curves by some units: 1e-5. The fit itself to 2e-5.
        #expect(single.allSatisfy { found.chi2 <= $0 + 1e-4 })
        // A quarter apart in ln E, the best of them is half a step away at the most: with a curvature below 20 within 0.2.
        #expect(try #require(single.min()) - found.chi2 < 0.2)
        // What is said of the break is what χ² is of.
        let there = try Self.answer("broken:gamma,gamma+0.8,\(value.value)GeV")
        #expect(abs(there.chi2 - found.chi2) < 1e-9)
        #expect(there.spectrumValues.isEmpty)
    }

    @Test("Without interaction nothing is better than without a Z′")
    func withoutInteraction() throws {
        let found = try Self.answer("cut-off:gamma,1e5..1e8GeV", coupling: 1e-9)
        // Both searches end within 1e-5 of the least, see above.
        #expect(abs(found.deltaChi2) < 1e-4 && abs(found.deltaFromFreeFit) < 1e-4)
    }

    @Test("The end of a range is said where χ² falls towards it")
    func end() throws {
        let found = try Self.answer("broken:gamma,gamma+0.8,2e4..5e4GeV").spectrumValues
        #expect(found.map(\.isAtEnd) == [true])
    }

    @Test("Two ranges are no worse than one of them")
    func two() throws {
        let one = try Self.answer("broken:gamma,gamma+0.8,1e5..4e5GeV")
        let two = try Self.answer("broken:gamma,gamma+0.5..1.1,1e5..4e5GeV")
        // The simplex ends where its corners agree to 3e-4.
        #expect(two.chi2 <= one.chi2 + 3e-4)
        #expect(two.spectrumValues.map(\.name) == ["step", "break_GeV"])
    }

    private static func grid() throws -> MapGrid {
        try MapGrid(massRange: 2...20, couplingRange: 5e-5...2e-3, columns: 3, rows: 3)
    }

    @Test("What searches no range refuses one")
    func refused() throws {
        let comparison = try Self.comparison("broken:gamma,gamma+0.8,1e5..4e5GeV")
        #expect(throws: (any Error).self) { try comparison.map(Self.grid()) { _ in } }
        #expect(throws: (any Error).self) { try PointFits(comparison) }
        #expect(throws: (any Error).self) {
            try comparison.pseudoExperiments(.ofThePaper, .withoutMediator, recipe: ToyRecipe(), seed: 1)
        }
        #expect(throws: (any Error).self) { try SpectrumLikelihood(comparison, indices: nil, forMany: true) }
    }
}
