import ConstraintKit
import IceCubeFit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

@Suite("Ranges in spectra, searched for what fits best")
struct SpectrumRangeTests {
    static func comparison(_ spectrum: String) throws -> IceCubeComparison {
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

    /// As an end of it to 1e-9, and a search between places that are one place.
    @Test("A range shrunk to a point is the spectrum without")
    func shrunk() throws {
        let found = try Self.answer("broken:gamma,gamma+0.8,1e5..100000.0001GeV")
        let fixed = try Self.answer("broken:gamma,gamma+0.8,1e5GeV")
        #expect(abs(found.chi2 - fixed.chi2) < 1e-8 && abs(found.deltaChi2 - fixed.deltaChi2) < 1e-8)
    }

    private static let breaks = 3e4...1e6
    static let ranged = "broken:gamma,gamma+0.8,3e4..1e6GeV"
    private static func fixed(_ fraction: Double) -> (text: String, energy: Double) {
        let energy = SpectrumParameter(.edge, breaks, place: 2).value(at: fraction)
        return ("broken:gamma,gamma+0.8,\(energy)GeV", energy)
    }

    private static func grid() throws -> MapGrid {
        try MapGrid(massRange: 2...20, couplingRange: 5e-5...2e-3, columns: 5, rows: 5)
    }

    @Test("Of a map each point is the least over the range")
    func map() throws {
        let map = try Self.comparison(Self.ranged).map(Self.grid())
        var least = [Double](repeating: .infinity, count: map.chi2.count)
        for step in 0...28 {
            let fixed = try Self.comparison(Self.fixed(Double(step) / 28).text).map(Self.grid())
            least = zip(least, fixed.chi2).map(min)
        }
        for (found, least) in zip(map.chi2, least) {
            // Bumps of the sources are off by 1e-3 at a break, of which a bin sees half: 1e-2 of a χ² that curves by tens. An eighth
            // apart in ln E, the best of the fixed ones is a sixteenth away: below 20/2/16² = 0.04.
            #expect(found < least + 0.01 && found > least - 0.05)
        }
        #expect(map.spectrumValues.map(\.name) == ["break_GeV"])
    }

    @Test("Of a map a range shrunk to a point is the spectrum without")
    func shrunkMap() throws {
        let map = try Self.comparison("broken:gamma,gamma+0.8,1e5..100000.0001GeV").map(Self.grid())
        let fixed = try Self.comparison("broken:gamma,gamma+0.8,1e5GeV").map(Self.grid())
        // The few points of a map without ranges are solved one by one; those with read bumps, see above.
        #expect(zip(map.chi2, fixed.chi2).allSatisfy { abs($0 - $1) < 0.01 })
    }

    private static func batch(
        _ spectrum: String, at redshift: Double? = nil
    ) throws -> PointBatch {
        let chosen = try Chosen<SpectrumFamily>(spectrum: spectrum)
        let boundSet = try PointBatchTests.boundSet("consistent") {
            ($0.sources.spectrum, $0.solver) = (chosen, .narrowLine)
            if let redshift { ($0.sources.evolution, $0.sources.maximumRedshift) = (.point, redshift) }
        }
        return try PointBatch(boundSet, iceCube: IceCubeComparison(boundSet.scenario))
    }

    private static func answers(_ batch: PointBatch, _ spectra: PointSpectra = PointSpectra()) throws -> PointColumns {
        let (masses, couplings) = ([3, 6.5, 9.0], [3e-4, 4.5e-4, 1e-3])
        var columns = PointColumns()
        try masses.withUnsafeBufferPointer { masses in
            try couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(&columns, masses: masses, couplings: couplings, spectra: spectra)
            }
        }
        return columns
    }

