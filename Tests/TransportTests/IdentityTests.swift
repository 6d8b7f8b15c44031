import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

/// What must hold whatever the numbers are.
@Suite("Identities")
struct IdentityTests {
    /// σ at the peak of a resonance of spin 1 is 24π|Q_ij|²/m² for identical ν and ν̄ in one state of helicity, whatever
    /// the coupling: the bound that unitarity sets.
    @Test("The peak saturates unitarity, at any coupling", arguments: [1e-5, 1e-3, 0.1])
    func unitarity(coupling: Double) throws {
        let setting = try TransportSetting()
        let geometry = LineGeometry(setting, precision: Precision())
        for (convention, share) in [(CrossSection.majorana, 1.0), (.dirac, 0.5), (.paper, 4)] {
            let point = try mediator(6.5, coupling, convention)
            let resonance = Resonance(point, geometry)
            // dτ/d ln s = (n/H) σ; κ |Q|² 12π² dF/d ln t stands for it, in eV⁻².
            let (lower, upper) = (1 - 1e-4 * resonance.shape.width, 1 + 1e-4 * resonance.shape.width)
            // What rounding leaves of twice 1e-4.
            let slope = resonance.shape.area(from: lower, to: upper) / (upper - lower)
            let section = 12 * Double.pi * Double.pi * resonance.strength * slope
            let bound = 24 * Double.pi / pow(6.5e6, 2)
            // The top of the line is lower by (2 · 1e-4)²/3 in the mean; the width in t shifts it by g².
            #expect(abs(section / (share * bound) - 1) < 1e-7)
        }
    }

    /// The same universe with its mass states in another order: those of normal ordering 1, 2, 3 are 3, 1, 2 of an inverted
    /// one with other splittings and angles.
    @Test("The names of the mass states mean nothing", arguments: [5e-4, 1e-2])
    func orderOfStates(coupling: Double) throws {
        let setting = try TransportSetting()
        let turned = try Self.turned(setting)
        let point = try mediator(6.5, coupling)
        let bins = try GridSolverTests.cascadeBins()
        func compare(_ first: any TransportSolver, _ second: any TransportSolver) throws {
            let fluxes = try first.integratedFluxes(point, index: 2.5, bins: bins)
            for (flux, other) in zip(fluxes, try second.integratedFluxes(point, index: 2.5, bins: bins)) {
                // Angles and masses went through roots and back.
                #expect(abs(SIMD3(other.z, other.x, other.y) / flux - 1).max() < 1e-10)
                #expect(abs(turned.flavours(of: other) / setting.flavours(of: flux) - 1).max() < 1e-10)
            }
            #expect(fluxes.contains { abs($0.x / $0.z - 1) > 1e-2 })
        }
        try compare(NarrowLineSolver(setting), NarrowLineSolver(turned))
        try compare(GridSolver(setting), GridSolver(turned))
    }

    private static func turned(_ setting: TransportSetting) throws -> TransportSetting {
        let masses = setting.masses.masses
        let squares = masses * masses
        let splittings = MassSplittings(
            ordering: .inverted, solar: squares.z - squares.y, atmospheric: squares.z - squares.x)
        // Columns 2, 3, 1 of U as columns 1, 2, 3.
        func turn(_ row: SIMD3<Double>) -> SIMD3<Double> { SIMD3(row.y, row.z, row.x) }
        let (electron, muon) = (
            turn(setting.mixing.probabilities(flavour: 0)), turn(setting.mixing.probabilities(flavour: 1))
        )
        let (s13, c13) = (electron.z, 1 - electron.z)
        let (s12, s23) = (electron.y / c13, muon.z / c13)
        let (c12, c23) = (1 - s12, 1 - s23)
        // |U_μ1|² = s12² c23² + c12² s23² s13² + 2 s12 c12 s23 c23 s13 cos δ.
        let rest = muon.x - s12 * c23 - c12 * s23 * s13
        let delta = acos(rest / (2 * (s12 * c12 * s23 * c23 * s13).squareRoot()))
        func degrees(_ sineSquare: Double) -> Double { asin(sineSquare.squareRoot()) * 180 / .pi }
        // Moduli leave the sign of δ open; |Q_ij|² does not depend on it.
        let angles = MixingAngles(
            theta12: degrees(s12), theta13: degrees(s13), theta23: degrees(s23), delta: delta * 180 / .pi)
        var turned = setting
        turned.masses = try NeutrinoMasses(lightest: masses.x, splittings: splittings)
        turned.mixing = MixingMatrix(angles)
        return turned
    }

    /// What is below zero is set to zero: never more than the error that the solver states.
    @Test("Nothing is negative by more than the grid's error", arguments: Ordering.allCases, [5e-3, 5e-2, 0.3, 10])
    func positivity(ordering: Ordering, coupling: Double) throws {
        let solver = try GridSolver(TransportSetting(ordering: ordering))
        let bins = try GridSolverTests.cascadeBins()
        for (mass, gamma) in [(1.5, 3.2), (6.5, 2.5), (15, 1.8)] {
            let point = try mediator(mass, coupling, .paper)
            let estimate = solver.estimatedError(point, index: gamma)
            let spectra = try solver.spectra(indices: [gamma])
            let resonance = Resonance(point, solver.geometry)
            let places = bins.map {
                log($0.lower) - resonance.logarithmOfHighest...log($0.upper) - resonance.logarithmOfHighest
            }
            spectra.swept(resonance, energies: places[0].lowerBound...places[places.count - 1].upperBound) { arrival in
                for place in places {
                    let ratio = 1 + arrival.meanChange(0, over: place).lane(0)
                    #expect(ratio.min() > -estimate, "\(ratio) at \(mass) MeV, claimed \(estimate)")
                }
            }
        }
    }
}
