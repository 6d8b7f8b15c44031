import ConstraintKit
import Physics
import Testing
import Transport

@Suite("Several indices at once")
struct NarrowLineSpectraTests {
    static let indices = [1.8, 2.3, 2.9, 3.5, 1, 10, 2.6]

    @Test("They are what each is alone", arguments: Ordering.allCases, [1e-5, 4e-4, 0.1, 10, 1e200])
    func together(ordering: Ordering, coupling: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let energies = logarithmicEnergies(from: 1e2, to: 1e8, count: 300) + [1e-300, 1e300]
        for mass in [6.5, 300, 1e-200, 1e200] {
            let point = try mediator(mass, coupling)
            let together = try solver.prepared(indices: Self.indices)
            #expect(together.indices == Self.indices)
            for (gamma, ratios) in zip(Self.indices, try together.ratios(point, energies: energies)) {
                let alone = try solver.ratios(point, index: gamma, energies: energies)
                // The same sums in another order; moments of a soft spectrum weigh 6^10 more at the far end.
                #expect(largestDifference(ratios, alone) < 1e-9)
            }
        }
    }

    @Test("Their fluxes in bins are what each has alone", arguments: Ordering.allCases, [1e-5, 4e-4, 0.1, 10])
    func bins(ordering: Ordering, coupling: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        // Above all lines, across them, and below their lowest crossings.
        let bins = try [(1e-3, 1.0), (1e2, 1e4), (1e4, 2e5), (2e5, 3e5), (3e5, 1e7), (1e8, 1e10), (1e-3, 1e10)].map {
            try EnergyBin(lower: $0.0, upper: $0.1)
        }
        for mass in [6.5, 300, 0.01] {
            let point = try mediator(mass, coupling)
            let together = try solver.prepared(indices: Self.indices).integratedFluxes(point, bins: bins)
            #expect(together.count == Self.indices.count)
            for (gamma, fluxes) in zip(Self.indices, together) {
                let alone = try solver.integratedFluxes(point, index: gamma, bins: bins)
                for (place, bin) in bins.enumerated() {
                    // The same sums in another order, as above.
                    let free = FreeFlux.integrated(index: gamma, bin: bin)
                    let difference = fluxes[place] / free - alone[place] / free
                    #expect(max(difference.max(), -difference.min()) < 1e-9, "\(mass) MeV, γ = \(gamma), \(bin)")
                }
            }
        }
    }

    @Test("Sources that differ in flavour, and a point source")
    func sources() throws {
        var setting = try TransportSetting()
        setting.composition = .muonDamped
        setting.evolution = .point
        let solver = try NarrowLineSolver(setting)
        let energies = logarithmicEnergies(from: 1e3, to: 1e7, count: 200)
        let point = try mediator(6.5, 4e-4)
        let together = try solver.prepared(indices: Self.indices).ratios(point, energies: energies)
        for (gamma, ratios) in zip(Self.indices, together) {
            let alone = try solver.ratios(point, index: gamma, energies: energies)
            // As above; all of it comes from the far end here, where moments of γ = 10 weigh 6^12: they cancel to 2e-7.
            #expect(largestDifference(ratios, alone) < (gamma > 5 ? 1e-6 : 1e-9))
        }
    }

    @Test("What one refuses, several refuse")
    func hostile() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        #expect(throws: TransportError.self) { try solver.prepared(indices: [2, .nan]) }
        let spectra = try solver.prepared(indices: [2, 2.5, 3])
        #expect(throws: TransportError.energyNotPositive(-1, position: 1)) {
            try spectra.ratios(mediator(6.5, 1e-3), energies: [1e5, -1])
        }
        #expect(try solver.prepared(indices: []).ratios(mediator(6.5, 1e-3), energies: [1e5]).isEmpty)
    }
}
