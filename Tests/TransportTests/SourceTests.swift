import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

@Suite("Sources of all kinds")
struct SourceTests {
    static let energies = logarithmicEnergies(from: 1e4, to: 1e7, count: 120)

    static func setting(_ change: (inout TransportSetting) throws -> Void) throws -> TransportSetting {
        var setting = try TransportSetting()
        try change(&setting)
        return setting
    }

    static func narrow(
        _ mediator: Mediator, _ change: (inout TransportSetting) throws -> Void
    ) throws -> [SIMD3<Double>] {
        try NarrowLineSolver(setting(change)).ratios(mediator, index: 2.3, energies: energies)
    }

    /// Each solver, at a point where it is right; the finite width of the grid's is real.
    static let solvers: [(name: String, coupling: Double)] = [("narrow-line", 4e-4), ("grid", 1e-2)]

    static func solver(_ name: String, _ setting: TransportSetting) throws -> any TransportSolver {
        name == "grid" ? try GridSolverTests.grid(setting, points: 25) : try NarrowLineSolver(setting)
    }

    @Test("Fluxes are linear in the flavours at the source", arguments: solvers)
    func flavours(which: (name: String, coupling: Double)) throws {
        func ratios(_ composition: FlavourComposition) throws -> [SIMD3<Double>] {
            let setting = try Self.setting { $0.composition = composition }
            return try Self.solver(which.name, setting)
                .ratios(mediator(6.5, which.coupling), index: 2.3, energies: Self.energies)
        }
        let (electron, muon) = try (ratios(.neutron), ratios(.muonDamped))
        let mixed = zip(electron, muon).map { ($0 + 2 * $1) / 3 }
        // Sums and products in another order.
        #expect(largestDifference(try ratios(.pion), mixed) < 1e-12)
        #expect(largestDifference(electron, muon) > 0.1)
    }

    @Test("Without interaction, flavours arrive as oscillations leave them", arguments: solvers)
    func freeFlavours(which: (name: String, coupling: Double)) throws {
        let setting = try Self.setting { $0.composition = .neutron }
        let solver = try Self.solver(which.name, setting)
        let ratios = try solver.ratios(mediator(6.5, 1e-12), index: 2.3, energies: Self.energies)
        // Depths of 1e-15, and rounding.
        #expect(largestDifference(ratios, ratios.map { _ in setting.freeStates }) < 1e-12)
        let bin = try EnergyBin(lower: 1e5, upper: 1e6)
        let flux = try solver.integratedFluxes(mediator(6.5, 1e-12), index: 2.3, bins: [bin])[0]
        #expect(abs(flux / (setting.freeStates * FreeFlux.integrated(index: 2.3, bin: bin)) - 1).max() < 1e-12)
        // Electron neutrinos are mostly the first state: 3 |U_e1|² = 3 cos²θ_12 cos²θ_13 = 2.043.
        #expect(abs(setting.freeStates.x - 2.043) < 2e-3 && abs(setting.freeStates.sum() - 3) < 1e-12)
    }

    @Test("The table of fluxes holds for any flavours at the source")
    func tabulated() throws {
        let solver = try NarrowLineSolver(Self.setting { $0.composition = .muonDamped })
        let table = try SelfSimilarTable(solver, indices: 2.2...2.4)
        // As for equal flavours.
        #expect(try SelfSimilarTableTests.difference(table, solver, mediator(6.5, 5e-4), 2.3) < 1e-4)
    }

    @Test("A point source: energy and number balance", arguments: Ordering.allCases, [0.5, 3])
    func pointBalance(ordering: Ordering, redshift: Double) throws {
        var setting = try TransportSetting(ordering: ordering)
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let balance = try NarrowLineSolver(setting).spectrum(index: 2.3).balance(mediator(6.5, 4e-4))
        // A source at the far end is absorbed where a step in redshift changes most: up to 2.4e-6, twice a population's.
        #expect(balance.absorbedEnergy > 1e-3)
        #expect(abs(balance.addedEnergy) < 5e-6 * balance.absorbedEnergy)
        #expect(abs(balance.addedNumber / balance.absorbedNumber - 1) < 5e-6)
    }

    @Test("A population is the sum of its sources")
    func superposition() throws {
        let point = try mediator(6.5, 4e-4)
        let gamma = 2.3
        let population = try Self.narrow(point) { $0.evolution = .uniform }
        let cosmology = try TransportSetting().cosmology
        let shells = 400
        let step = log(6) / Double(shells)
        var sum = [SIMD3<Double>](repeating: .zero, count: Self.energies.count)
        var total = 0.0
        for shell in 0..<shells {
            let scale = exp(step * (Double(shell) + 0.5))
            let weight = pow(scale, 1 - gamma) / cosmology.expansionRate(scale: scale)
            let ratios = try Self.narrow(point) {
                $0.evolution = .point
                $0.maximumRedshift = scale - 1
            }
            for index in sum.indices { sum[index] += ratios[index] * weight }
            total += weight
        }
        // A shell jumps at each line, by at most 1/400 of the whole times its weight near z = 0, 2.5.
        #expect(largestDifference(sum.map { $0 / total }, population) < 2.5 / 400 + 1e-3)
    }

