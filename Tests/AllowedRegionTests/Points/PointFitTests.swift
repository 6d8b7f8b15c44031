import ConstraintKit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// χ² of many points.
@Suite("Fits of many points")
struct PointFitTests {
    private static func analysis(_ name: String, _ change: (inout Scenario) -> Void) throws -> Analysis {
        let boundSet = try PointBatchTests.boundSet(name, change)
        return try Analysis(boundSet, iceCube: IceCubeComparison(boundSet.scenario))
    }

    /// Both fixed, A profiled, both profiled; narrow lines, and lines of any width. A table is good to 4e-5 of the flux, and
    /// the transport to the tolerance of 1e-3 that the scenarios ask for; χ² has some ten terms, each of a few units at most,
    /// so that it moves by less than that tolerance.
    @Test(
        "As a single point has them",
        arguments: [(1.4, 2.5), (nil, 2.5), (nil, nil)] as [(Double?, Double?)], [SolverChoice.narrowLine, .automatic])
    func asAPoint(fixed: (Double?, Double?), solver: SolverChoice) throws {
        let analysis = try Self.analysis("consistent") {
            ($0.iceCube.amplitude, $0.iceCube.gamma, $0.solver) = (fixed.0, fixed.1, solver)
        }
        var points = PointList()
        points.addRandom(solver == .automatic ? 3 : 12, masses: 1...100, couplings: 1e-5...3e-3)
        let batch = try PointBatch(analysis.boundSet, iceCube: analysis.iceCube)
        let columns = try points.answers(of: batch)
        for index in 0..<points.count {
            let (mass, coupling) = (try Mass(inMeV: points.masses[index]), try Coupling(points.couplings[index]))
            let answer = try analysis.iceCube.answer(mass: mass, coupling: coupling)
            #expect(abs(columns.chi2[index] - answer.chi2) < 1e-3, "\(mass) \(coupling)")
            #expect(abs(columns.deltaChi2[index] - answer.deltaChi2) < 1e-3)
            #expect(abs(columns.ratio[index] - (try #require(answer.ratio))) < 1e-4)
            #expect(abs(columns.amplitude[index] / answer.amplitude - 1) < 1e-3)
            // χ² is flat about its least: an error of 1e-3 in it is one of some hundredths in γ at most.
            #expect(abs(columns.gamma[index] - (answer.gamma ?? .nan)) < (fixed.1 == nil ? 5e-3 : 1e-15))
        }
        #expect(columns.iceCubeFailures.isEmpty)
    }

    /// The map's solver: a coarser grid had χ² wrong by up to 16 here.
    @Test("A map of a few points has what single points have, where lines have width", arguments: [2.51, 6.5])
    func mapOfFew(mass: Double) throws {
        let analysis = try Self.analysis("consistent") { $0.solver = .automatic }
        let couplings = try [3e-4, 0.01, 0.1].map { try Coupling($0) }
        let mass = try Mass(inMeV: mass)
        for (coupling, chi2) in zip(couplings, try analysis.iceCube.chi2(at: mass, along: couplings)) {
            let single = try analysis.iceCube.answer(mass: mass, coupling: coupling).chi2
            // Both are good to 1e-3 of a segment, at χ² of tens some hundredths: with other γ a grid has other levels.
            #expect(abs(chi2 - single) < 0.1, "\(coupling): \(chi2), and \(single) as a point")
        }
    }

    @Test("The same digits beside whatever other points, on however many cores")
    func digits() throws {
        let analysis = try Self.analysis("paper") { $0.iceCube.amplitude = nil }
        let batch = try PointBatch(analysis.boundSet, iceCube: analysis.iceCube)
        var points = PointList()
        points.addRandom(1000, masses: 1...20, couplings: 1e-5...1e-3)
        let all = try points.answers(of: batch)
        let one = try points.answers(of: batch, cores: 1)
        #expect(all.chi2 == one.chi2 && all.gamma == one.gamma && all.amplitude == one.amplitude)
        #expect(all.standing == one.standing && all.excludedBy == one.excludedBy && all.speaking == one.speaking)
        var few = PointList()
        (few.masses, few.couplings) = (Array(points.masses[500..<505]), Array(points.couplings[500..<505]))
        let alone = try few.answers(of: try PointBatch(analysis.boundSet, iceCube: analysis.iceCube))
        #expect(alone.chi2 == Array(all.chi2[500..<505]) && alone.amplitude == Array(all.amplitude[500..<505]))
        #expect(alone.excludedBy == Array(all.excludedBy[500..<505]))
    }

    /// Prepared once for all points and not for each: between the bumps of the response the cut-off is known to 1e-5 of a flux.
    @Test("Sources without a power law, by narrow lines")
    func shape() throws {
        let spectrum = try Chosen<SpectrumFamily>(spectrum: "cut-off:2.3,5e6GeV")
        let analysis = try Self.analysis("paper") {
            ($0.sources.spectrum, $0.iceCube.amplitude, $0.iceCube.gamma) = (spectrum, nil, nil)
            $0.solver = .narrowLine
        }
        var points = PointList()
        points.addRandom(3, masses: 2...20, couplings: 1e-4...1e-3)
        let columns = try points.answers(of: try PointBatch(analysis.boundSet, iceCube: analysis.iceCube))
        for index in 0..<points.count {
            let answer = try analysis.iceCube.answer(
                mass: Mass(inMeV: points.masses[index]), coupling: Coupling(points.couplings[index]))
            #expect(abs(columns.chi2[index] - answer.chi2) < 1e-3)
            #expect(abs(columns.amplitude[index] / answer.amplitude - 1) < 1e-4)
        }
    }
}
