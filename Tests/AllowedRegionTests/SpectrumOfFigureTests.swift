import ConstraintKit
import Testing

@testable import AllowedRegion
@testable import Scenarios

/// The energies that a figure of a spectrum is drawn through.
@Suite struct SpectrumOfFigureTests {
    private static func spectrum(at energies: [Double]) throws -> (IceCubeComparison, EarthSpectrum) {
        let scenario = try Scenario.shipped("paper")
        let comparison = try IceCubeComparison(scenario, dataSets: DataSetLibrary())
        return (
            comparison, try comparison.spectrum(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4), energies: energies)
        )
    }

    @Test func jumpsStandAtTheirEnergies() throws {
        let (comparison, coarse) = try Self.spectrum(at: [1e8, 1e4])
        let energies = coarse.energiesOfFigure
        #expect(energies.first == 1e4 && energies.last == 1e8 && energies == energies.sorted())
        let fine = try comparison.spectrum(mass: coarse.mass, coupling: coarse.coupling, energies: energies)
        let highest = try #require(fine.lines.map(\.energy).max())
        // Above the highest line nothing is absorbed; just below it e^−τ is left, far from 1 for two of the states.
        let above = try #require(energies.firstIndex { $0 > highest })
        #expect(energies[above] / energies[above - 1] < 1 + 1e-8)
        let (before, after) = (fine.states[above - 1], fine.states[above])
        #expect((before / after).min() < 0.1 && abs((after / fine.freeStates[above]).min() - 1) < 1e-12)
    }

    @Test func oneEnergyIsNoLine() throws {
        #expect(try Self.spectrum(at: [1e5]).1.energiesOfFigure == [1e5])
    }
}
