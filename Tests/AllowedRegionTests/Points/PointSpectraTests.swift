import ConstraintKit
import IceCubeFit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// χ² of many points with A and γ of their own, each beside a single point of a scenario that fixes these.
@Suite("Spectra of many points")
struct PointSpectraTests {
    private static func comparison(
        _ name: String, _ solver: SolverChoice, _ amplitude: Double?, _ gamma: Double?, spectrum: String? = nil
    ) throws -> (boundSet: BoundSet, iceCube: IceCubeComparison) {
        let spectrum = try spectrum.map { try Chosen<SpectrumFamily>(spectrum: $0) }
        let boundSet = try PointBatchTests.boundSet(name) {
            ($0.iceCube.amplitude, $0.iceCube.gamma, $0.solver) = (amplitude, gamma, solver)
            if let spectrum { $0.sources.spectrum = spectrum }
        }
        return (boundSet, try IceCubeComparison(boundSet.scenario))
    }

    private static func answers(
        _ batch: PointBatch, _ points: PointList, _ spectra: PointSpectra, cores: Int? = nil
    ) throws -> PointColumns {
        var columns = PointColumns()
        try points.masses.withUnsafeBufferPointer { masses in
            try points.couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(&columns, masses: masses, couplings: couplings, spectra: spectra, cores: cores)
            }
        }
        return columns
    }

    /// A table of narrow lines is off by 3e-5 of the flux without a Z′; χ² moves by 1e-4 of itself, or of one
    /// where it is less. Where lines have width tables are off by as much as the tolerance of 1e-3, and χ² by ten times as much.
    @Test(
        "As a single point has them",
        arguments: [
            ("paper", SolverChoice.narrowLine, 1e-5...3e-3, 40, 1e-4),
            ("consistent", .narrowLine, 1e-5...0.1, 40, 1e-4),
            ("paper", .automatic, 3e-5...3e-3, 8, 1e-2),
        ] as [(String, SolverChoice, ClosedRange<Double>, Int, Double)])
    func asAPoint(
        name: String, solver: SolverChoice, couplings: ClosedRange<Double>, count: Int, tolerance: Double
    ) throws {
        let (boundSet, iceCube) = try Self.comparison(name, solver, nil, nil)
        var points = PointList()
        points.addRandom(count, masses: 1...100, couplings: couplings)
        // Both ends of the range, and places evenly between them.
        let step = 1.4 / Double(count - 1)
        let gammas = (0..<count).map { 1.9 + step * Double($0 * 7 % count) }
        let amplitudes = gammas.map { 0.4 + $0 / 2 }
        let batch = try PointBatch(boundSet, iceCube: iceCube, indices: 1.9...3.3)
        for fixed in [nil, amplitudes] as [[Double]?] {
            let columns = try Self.answers(batch, points, PointSpectra(amplitudes: fixed, gammas: gammas))
            #expect(columns.iceCubeFailures.isEmpty)
            for place in 0..<points.count {
                let single = try Self.comparison(name, solver, fixed?[place], gammas[place]).iceCube
                let answer = try single.answer(
                    mass: Mass(inMeV: points.masses[place]), coupling: Coupling(points.couplings[place]))
                let allowed = tolerance * max(answer.chi2, 1)
                #expect(
                    abs(columns.chi2[place] - answer.chi2) < allowed,
                    "\(points.masses[place]) \(points.couplings[place]) \(gammas[place])")
                #expect(abs(columns.deltaChi2[place] - answer.deltaChi2) < 2 * allowed)
                #expect(abs(columns.amplitude[place] / answer.amplitude - 1) < 10 * tolerance)
                #expect(columns.gamma[place] == gammas[place])
            }
        }
    }

    /// With γ that the scenario fixes, and with γ that each point profiles.
    @Test("A alone", arguments: [2.5, nil])
    func amplitudeAlone(gamma: Double?) throws {
        let (boundSet, iceCube) = try Self.comparison("paper", .narrowLine, nil, gamma)
        var points = PointList()
        points.addRandom(10, masses: 1...20, couplings: 1e-5...3e-3)
        let amplitudes = (0..<points.count).map { 0.2 + 0.2 * Double($0) }
        let batch = try PointBatch(boundSet, iceCube: iceCube)
        let columns = try Self.answers(batch, points, PointSpectra(amplitudes: amplitudes))
        for place in 0..<points.count {
            let single = try Self.comparison("paper", .narrowLine, amplitudes[place], gamma).iceCube
            let answer = try single.answer(
                mass: Mass(inMeV: points.masses[place]), coupling: Coupling(points.couplings[place]))
            #expect(abs(columns.chi2[place] - answer.chi2) < 1e-4 * max(answer.chi2, 1))
            #expect(abs(columns.deltaChi2[place] - answer.deltaChi2) < 2e-4 * max(answer.chi2, 1))
            #expect(columns.amplitude[place] == amplitudes[place])
        }
    }

    /// Between bumps of the response a break is known to 4e-4 of a segment.
    @Test("An index of another spectrum that follows γ")
    func another() throws {
        let spectrum = "broken:gamma,gamma+0.7,2e5GeV"
        let (boundSet, iceCube) = try Self.comparison("paper", .narrowLine, nil, nil, spectrum: spectrum)
        var points = PointList()
        points.addRandom(4, masses: 2...20, couplings: 1e-4...1e-3)
        let gammas = [2.1, 2.33, 2.5, 2.9]
        let batch = try PointBatch(boundSet, iceCube: iceCube, indices: 2...3)
        let columns = try Self.answers(batch, points, PointSpectra(gammas: gammas))
        for place in 0..<points.count {
            let single = try Self.comparison("paper", .narrowLine, nil, gammas[place], spectrum: spectrum).iceCube
            let answer = try single.answer(
                mass: Mass(inMeV: points.masses[place]), coupling: Coupling(points.couplings[place]))
            #expect(abs(columns.chi2[place] - answer.chi2) < 2e-3 * max(answer.chi2, 1))
        }
    }

    @Test("The same digits beside whatever other points, on however many cores")
    func digits() throws {
        let (boundSet, iceCube) = try Self.comparison("paper", .automatic, nil, nil)
        let batch = try PointBatch(boundSet, iceCube: iceCube, indices: 2...3)
        var points = PointList()
        points.addRandom(300, masses: 1...20, couplings: 1e-5...1e-3)
        let gammas = (0..<points.count).map { 2 + Double($0 * 37 % 300) / 300 }
        let all = try Self.answers(batch, points, PointSpectra(gammas: gammas))
        let one = try Self.answers(batch, points, PointSpectra(gammas: gammas), cores: 1)
        #expect(all.chi2 == one.chi2 && all.amplitude == one.amplitude && all.deltaChi2 == one.deltaChi2)
        var few = PointList()
        (few.masses, few.couplings) = (Array(points.masses[50..<55]), Array(points.couplings[50..<55]))
        let alone = try Self.answers(
            try PointBatch(boundSet, iceCube: iceCube, indices: 2...3), few,
            PointSpectra(gammas: Array(gammas[50..<55])))
        #expect(alone.chi2 == Array(all.chi2[50..<55]) && alone.amplitude == Array(all.amplitude[50..<55]))
    }

    @Test("What a single point is refused, with the words that it has")
    func refusals() throws {
        let (boundSet, iceCube) = try Self.comparison("paper", .narrowLine, nil, nil)
        let batch = try PointBatch(boundSet, iceCube: iceCube, indices: 1...10)
        var points = PointList()
        (points.masses, points.couplings) = ([6, 6, 6, 6, 6], [1e-4, 1e-4, 1e-4, 1e-4, 1e-4])
        let spectra = PointSpectra(amplitudes: [1, 1, -1, 1e7, 1], gammas: [0.5, 11, 2, 2, 2])
        let columns = try Self.answers(batch, points, spectra)
        #expect(columns.iceCubeFailures.map(\.point) == [0, 1, 2, 3])
        for failure in columns.iceCubeFailures {
            let (amplitude, gamma) = (spectra.amplitudes?[failure.point], spectra.gammas?[failure.point])
            let refused = #expect(throws: (any Error).self) {
                try Self.comparison("paper", .narrowLine, amplitude, gamma).iceCube
                    .answer(mass: Mass(inMeV: 6), coupling: Coupling(1e-4))
            }
            #expect(refused.map { "\($0)" } == "\(failure.error)")
        }
        let numbers = try Self.comparison("paper", .narrowLine, nil, nil, spectrum: "broken:2.2,2.9,2e5GeV")
        #expect(throws: FitRequestError.self) {
            try PointBatch(numbers.boundSet, iceCube: numbers.iceCube, indices: 2...3)
        }
    }

    /// Where all points are quick they are taken in another order than they stand in; what is no point stands between them.
    @Test("In any order", arguments: [1, 50, 3000])
    func inAnyOrder(count: Int) throws {
        let (boundSet, iceCube) = try Self.comparison("paper", .narrowLine, nil, nil)
        var points = PointList()
        points.addRandom(count, masses: 1...100, couplings: 1e-9...0.1)
        points.masses += [-1, 10, .nan]
        points.couplings += [1e-4, .infinity, 1e-4]
        let gammas = (0..<points.count).map { 2 + Double($0 * 7 % 101) / 101 }
        let batch = try PointBatch(boundSet, iceCube: iceCube, indices: 2...3)
        let together = try Self.answers(batch, points, PointSpectra(gammas: gammas))
        #expect(together.iceCubeFailures.isEmpty)
        #expect(
            together.chi2.suffix(3).allSatisfy(\.isNaN) && together.standing.suffix(3).allSatisfy { $0 == .invalid })
        for place in stride(from: 0, to: count, by: max(1, count / 60)) {
            var one = PointList()
            (one.masses, one.couplings) = ([points.masses[place]], [points.couplings[place]])
            let alone = try Self.answers(batch, one, PointSpectra(gammas: [gammas[place]]))
            #expect(together.chi2[place] == alone.chi2[0] && together.deltaChi2[place] == alone.deltaChi2[0])
            #expect(together.amplitude[place] == alone.amplitude[0] && together.gamma[place] == gammas[place])
        }
    }
}