    @Test("Sources in an ever thinner shell become a point")
    func thinShell() throws {
        let point = try mediator(6.5, 4e-4)
        let single = try Self.narrow(point) {
            $0.evolution = .point
            $0.maximumRedshift = 2
        }
        let errors = try [0.2, 0.05].map { width in
            let table = try EvolutionTable(redshifts: [0, 2 - 1.001 * width, 2 - width, 2], densities: [0, 0, 1, 1])
            let shell = try Self.narrow(point) {
                $0.evolution = .table(table)
                $0.maximumRedshift = 2
            }
            // The mean: at E_j/(1+z) of the shell, which moves with it, a jump of finite size remains.
            return zip(shell, single).reduce(0) { $0 + abs(($1.0 - $1.1).sum()) } / Double(single.count)
        }
        // Of first order in the width; a grid of energies sees the jumps unevenly.
        #expect(errors[0] < 0.1 && errors[1] < errors[0] / 2.5, "\(errors)")
    }

    @Test("The grid takes point sources too")
    func pointOnGrid() throws {
        let setting = try Self.setting {
            $0.evolution = .point
            $0.maximumRedshift = 2
        }
        let bins = try GridSolverTests.cascadeBins()
        let point = try mediator(6.5, 4e-4)
        let exact = try GridSolverTests.ratios(NarrowLineSolver(setting), point, 2.3, bins)
        let errors = try [50.0, 200].map {
            largestDifference(
                try GridSolverTests.ratios(GridSolverTests.grid(setting, points: $0), point, 2.3, bins), exact)
        }
        // All absorption happens at few redshifts, so that cells count more than for a population; and light that begins with a
        // step is of first order in the grid's: a quarter of the step, and a half left for what is uneven. The finer is as good
        // as a third of what the coarser may be.
        #expect(errors[0] < 5e-3 && errors[1] < errors[0] / 2 && errors[1] < 5e-3 / 3, "\(errors)")
    }

    @Test("A table of densities is what it tabulates")
    func table() throws {
        let point = try mediator(6.5, 4e-4)
        let table = try EvolutionTable(redshifts: [0, 1, 7], densities: [3, 3, 3])
        let tabulated = try Self.narrow(point) { $0.evolution = .table(table) }
        #expect(largestDifference(tabulated, try Self.narrow(point) { $0.evolution = .uniform }) < 1e-12)
        let short = try EvolutionTable(redshifts: [0, 1], densities: [1, 2])
        #expect(throws: TransportError.evolutionEndsEarly(1, maximumRedshift: 5)) {
            try GridSolver(Self.setting { $0.evolution = .table(short) })
        }
    }

    @Test("Every named evolution changes the spectrum, and none breaks it")
    func named() throws {
        let point = try mediator(6.5, 4e-4)
        var spectra: [[SIMD3<Double>]] = []
        for (_, evolution) in SourceEvolution.named {
            spectra.append(try Self.narrow(point) { $0.evolution = evolution })
        }
        for (number, spectrum) in spectra.enumerated() {
            #expect(spectrum.allSatisfy { $0.min() > 0 && $0.max() < 10 })
            for other in spectra[..<number] { #expect(largestDifference(spectrum, other) > 1e-3) }
        }
    }

    @Test("A universal mediator: each state is its own target, and all are alike but for their lines")
    func universal() throws {
        let setting = try Self.setting { $0.charges = .universal }
        let ratios = try NarrowLineSolver(setting).ratios(mediator(6.5, 4e-4), index: 2.3, energies: Self.energies)
        let highest = mediatorEnergies(setting, mass: 6.5)
        for (energy, ratio) in zip(Self.energies, ratios) where energy > highest.y {
            // Above E_2 the second and third state cross no line, and receive the same from the first's.
            #expect(abs(ratio.y - ratio.z) < 1e-12 && ratio.y >= 1)
        }
        #expect(ratios.contains { abs($0.x - $0.z) > 0.1 })
    }

    private func mediatorEnergies(_ setting: TransportSetting, mass: Double) -> SIMD3<Double> {
        1e3 * mass * mass / (2 * setting.masses.masses)
    }

    @Test("Lightest mass and angles are choices")
    func masses() throws {
        let angles = MixingAngles(theta12: 30, theta13: 0, theta23: 45, delta: 0)
        let setting = try TransportSetting(ordering: .inverted, lightestMass: 0.01, angles: angles)
        #expect(setting.masses.masses.z == 0.01)
        // sin²30° = 1/4.
        #expect(abs(setting.mixing.probabilities(flavour: 0).y - 0.25) < 1e-15)
        #expect(throws: NeutrinoMassError.self) { try TransportSetting(lightestMass: -1) }
    }
}
