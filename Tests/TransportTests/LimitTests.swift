import ConstraintKit
import Physics
import Testing

@testable import Transport

@Suite("Limits and symmetries")
struct LimitTests {
    static let energies = logarithmicEnergies(from: 1e3, to: 1e8, count: 300)

    @Test("g′ → 0 is free streaming", arguments: Ordering.allCases)
    func noCoupling(ordering: Ordering) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let weak = try mediator(6.5, 1e-12)
        let ratios = try solver.ratios(weak, index: 2.5, energies: Self.energies)
        // τ is of order 1e-15 here, and sums telescope.
        #expect(largestDifference(ratios, ratios.map { _ in SIMD3(repeating: 1) }) < 1e-12)
        let bin = try EnergyBin(lower: 1e4, upper: 1e7)
        let flux = try solver.integratedFluxes(weak, index: 2.5, bins: [bin])[0]
        // The quadrature of a power over pieces of 0.2 in ln E is good to rounding.
        let change = flux / FreeFlux.integrated(index: 2.5, bin: bin) - 1
        #expect(change.max() < 1e-12 && change.min() > -1e-12)
    }

    @Test("A free power law integrates to what calculus says")
    func freeFlux() throws {
        let bin = try EnergyBin(lower: 1e5, upper: 1e6)
        // ∫ 1e-18 (E/1e5)^−2 dE = 1e-13 (1 − 0.1); ∫ 1e-18 (E/1e5)^−1 dE = 1e-13 ln 10. Rounding.
        #expect(abs(FreeFlux.integrated(index: 2, bin: bin) / 0.9e-13 - 1) < 1e-14)
        #expect(abs(FreeFlux.integrated(index: 1, bin: bin) / 2.302_585_092_994_046e-13 - 1) < 1e-14)
        #expect(abs(FreeFlux.differential(index: 2.5, energy: 1e7) / 1e-23 - 1) < 1e-14)
    }

    @Test("Bins of a power law together are what each is alone", arguments: [0, 0.95, 1, 1.02, 1.8, 3.5, 10])
    func freeIntegrals(gamma: Double) throws {
        let edges = [1e3, 1.1e3, 4e4, 1e5, 2e6, 1e9]
        let bins = try zip(edges, edges.dropFirst()).map { try EnergyBin(lower: $0, upper: $1) }
        let integrals = FreeIntegrals(bins)
        var together = [Double](repeating: 0, count: bins.count)
        together.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { integrals.fill(start, index: gamma) }
        }
        for (bin, integral) in zip(bins, together) {
            // Rounding, of a logarithm of 14 times a power of 9 and of a difference that leaves a tenth.
            #expect(abs(integral / FreeFlux.integrated(index: gamma, bin: bin) - 1) < 1e-12)
        }
    }

    @Test("Ratios depend on E/m² and C g′²/m² alone", arguments: Ordering.allCases)
    func selfSimilarity(ordering: Ordering) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let small = try mediator(3, 2e-4, .majorana)
        // Twice the mass, twice the coupling; and half the coupling at four times C.
        let doubled = try mediator(6, 4e-4, .majorana)
        let paper = try mediator(6, 2e-4, .paper)
        let ratios = try solver.ratios(small, index: 2.3, energies: Self.energies)
        for other in [doubled, paper] {
            let shifted = try solver.ratios(other, index: 2.3, energies: Self.energies.map { 4 * $0 })
            // Rounding of logarithms, times the slope next to a line.
            #expect(largestDifference(ratios, shifted) < 1e-12)
        }
    }

    /// Fluxes, not ratios, add: each ratio counts with the free flux it was divided by.
    @Test("The flux is linear in the source")
    func linearity() throws {
        let setting = try TransportSetting()
        let geometry = LineGeometry(setting, precision: Precision())
        let near = geometry.sourceShape.enumerated().map { $0 < 300 ? $1 : $1 / 10 }
        let far = geometry.sourceShape.enumerated().map { $0 < 600 ? $1 / 100 : 3 * $1 }
        let point = try mediator(6.5, 3e-4)
        func fluxes(_ shape: [Double]) throws -> [SIMD3<Double>] {
            var geometry = geometry
            geometry.sourceShape = shape
            let spectrum = NarrowLineSpectrum(geometry, index: 2.4, energyStep: 0.2)
            return try spectrum.ratios(point, energies: Self.energies).map { $0 * spectrum.source.total }
        }
        let (nearFlux, farFlux) = try (fluxes(near), fluxes(far))
        let both = try fluxes(zip(near, far).map { $0 + 2 * $1 })
        let largest = both.map { $0.max() }.reduce(0, max)
        // Every step is linear in the source, quadratures too: what is left is rounding.
        #expect(largestDifference(both, zip(nearFlux, farFlux).map { $0 + 2 * $1 }) < 1e-12 * largest)
        #expect(largestDifference(nearFlux, farFlux) > 1e-2 * largest)
    }

    @Test("Halving the step divides the error by about sixteen")
    func refinement() throws {
        func ratios(step: Double) throws -> [SIMD3<Double>] {
            var precision = Precision()
            precision.redshiftStep = step
            precision.sourceSteps = 4096
            return try NarrowLineSolver(TransportSetting(), precision: precision)
                .ratios(mediator(6.5, 5e-4, .paper), index: 2.5, energies: Self.energies)
        }
        let exact = try ratios(step: 0.001)
        let errors = try [0.032, 0.016, 0.008].map { largestDifference(try ratios(step: $0), exact) }
        // Fourth order is 16; the count of steps is rounded up in each panel, and 8 tells it from third order's best.
        #expect(errors[0] > 8 * errors[1] && errors[1] > 8 * errors[2])
        // What the default is chosen for.
        #expect(errors[1] < 2e-6)
    }

    @Test("A massless state has no line; a nearly massless one is next to it", arguments: Ordering.allCases)
    func masslessState(ordering: Ordering) throws {
        func ratios(lightest: Double) throws -> [SIMD3<Double>] {
            var setting = try TransportSetting(ordering: ordering, sumOfMasses: 0.2)
            let splittings = ParameterSet.nusiprop.oscillations(ordering).splittings
            setting.masses = try NeutrinoMasses(lightest: lightest, splittings: splittings)
            return try NarrowLineSolver(setting).ratios(mediator(6.5, 5e-4), index: 2.5, energies: Self.energies)
        }
        let massless = try ratios(lightest: 0)
        #expect(massless.contains { $0.min() < 0.9 })
        // Its line lies at 2e13 GeV and above, and its daughters fall as (E/E_j)^γ: below 1e-12 at 1e8 GeV; the masses
        // of the others move by 1e-12.
        #expect(largestDifference(massless, try ratios(lightest: 1e-9)) < 1e-8)
        #expect(largestDifference(massless, try ratios(lightest: 1e-14)) < 1e-12)
    }
}
