import ConstraintKit
import Physics
import Testing

@Suite("K⁺ → μ⁺νZ′")
struct KaonDecayTests {
    /// R(m) as an independent integration gives it: charges, mass [MeV], R, and half its last printed digit.
    static let widths: [(MuonicCharges, Double, Double, Double)] = [
        (.conservedCurrent, 1, 0.955, 5e-4), (.conservedCurrent, 6.5, 0.435, 5e-4),
        (.conservedCurrent, 10, 0.342, 5e-4), (.conservedCurrent, 30, 0.151, 5e-4),
        (.conservedCurrent, 100, 0.0284, 5e-5), (.conservedCurrent, 200, 3.0e-3, 5e-5),
        (.leftHanded, 1, 180.5, 0.05), (.leftHanded, 6.5, 4.28, 5e-3), (.leftHanded, 10, 1.81, 5e-3),
        (.leftHanded, 30, 0.197, 5e-4), (.leftHanded, 100, 0.0124, 5e-5), (.leftHanded, 200, 9.1e-4, 5e-6),
    ]

    @Test("R(m) to the printed digits", arguments: widths)
    func relativeWidth(charges: MuonicCharges, mass: Double, expected: Double, half: Double) throws {
        let width = try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), charges))
        #expect(abs(width - expected) <= half, "\(charges) at \(mass) MeV: \(width)")
    }

    @Test("A current that is not conserved grows as 1/m², a conserved one as a logarithm")
    func growth() throws {
        let light = try Mass(inMeV: 1e-2)
        func scale(_ charges: MuonicCharges) throws -> Double {
            try #require(KaonDecay.relativeWidth(at: light, charges)).squareRoot() * light.inMeV
        }
        // R = (scale/m)²: 38.2 MeV is printed to three digits.
        #expect(abs(try scale(.neutrinoOnly) - 38.2) < 0.05)
        // And 13.4 MeV where the muon's left half couples too.
        #expect(abs(try scale(.leftHanded) - 13.4) < 0.05)

        // (ln m)² has a constant second difference; what is left at the lightest masses is of the order of m/m_μ.
        let widths = try [1e-3, 1e-2, 1e-1, 1].map {
            try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: $0), .conservedCurrent))
        }
        let second = (widths[0] - 2 * widths[1] + widths[2], widths[1] - 2 * widths[2] + widths[3])
        #expect(abs(second.0 / second.1 - 1) < 0.02)
    }

    @Test("The amplitude of any charges becomes that of the conserved current", arguments: [1.0, 6.5, 100, 300])
    func anyCharges(mass: Double) throws {
        let mass = try Mass(inMeV: mass)
        let conserved = try #require(KaonDecay.relativeWidth(at: mass, .conservedCurrent))
        // A shift of one charge by δ = 1e-9 takes the general path and moves R by about δ R.
        let shifted = MuonicCharges(neutrino: 1, leftMuon: 1, rightMuon: 1 + 1e-9)
        let general = try #require(KaonDecay.relativeWidth(at: mass, shifted))
        #expect(abs(general / conserved - 1) < 2e-9)
        let double = MuonicCharges(neutrino: -2, leftMuon: -2, rightMuon: -2)
        let scaled = try #require(KaonDecay.relativeWidth(at: mass, double))
        #expect(abs(scaled / conserved - 4) < 1e-14)
    }

    @Test(
        "R falls with the mass and ends where the decay closes",
        arguments: [MuonicCharges.conservedCurrent, .neutrinoOnly, .leftHanded])
    func threshold(charges: MuonicCharges) throws {
        let closing = Constants.chargedKaonMass - Constants.muonMass
        var previous = Double.infinity
        for mass in [1e-3, 0.1, 1, 10, 100, 300, 387.9, closing * (1 - 1e-9)] {
            let width = try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), charges))
            #expect(width > 0 && width < previous)
            previous = width
        }
        for mass in [closing * (1 + 1e-9), 1e3, 1e300, 1e-4, 1e-300] {
            #expect(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), charges) == nil)
        }
    }
}
