import ConstraintKit
import Physics
import Testing
import Transport

@Suite("Conservation")
struct ConservationTests {
    static let points: [(mass: Double, coupling: Double, index: Double)] = [
        (6.5, 5e-4, 2.5), (3, 2e-4, 2.2), (12, 3e-3, 2.8), (5, 1e-5, 1.8), (6.5, 0.1, 3.5),
    ]

    /// 1e-6 is asked for; the quadratures leave some 1e-8.
    @Test("What is absorbed is re-emitted: energy, and two for one", arguments: Ordering.allCases, points)
    func balance(ordering: Ordering, point: (mass: Double, coupling: Double, index: Double)) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        for convention in CrossSection.allCases {
            let balance = try solver.spectrum(index: point.index)
                .balance(mediator(point.mass, point.coupling, convention))
            #expect(balance.absorbedEnergy > 1e-3)
            #expect(abs(balance.addedEnergy) < 1e-6 * balance.absorbedEnergy)
            #expect(abs(balance.addedNumber / balance.absorbedNumber - 1) < 1e-6)
        }
    }

    @Test("Above 2m_μ the muons take their share away")
    func muons() throws {
        let point = try mediator(300, 0.1)
        let lost = 1 - point.invisibleFraction()
        #expect(lost > 0.3)
        let balance = try NarrowLineSolver(TransportSetting()).spectrum(index: 2.5).balance(point)
        // As above.
        #expect(abs(-balance.addedEnergy / balance.absorbedEnergy - lost) < 1e-6)
        #expect(abs(balance.addedNumber / balance.absorbedNumber - (1 - 2 * lost)) < 1e-6)
    }

    @Test("Fluxes are never negative, whatever the coupling", arguments: Ordering.allCases)
    func positivity(ordering: Ordering) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let energies = logarithmicEnergies(from: 1e2, to: 1e9, count: 500)
        for coupling in [1e-12, 1e-4, 1, 10, 1e150] {
            for index in [1, 2.5, 10] {
                let ratios = try solver.ratios(mediator(6.5, coupling, .paper), index: index, energies: energies)
                // Full absorption leaves the rounding and interpolation error of zero.
                #expect(ratios.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite && $0.min() > -1e-7 })
            }
        }
    }
}
