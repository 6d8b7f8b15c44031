import ConstraintKit
import Physics
import Testing
import Transport

/// Energies go through the lines four at a time: what arrives at one must not depend on those beside it.
@Suite("Energies beside one another")
struct FourEnergiesTests {
    @Test("Each is what it is alone", arguments: Ordering.allCases, [1e-5, 4e-4, 0.1])
    func alone(ordering: Ordering, coupling: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let spectrum = try solver.spectrum(index: 2.5)
        let point = try mediator(6.5, coupling)
        let rising = logarithmicEnergies(from: 1e2, to: 1e8, count: 203) + [1e-300, 1e300]
        // Energies above, between and below the lines side by side: 101 has no factor in common with their number.
        let mixed = rising.indices.map { rising[$0 * 101 % rising.count] }
        let ratios = try spectrum.ratios(point, energies: mixed)
        let alone = try mixed.map { try spectrum.ratios(point, energies: [$0])[0] }
        // Below all lines one sum stands for those of three where no neighbour needs them: a few roundings of numbers near one.
        #expect(largestDifference(ratios, alone) < 1e-14)
    }

    @Test("What is no energy is named with its place", arguments: [0, -0.0, -1, .infinity, -.infinity, .nan])
    func noEnergy(energy: Double) throws {
        let spectrum = try NarrowLineSolver(TransportSetting()).spectrum(index: 2.5)
        let point = try mediator(6.5, 4e-4)
        do {
            _ = try spectrum.ratios(point, energies: [1e5, 1e6, energy, 1e7])
            Issue.record("\(energy) GeV was taken")
        } catch TransportError.energyNotPositive(_, let position) {
            #expect(position == 2)
        }
    }
}
