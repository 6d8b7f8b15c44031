import ConstraintKit
import IceCubeFit
import Testing
import Transport

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// What a Z′ gains over the best fit without one, beside what it gains over a fixed flux.
@Suite struct FreeFitTests {
    private static func comparison(amplitude: Double? = 1.5) throws -> Analysis {
        var scenario = try Scenario.shipped("paper")
        scenario.iceCube.amplitude = amplitude
        return try Analysis(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
    }

    /// The best fit without a Z′ has χ² = 23.513, found by an independent fit and known to its digits.
    @Test func aFixedFluxGainsLessOverTheBestFitThanOverItself() throws {
        let answer = try Self.comparison().iceCube.answer(mass: Mass(inMeV: 6.5), coupling: Coupling(4.5e-4))
        #expect(abs(answer.chi2 - answer.deltaFromFreeFit - 23.513) < 1e-3)
        #expect(abs(answer.deltaChi2 + 12.760) < 2e-3 && abs(answer.deltaFromFreeFit + 4.965) < 2e-3, "\(answer)")
        let detail = try Self.comparison().iceCube.detail(mass: Mass(inMeV: 6.5), coupling: Coupling(4.5e-4))
        #expect(detail.fit.chi2 - detail.freeFit.chi2 == answer.deltaFromFreeFit)
    }

    /// Where next to nothing arrives, only an amplitude beyond reason describes the data.
    @Test(arguments: [(4.5e-4, false), (1.0, true)])
    func anUnphysicalAmplitudeIsSaid(coupling: Double, isUnphysical: Bool) throws {
        let iceCube = try Self.comparison(amplitude: nil).iceCube
        let answer = try iceCube.answer(mass: Mass(inMeV: 6.5), coupling: Coupling(coupling))
        #expect(Caveat.physicalAmplitudes.contains(answer.amplitude) != isUnphysical, "\(answer.amplitude)")
        #expect(answer.caveats.contains(.unphysicalAmplitude(answer.amplitude)) == isUnphysical)
    }

    /// One that is given is the user's.
    @Test func anAmplitudeThatIsGivenIsNotJudged() throws {
        let answer = try Self.comparison(amplitude: 1e3).iceCube.answer(
            mass: Mass(inMeV: 6.5), coupling: Coupling(1e-4))
        #expect(!answer.caveats.contains { if case .unphysicalAmplitude = $0 { true } else { false } })
    }

    /// One that leaves nothing of the spectrum in the data is said, though χ² can't tell.
    @Test(
        arguments: [
            (1.5, "cut-off:2.5,100GeV", true), (1.5, "cut-off:2.5,5PeV", false), (1.5, nil, false), (1e-5, nil, true),
            (nil, "cut-off:2.5,100GeV", false),
        ] as [(Double?, String?, Bool)])
    func aFluxThatCannotBeSeenIsSaid(amplitude: Double?, spectrum: String?, isSaid: Bool) throws {
        var scenario = try Scenario.shipped("paper")
        scenario.iceCube.amplitude = amplitude
        scenario.sources.spectrum = try spectrum.flatMap { try Chosen(spectrum: $0) }
        let analysis = try Analysis(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let point = (mass: try Mass(inMeV: 6.5), coupling: try Coupling(4.5e-4))
        let answer = try analysis.iceCube.answer(mass: point.mass, coupling: point.coupling)
        let shares = answer.caveats.compactMap { caveat -> Double? in
            if case .fluxUnseen(_, let share) = caveat { share } else { nil }
        }
        #expect(shares.isEmpty != isSaid && shares.allSatisfy { $0 < Caveat.leastShareOfFlux }, "\(answer.caveats)")
        let map = try analysis.map(MapGrid(massRange: 2...20, couplingRange: 5e-5...2e-3, columns: 3, rows: 3))
        #expect(map.caveats.contains { if case .fluxUnseen = $0 { true } else { false } } == isSaid)
    }

    @Test func aMapHasBothRegions() throws {
        let grid = try MapGrid(massRange: 2...20, couplingRange: 5e-5...2e-3, columns: 20, rows: 20)
        let map = try Self.comparison().map(grid)
        #expect(abs(map.chi2OfFreeFit - 23.513) < 1e-3)
        // Twelve degrees of freedom with a Z′, fourteen without; R < 1 is χ² < 12/14 of 27.28.
        #expect(map.betterThanFreeFit.pointCount == map.chi2.count { $0 / 12 < map.chi2OfFreeFit / 14 })
        #expect(map.preferredByIceCube.pointCount == map.chi2.count { $0 / 12 < map.chi2StandardModel / 14 })
        #expect(map.betterThanFreeFit.pointCount > 0)
        #expect(map.betterThanFreeFit.pointCount < map.preferredByIceCube.pointCount)
    }
}
