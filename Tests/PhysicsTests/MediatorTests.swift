import ConstraintKit
import Physics
import Testing

@Suite("The mediator")
struct MediatorTests {
    static func mediator(
        _ mass: Double, _ coupling: Double, _ crossSection: CrossSection = .majorana
    ) throws -> Mediator {
        Mediator(mass: try Mass(inMeV: mass), coupling: try Coupling(coupling), crossSection: crossSection)
    }

    @Test("Γ/m = 7e-9 at g′ = 5e-4")
    func width() throws {
        let mediator = try Self.mediator(6.5, 5e-4)
        // One digit is given.
        #expect(abs(mediator.width() / 6.5 - 7e-9) < 5e-10)
        #expect(mediator.width() == mediator.neutrinoWidth())
        #expect(mediator.invisibleFraction() == 1)
    }

    /// For one pair of states coupled by Q = 1 the width is g′² m/(12π) with S = 2, and the J = 1 Breit–Wigner bound
    /// σ = 4π (2J+1)/((2s+1)² k²)-like 24π |Q|²/m².
    @Test("The peak of `majorana` is at the unitarity bound", arguments: [1.0, 6.5, 90, 500, 5000])
    func unitarityBound(mass: Double) throws {
        let mediator = try Self.mediator(mass, 1e-3)
        let peak = mediator.crossSection(square: mass * mass, chargeSquare: 0.3)
        // All final states; the neutrinos' share is the branching ratio.
        let bound = 24 * Double.pi * 0.3 / (mass * mass) * mediator.invisibleFraction()
        #expect(abs(peak / bound - 1) < 1e-12)
    }

    @Test("`paper` is four times `majorana`, `dirac` half of it")
    func conventions() {
        #expect(abs(CrossSection.paper.normalisation / CrossSection.majorana.normalisation - 4) < 1e-15)
        #expect(abs(CrossSection.dirac.normalisation / CrossSection.majorana.normalisation - 0.5) < 1e-15)
    }

    @Test("Charged leptons open at twice their masses, each as much as all neutrinos far above")
    func chargedLeptons() throws {
        #expect(try Self.mediator(211.3, 1e-3).chargedLeptonWidth() == 0)
        #expect(try Self.mediator(211.4, 1e-3).chargedLeptonWidth() > 0)
        let heavy = try Self.mediator(1e6, 1e-3)
        // Corrections are of order r² ~ 1e-11.
        #expect(abs(heavy.invisibleFraction() - 1.0 / 3) < 1e-9)
    }

    @Test("A force among neutrinos alone never opens them")
    func neutrinosAlone() throws {
        let heavy = try Self.mediator(1e6, 1e-3)
        #expect(heavy.invisibleFraction(charges: .universal) == 1)
        #expect(heavy.width(charges: .universal) == heavy.neutrinoWidth(charges: .universal))
        // A force that leaves flavours and electrons alone is one of charged leptons too, whatever its charges.
        #expect(ChargeMatrix(diagonal: [0, 1, -1]).areOfChargedLeptonsToo)
        #expect(ChargeMatrix(diagonal: [0, 1, 0]).areOfChargedLeptonsToo)
        #expect(!ChargeMatrix(diagonal: [1, -1, 0]).areOfChargedLeptonsToo)
    }

    @Test("Muons and taus go with the squares of their charges")
    func chargesOfChargedLeptons() throws {
        let heavy = try Self.mediator(1e6, 1e-3)
        let muons = heavy.chargedLeptonWidth(charges: ChargeMatrix(diagonal: [0, 2, 0]))
        let taus = heavy.chargedLeptonWidth(charges: ChargeMatrix(diagonal: [0, 0, -3]))
        // Far above both thresholds: 2² + 3² of what each gives with a charge of one, half of both together.
        #expect(abs((muons + taus) / heavy.chargedLeptonWidth() - 6.5) < 1e-5)
    }

    @Test("E_j = m²/2m_j")
    func resonance() throws {
        // (6.5 MeV)²/(2 · 0.05 eV) = 4.225e5 GeV.
        #expect(abs(try Self.mediator(6.5, 1e-3).resonanceEnergy(neutrinoMass: 0.05) / 4.225e5 - 1) < 1e-15)
        #expect(try Self.mediator(6.5, 1e-3).resonanceEnergy(neutrinoMass: 0) == .infinity)
    }
}
