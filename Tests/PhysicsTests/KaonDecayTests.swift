import ConstraintKit
import Physics
import Testing

@Suite("K⁺ → μ⁺νZ′")
struct KaonDecayTests {
    /// R(m) as an independent integration gives it: emission, mass [MeV], R, and half its last printed digit.
    static let widths: [(KaonDecay.Emission, Double, Double, Double)] = [
        (.conservedCurrent, 1, 0.955, 5e-4), (.conservedCurrent, 6.5, 0.435, 5e-4),
        (.conservedCurrent, 10, 0.342, 5e-4), (.conservedCurrent, 30, 0.151, 5e-4),
        (.conservedCurrent, 100, 0.0284, 5e-5), (.conservedCurrent, 200, 3.0e-3, 5e-5),
    ]

    @Test("R(m) to the printed digits", arguments: widths)
    func relativeWidth(emission: KaonDecay.Emission, mass: Double, expected: Double, half: Double) throws {
        let width = try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), emission))
        #expect(abs(width - expected) <= half, "\(emission) at \(mass) MeV: \(width)")
    }

    @Test("A current that is not conserved grows as 1/m², a conserved one as a logarithm")
    func growth() throws {
        let light = try Mass(inMeV: 1e-2)
        func scale(_ emission: KaonDecay.Emission) throws -> Double {
            try #require(KaonDecay.relativeWidth(at: light, emission)).squareRoot() * light.inMeV
        }
        // R = (scale/m)²: 38.2 MeV is printed to three digits.
        #expect(abs(try scale(.neutrinoOnly) - 38.2) < 0.05)

        // (ln m)² has a constant second difference; what is left at the lightest masses is of the order of m/m_μ.
        let widths = try [1e-3, 1e-2, 1e-1, 1].map {
            try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: $0), .conservedCurrent))
        }
        let second = (widths[0] - 2 * widths[1] + widths[2], widths[1] - 2 * widths[2] + widths[3])
        #expect(abs(second.0 / second.1 - 1) < 0.02)
    }

    @Test("R falls with the mass and ends where the decay closes", arguments: KaonDecay.Emission.allCases)
    func threshold(emission: KaonDecay.Emission) throws {
        let closing = Constants.chargedKaonMass - Constants.muonMass
        var previous = Double.infinity
        for mass in [1e-3, 0.1, 1, 10, 100, 300, 387.9, closing * (1 - 1e-9)] {
            let width = try #require(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), emission))
            #expect(width > 0 && width < previous)
            previous = width
        }
        for mass in [closing * (1 + 1e-9), 1e3, 1e300, 1e-4, 1e-300] {
            #expect(KaonDecay.relativeWidth(at: try Mass(inMeV: mass), emission) == nil)
        }
    }
}
