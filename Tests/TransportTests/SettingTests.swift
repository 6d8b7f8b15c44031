import ConstraintKit
import Physics
import Testing
import Transport

@Suite("Settings and their refusals")
struct SettingTests {
    @Test("Energies that are none are refused with their place", arguments: [0, -1, .infinity])
    func hostileEnergies(energy: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let point = try mediator(6.5, 5e-4)
        #expect(throws: TransportError.energyNotPositive(energy, position: 1)) {
            try solver.ratios(point, index: 2.5, energies: [1e5, energy])
        }
        #expect(throws: TransportError.self) { try solver.ratios(point, index: 2.5, energies: [.nan]) }
    }

    @Test("Spectral indices out of range are refused", arguments: [0.99, 10.1, .nan, -.infinity])
    func hostileIndex(gamma: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting())
        #expect(throws: TransportError.self) { try solver.prepared(index: gamma) }
    }

    @Test("Redshifts and densities out of range are refused")
    func hostileSetting() throws {
        for redshift in [0, -1, 1e9, .nan] {
            var setting = try TransportSetting()
            setting.maximumRedshift = redshift
            #expect(throws: TransportError.self) { try NarrowLineSolver(setting) }
        }
        for density in [-1, Double.nan, .infinity] {
            var setting = try TransportSetting()
            setting.relicDensity = density
            #expect(throws: TransportError.self) { try NarrowLineSolver(setting) }
        }
        var precision = Precision()
        precision.redshiftStep = 0
        let setting = try TransportSetting()
        #expect(throws: TransportError.precisionOutOfRange(precision)) {
            try NarrowLineSolver(setting, precision: precision)
        }
    }

    @Test("Extreme masses and energies give numbers", arguments: [1e-200, 1e-3, 1e6, 1e200])
    func extremes(mass: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let point = try mediator(mass, 1e-3)
        let ratios = try solver.ratios(point, index: 2.5, energies: [1e-300, 1, 1e5, 1e300])
        #expect(ratios.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
        let flux = try solver.integratedFluxes(point, index: 10, bins: [EnergyBin(lower: 1e-6, upper: 1e20)])[0]
        #expect(flux.x.isFinite && flux.min() > 0)
    }

    @Test("Flavours of equal states are equal: U is unitary", arguments: Ordering.allCases)
    func flavours(ordering: Ordering) throws {
        let flavours = try TransportSetting(ordering: ordering).flavours(of: [1, 1, 1])
        // Rounding.
        #expect((flavours - 1).max() < 1e-14 && (1 - flavours).max() < 1e-14)
    }

    /// Charges that spare a state: it neither absorbs nor receives.
    @Test("A state without charge streams freely")
    func generalCharges() throws {
        var setting = try TransportSetting()
        // Without mixing the mass states are the flavours, and Lμ−Lτ spares the first.
        setting.mixing = MixingMatrix(MixingAngles(theta12: 0, theta13: 0, theta23: 0, delta: 0))
        let energies = logarithmicEnergies(from: 1e4, to: 1e7, count: 100)
        let point = try mediator(6.5, 5e-4)
        let ratios = try NarrowLineSolver(setting).ratios(point, index: 2.5, energies: energies)
        // Sums telescope to rounding.
        #expect(ratios.allSatisfy { abs($0.x - 1) < 1e-12 })
        #expect(ratios.contains { abs($0.y - 1) > 0.1 })
        // Twice the charges are twice the coupling: S grows fourfold, g′² does, and nothing else.
        var doubled = setting
        doubled.charges = ChargeMatrix(diagonal: [0, 2, -2])
        let stronger = try NarrowLineSolver(doubled).ratios(point, index: 2.5, energies: energies)
        let coupled = try NarrowLineSolver(setting).ratios(mediator(6.5, 1e-3), index: 2.5, energies: energies)
        #expect(largestDifference(stronger, coupled) < 1e-12)
    }
}
