import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

@Suite("The grid solver")
struct GridSolverTests {
    static let narrow: [(mass: Double, coupling: Double, index: Double)] = [
        (6.5, 5e-4, 2.5), (3, 2e-4, 2.2), (9, 4e-4, 2.8), (5, 1e-4, 1.8),
    ]

    /// The segments of the cascade data: thirds of a decade from 4.6 TeV.
    static func cascadeBins() throws -> [EnergyBin] {
        let edges = (0...10).map { pow(10, (11 + Double($0)) / 3) }
        return try zip(edges, edges.dropFirst()).map { try EnergyBin(lower: $0, upper: $1) }
    }

    static func ratios(
        _ solver: any TransportSolver, _ mediator: Mediator, _ gamma: Double, _ bins: [EnergyBin]
    ) throws -> [SIMD3<Double>] {
        zip(try solver.integratedFluxes(mediator, index: gamma, bins: bins), bins).map {
            $0 / FreeFlux.integrated(index: gamma, bin: $1)
        }
    }

    static func grid(_ setting: TransportSetting, points: Double) throws -> GridSolver {
        var precision = Precision()
        precision.pointsPerDecade = points
        return try GridSolver(setting, precision: precision)
    }

    @Test("Finite widths agree with an independent solver to 2e-3 of a bin", arguments: ["F1", "F2"])
    func reference(name: String) throws {
        let reference = try Reference(name)
        #expect(reference.rows.count > 5)
        let bins = try reference.rows.map { try EnergyBin(lower: $0[0], upper: $0[1]) }
        let ratios = try Self.ratios(GridSolver(reference.setting), reference.mediator, reference.index, bins)
        let listed = reference.rows.map { SIMD3($0[2], $0[3], $0[4]) }
        // What is asked for; the files have an error of up to 6.8e-4 themselves.
        #expect(largestDifference(ratios.map(reference.setting.flavours), listed) < 2e-3)
    }

    /// The couplings are small enough for the wings to change nothing at 1e-5.
    @Test("Γ → 0 is the narrow line, at second order", arguments: Ordering.allCases, narrow)
    func convergence(ordering: Ordering, point: (mass: Double, coupling: Double, index: Double)) throws {
        let setting = try TransportSetting(ordering: ordering)
        let mediator = try mediator(point.mass, point.coupling)
        let bins = try Self.cascadeBins()
        let exact = try Self.ratios(NarrowLineSolver(setting), mediator, point.index, bins)
        let errors = try [25.0, 50, 100, 200].map {
            largestDifference(
                try Self.ratios(Self.grid(setting, points: $0), mediator, point.index, bins), exact)
        }
        // What is asked for at 50 points a decade.
        #expect(errors[1] < 1e-3)
        // Second order and better: cubics along u leave less than the steps across lines.
        let order = log2(errors[0] / errors[3]) / 3
        #expect(order > 1.6, "measured order \(order), errors \(errors)")
        #expect(errors[3] < 1e-5)
    }

    /// From wings that matter first, over wings as wide as the steps, to those that leave little of the flux.
    @Test("Lines of any width are of second order", arguments: Ordering.allCases, [5e-3, 1e-2, 2e-2, 5e-2])
    func convergence(ordering: Ordering, coupling: Double) throws {
        let setting = try TransportSetting(ordering: ordering)
        let bins = try Self.cascadeBins()
        for (mass, gamma) in [(1.5, 3.2), (6.5, 2.5), (10, 2.8)] {
            let mediator = try mediator(mass, coupling, .paper)
            let ratios = try [25.0, 50, 100].map {
                try Self.ratios(Self.grid(setting, points: $0), mediator, gamma, bins)
            }
            let differences = zip(ratios, ratios.dropFirst()).map { largestDifference($0, $1) }
            // First order would be 1. Where little is left to differ, errors of several signs are of one size.
            let order = log2(differences[0] / differences[1])
            let found = "measured order \(order), differences \(differences) at \(mass) MeV"
            #expect(order > 1.4 || differences[0] < 5e-4, "\(found)")
        }
    }

    /// At an index below 2 both are made near the lines: at a softer one the lower wing's share of the number grows without
    /// end towards low energies, where the grid ends.
    @Test("Number and energy balance, and better with more points", arguments: [5e-4, 1e-2, 0.1])
    func balance(coupling: Double) throws {
        func misses(points: Double) throws -> (number: Double, energy: Double) {
            let solver = try Self.grid(TransportSetting(), points: points)
            let spectrum = GridSpectrum(spectra: try solver.spectra(indices: [1.5]), index: 1.5)
            let balance = spectrum.balance(try mediator(6.5, coupling, .paper))
            #expect(balance.absorbedEnergy > 1e-2)
            return (
                abs(balance.addedNumber / balance.absorbedNumber - 1), abs(balance.addedEnergy / balance.absorbedEnergy)
            )
        }
        let coarse = try misses(points: 25)
        let fine = try misses(points: 100)
        // Middles stand for cells, to second order: at 100 points 1e-4 is what that leaves; fourfold points give 16, and 4
        // tells it from a loss that stays.
        #expect(fine.number < 1e-3 && fine.energy < 1e-3)
        // What is left where the grid ends, (E/E')^γ = 1e-4 above, is below 5e-5.
        #expect(fine.energy < max(coarse.energy / 4, 5e-5), "\(coarse), \(fine)")
        #expect(fine.number < max(coarse.number / 4, 5e-5), "\(coarse), \(fine)")
    }