    @Test("Many points have breaks of their own, or the best")
    func points() throws {
        let batch = try Self.batch(Self.ranged)
        let (text, energy) = Self.fixed(0.4)
        let given = try Self.answers(batch, PointSpectra(numbers: [[energy, energy, energy]]))
        let fixed = try Self.answers(Self.batch(text))
        let best = try Self.answers(batch)
        for place in 0..<3 {
            // Both read the same bumps; what arrives without a Z′ is interpolated in the break to 1e-4, which pulls of a few σ raise.
            #expect(abs(given.chi2[place] - fixed.chi2[place]) < 2e-3)
            #expect(abs(given.deltaChi2[place] - fixed.deltaChi2[place]) < 2e-3)
            #expect(best.chi2[place] <= given.chi2[place])
        }
        #expect(batch.numbers == ["break_GeV"] && Array(given.number(0)) == [energy, energy, energy])
        let again = try Self.answers(batch, PointSpectra(numbers: [Array(best.number(0))]))
        // The same products at the same place: what a fraction of the range loses on its way through GeV and back is 1e-15.
        #expect(zip(again.chi2, best.chi2).allSatisfy { abs($0 - $1) < 1e-9 })
        let outside = try Self.answers(batch, PointSpectra(numbers: [[energy, 1e9, 1e3]]))
        #expect(outside.iceCubeFailures.map(\.point) == [1, 2])
        #expect(outside.chi2[0] == given.chi2[0] && outside.chi2[1].isNaN && outside.number(0)[1].isNaN)
    }

    @Test("A break that no redshift smears is found as the one that is given", arguments: [1e-3, 1.0])
    func pointsOfOneRedshift(redshift: Double) throws {
        let batch = try Self.batch(Self.ranged, at: redshift)
        for fraction in [0.13, 0.37, 0.52, 0.78] {
            let (text, energy) = Self.fixed(fraction)
            let given = try Self.answers(batch, PointSpectra(numbers: [[energy, energy, energy]]))
            let fixed = try Self.answers(Self.batch(text, at: redshift))
            // Where a break passes the edge of a bin the flux without a Z′ is off by 3e-4 of it, which pulls of a few σ raise: at steps
            // of 0.25 in ln E it was 0.05 in χ².
            for place in 0..<3 { #expect(abs(given.chi2[place] - fixed.chi2[place]) < 1e-2) }
        }
    }

    @Test("A posterior has them given")
    func posterior() throws {
        let ranged = try SpectrumLikelihood(Self.comparison(Self.ranged), indices: 1.9...2.6, forMany: true)
        let fixed = try SpectrumLikelihood(Self.comparison(Self.fixed(0.4).text), indices: 1.9...2.6, forMany: true)
        func chi2(_ likelihood: SpectrumLikelihood, _ fractions: [Double]) throws -> Double {
            try likelihood.chi2(
                mass: Mass(inMeV: 6.5), coupling: Coupling(4.5e-4), amplitude: 3, gamma: 2.1, fractions: fractions
            ) { throw FitError.nothingAllowed }
        }
        // As above, and between its points in γ the one without ranges is off by 2e-5 of a bin.
        #expect(try abs(chi2(ranged, [0.4]) - chi2(fixed, [])) < 2e-3)
    }

    @Test("Pseudo-experiments are fitted at each place of a range, data as they")
    func toys() throws {
        let space = try FitSpace(
            masses: 3...9, couplings: 1e-4...1e-3, indices: 1.8...3.2,
            counts: .init(mass: 4, coupling: 4, amplitude: 3, gamma: 9))
        func experiments(_ spectrum: String, _ spectra: [[Double]]) throws -> PseudoExperiments {
            try Self.comparison(spectrum).pseudoExperiments(
                space, .withoutMediator, recipe: ToyRecipe(), seed: 1, spectra: spectra)
        }
        let places = [0, 0.3, 0.6]
        let both = try experiments(Self.ranged, places.map { [$0] })
        let data = both.ofData()
        let fixed = try places.map { try experiments(Self.fixed($0).text, []).ofData() }
        // The same tables and the same sums.
        #expect(abs(data.best.chi2 - (fixed.map(\.best.chi2).min() ?? .nan)) < 1e-9)
        #expect(abs(data.withoutMediator.chi2 - (fixed.map(\.withoutMediator.chi2).min() ?? .nan)) < 1e-9)
        #expect(fixed[data.best.spectrum].best.chi2 == fixed.map(\.best.chi2).min())
        #expect(both.fits(0..<20).allSatisfy { $0.improvement >= 0 })
    }
}
