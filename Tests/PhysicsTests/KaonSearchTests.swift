import ComplexModule
import ConstraintKit
import Physics
import Testing

@Suite("Searches for K⁺ → μ⁺ and nothing else seen")
struct KaonSearchTests {
    private func edge(_ search: KaonSearch, _ mass: Double, _ charges: ChargeMatrix = .muonMinusTau) throws -> Double {
        try #require(search.excluded(at: try Mass(inMeV: mass), charges: charges)?.first).lower
    }

    @Test("Limits at 6.5 MeV as an independent integration gives them")
    func limits() throws {
        // To three printed digits: the true L_μ − L_τ, and a neutrino alone as 1304.3460 draws it.
        #expect(abs(try edge(.pang1973, 6.5) - 4.66e-3) < 5e-6)
        #expect(abs(try edge(.pang1973, 6.5, .universal) - 5.2e-4) < 5e-6)
        // Br ∝ g′².
        #expect(abs(try edge(.e949, 6.5) / (try edge(.pang1973, 6.5)) - (0.4).squareRoot()) < 1e-12)
    }

    @Test(
        "The part of decays above 0.1 GeV² of missing mass",
        arguments: [(10.0, 0.020, 5e-4), (100, 0.149, 5e-4), (200, 0.42, 5e-3), (300, 0.98, 5e-3)])
    func missingMass(mass: Double, fraction: Double, half: Double) throws {
        let mass = try Mass(inMeV: mass)
        let above = try #require(KaonDecay.relativeWidth(at: mass, .conservedCurrent, missingMassSquaredAbove: 1e5))
        let all = try #require(KaonDecay.relativeWidth(at: mass, .conservedCurrent))
        #expect(abs(above / all - fraction) <= half)
    }

    @Test("NA62 speaks from 10 to 370 MeV, with 1.0e-5 at the one end and 1.3e-6 at 100 MeV")
    func na62() throws {
        for mass in [1.0, 6.5, 9.99, 370.1] {
            #expect(KaonSearch.na62.excluded(at: try Mass(inMeV: mass)) == nil)
        }
        for (mass, limit, half) in [(10.0, 1.0e-5, 5e-7), (100, 1.3e-6, 5e-8)] {
            let width = try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), .conservedCurrent))
            let coupling = try edge(.na62, mass)
            #expect(abs(coupling * coupling * width * Constants.kaonToMuonNeutrino - limit) < half)
        }
    }

    @Test("Above 2m_μ only half of the Z′ are unseen, and any charge of ν_μ counts")
    func charges() throws {
        let mass = try Mass(inMeV: 300)
        let width = try #require(KaonDecay.relativeWidth(at: mass, .conservedCurrent))
        let unseen = Mediator.invisibleFraction(at: mass)
        #expect(unseen > 0.5 && unseen < 0.6)
        let expected = (6e-6 / Constants.kaonToMuonNeutrino / width / unseen).squareRoot()
        #expect(abs(try edge(.pang1973, 300) / expected - 1) < 1e-12)

        // ν_μ → ν_τ Z′ is radiated as ν_μ → ν_μ Z′ is; no charge at all excludes nothing.
        let one = Complex<Double>(1, 0)
        let changing = try ChargeMatrix([[.zero, .zero, .zero], [.zero, .zero, one], [.zero, one, .zero]])
        #expect(abs(try edge(.pang1973, 6.5, changing) / (try edge(.pang1973, 6.5, .universal)) - 1) < 1e-12)
        let none = try #require(
            KaonSearch.pang1973.excluded(at: try Mass(inMeV: 6.5), charges: ChargeMatrix(diagonal: [1, 0, 0])))
        #expect(none.isEmpty)
    }
}