    @Test("g′ → 0 is free streaming")
    func noCoupling() throws {
        let solver = try GridSolver(TransportSetting())
        let weak = try mediator(6.5, 1e-12)
        let bins = try Self.cascadeBins()
        // Depths are of order 1e-15; the source's steps add up to 1 but for rounding.
        for ratio in try Self.ratios(solver, weak, 2.5, bins) { #expect(abs(ratio - 1).max() < 1e-12) }
    }

    @Test("Indices side by side are what they are alone")
    func lanes() throws {
        let solver = try Self.grid(TransportSetting(), points: 25)
        let bins = try Self.cascadeBins()
        let indices = [1.8, 2.5, 3.1, 2.2, 2.6]
        let point = try mediator(6.5, 1e-2)
        let together = try solver.prepared(indices: indices)
        #expect(together.indices == indices)
        for (gamma, fluxes) in zip(indices, try together.integratedFluxes(point, bins: bins)) {
            let alone = try solver.integratedFluxes(point, index: gamma, bins: bins)
            // The hardest spectrum of a set decides how far up the grid goes: 1e-4 of what comes from there.
            #expect(zip(fluxes, alone).allSatisfy { abs($0 / $1 - 1).max() < 1e-4 })
        }
        #expect(try solver.prepared(indices: []).integratedFluxes(point, bins: bins).isEmpty)
    }

    @Test("The flux is linear in the source")
    func linearity() throws {
        let solver = try Self.grid(TransportSetting(), points: 25)
        let shape = solver.geometry.sourceShape
        let near = shape.enumerated().map { $0 < 300 ? $1 : $1 / 10 }
        let far = shape.enumerated().map { $0 < 600 ? $1 / 100 : 3 * $1 }
        let point = try mediator(6.5, 1e-2)
        let bins = try Self.cascadeBins()
        func fluxes(_ shape: [Double]) throws -> [SIMD3<Double>] {
            let source = SourceTable(shape: shape, upper: solver.geometry.grid.upper, index: 2.4)
            let spectra = GridSpectra(
                geometry: solver.geometry, layout: solver.layout,
                lanes: GridIndices([2.4], layout: solver.layout, sources: [source]))
            return try spectra.integratedFluxes(point, bins: bins)[0].map { $0 * source.total }
        }
        let (nearFlux, farFlux) = try (fluxes(near), fluxes(far))
        let both = try fluxes(zip(near, far).map { $0 + 2 * $1 })
        for (sum, flux) in zip(zip(nearFlux, farFlux).map({ $0 + 2 * $1 }), both) {
            // Rounding.
            #expect(abs(sum / flux - 1).max() < 1e-12)
        }
        #expect(zip(nearFlux, farFlux).contains { abs($0 / $1 - 1).max() > 0.1 })
    }

    @Test("Absurd couplings and masses give numbers, none negative", arguments: [1e-200, 1e-3, 6.5, 300, 1e6, 1e200])
    func absurd(mass: Double) throws {
        let solver = try Self.grid(TransportSetting(ordering: .inverted), points: 10)
        let energies = [1e-300, 1, 1e4, 1e5, 3e5, 1e7, 1e300]
        for coupling in [0.1, 10, 1e200] {
            let point = try mediator(mass, coupling, .paper)
            let ratios = try solver.ratios(point, index: 2.5, energies: energies)
            let fluxes = try solver.integratedFluxes(
                point, index: 1, bins: [EnergyBin(lower: 1e-6, upper: 1e20), EnergyBin(lower: 1e4, upper: 1e5)])
            for value in ratios + fluxes {
                // Full absorption leaves the rounding error of zero.
                #expect(value.max().isFinite && value.min() > -1e-12)
            }
        }
        #expect(throws: TransportError.energyNotPositive(-1, position: 1)) {
            try solver.ratios(mediator(mass, 1), index: 2, energies: [1, -1])
        }
        #expect(throws: TransportError.self) { try solver.prepared(index: .nan) }
    }
}

/// |x| in each lane.
func abs(_ x: SIMD3<Double>) -> SIMD3<Double> { SIMD3(abs(x.x), abs(x.y), abs(x.z)) }
