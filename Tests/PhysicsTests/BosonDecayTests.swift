import ConstraintKit
import NumericalMethods
import Physics
import RealModule
import Testing

@Suite("Z and W decays")
struct BosonDecayTests {
    @Test("The closed form is the integral of the spectrum", arguments: [1.0, 100, 1e4, 4e4, 8e4])
    func closedForm(mass: Double) throws {
        let x = (mass / Constants.zMass) * (mass / Constants.zMass)
        let rule = GaussLegendre(count: 60)
        // u = 1 − x₁ and v = 1 − x₂ from uv = x to u + v = 1 + x, both in their logarithms. The plot is symmetric: the
        // half with u < v has no layer at its upper end, and its lower edge turns at u = √x.
        func half(from lowest: Double, to highest: Double) -> Double {
            let span = Double.log(highest / lowest)
            return rule.integral { i in
                let u = lowest * Double.exp(span * i)
                let (low, high) = (max(u, x / u), 1 + x - u)
                let innerSpan = Double.log(high / low)
                let inner = rule.integral { j in
                    let v = low * Double.exp(innerSpan * j)
                    let (first, second) = (1 - u + x, 1 - v + x)
                    return (first * first / u + second * second / u) - x * v * (1 / (u * u) + 1 / (v * v))
                }
                return u * innerSpan * span * inner
            }
        }
        let integral = 2 * (half(from: x, to: x.squareRoot()) + half(from: x.squareRoot(), to: (1 + x) / 2))
        let emission = try #require(ZDecay.realEmission(at: try Mass(inMeV: mass)))
        // At 80 GeV the closed form has cancelled from 10 to 1e-3 in its last digits; elsewhere it is far better.
        #expect(abs(emission * 8 * .pi * .pi / integral - 1) < 1e-10)
    }

    @Test("A light Z′ leaves the leading logarithms")
    func leadingLogarithms() throws {
        let mass = 1.0
        let logarithm = 2 * Double.log(mass / Constants.zMass)
        let leading = logarithm * logarithm + 3 * logarithm + 5 - .pi * .pi / 3
        let emission = try #require(ZDecay.realEmission(at: try Mass(inMeV: mass)))
        // What is left is x ln²x/ln²x = x = 1e-10.
        #expect(abs(emission * 8 * .pi * .pi / leading - 1) < 1e-9)
    }

    @Test("Real and virtual emission together is 3α/4π")
    func inclusive() {
        let coupling = 0.3
        let alpha = coupling * coupling / (4 * .pi)
        // Two ways to round one number.
        #expect(abs(ZDecay.inclusive * coupling * coupling / (3 * alpha / (4 * .pi)) - 1) < 1e-15)
    }

    @Test("W: 3 M_W²/(256π² m²)")
    func wBoson() throws {
        let width = try #require(WDecay.neutrinoEmission(at: try Mass(inMeV: 10)))
        // 76.7 by hand for m_W = 80.377 GeV, to its three digits.
        #expect(abs(width / 7.671e4 - 1) < 1e-3)
    }

    @Test("Real and virtual emission lose their logarithms, and the first power of x", arguments: [1.0, 100, 1e3, 1e4])
    func cancellation(mass: Double) throws {
        let x = (mass / Constants.zMass) * (mass / Constants.zMass)
        let boson = try Mass(inMeV: mass)
        let real = try #require(ZDecay.realEmission(at: boson))
        let virtual = try #require(ZDecay.virtualCorrection(at: boson))
        // 1 − x² up to x³ ln x, of which 4e-6 is left at 10 GeV; ln²x = 500 costs three digits of rounding.
        #expect(abs((real + virtual) / ZDecay.inclusive - (1 - x * x)) < 1e-12 + 5 * x * x * x)
    }

    @Test("The Z's invisible width: real emission as printed, and both together")
    func invisibleWidth() throws {
        func edge(_ couplings: CouplingIntervals?) throws -> Double { try #require(couplings?.first).lower }
        let (light, middle) = (try Mass(inMeV: 1), try Mass(inMeV: 6.5))
        let (all, two) = (ZInvisibleWidth(excess: 3, charges: .universal), ZInvisibleWidth(excess: 3))
        // To the two printed digits.
        #expect(abs(try edge(all.excludedByRealEmission(at: light)) - 3.2e-2) < 5e-4)
        #expect(abs(try edge(all.excludedByRealEmission(at: middle)) - 3.9e-2) < 5e-4)
        #expect(abs(try edge(two.excludedByRealEmission(at: middle)) - 4.8e-2) < 5e-4)
        #expect(abs(try edge(two.excluded(at: middle)) - 0.69) < 5e-3)
        // Visible decays of the Z′ narrow the invisible width: nothing is excluded by its being too wide.
        let heavy = try Mass(inMeV: 1e3)
        #expect(try #require(two.change(at: heavy)) < 0)
        #expect(try #require(two.excluded(at: heavy)).isEmpty)
        #expect(try #require(all.change(at: heavy)) > 0)
    }

    @Test("W: the exact neutrino's emission and its leading term")
    func exactNeutrinoEmission() throws {
        for mass in [1.0, 100, 1e3] {
            let ratio = mass / Constants.wMass
            let exact = try #require(WDecay.exactNeutrinoEmission(at: try Mass(inMeV: mass)))
            let leading = try #require(WDecay.neutrinoEmission(at: try Mass(inMeV: mass)))
            // 8 x, and m_μ²/M_W² = 2e-6 with a coefficient of a few.
            #expect(abs(leading / exact - 1 - 8 * ratio * ratio) < 1e-5 + 0.05 * 8 * ratio * ratio)
        }
        let heavy = try Mass(inMeV: 1e4)
        let exact = try #require(WDecay.exactNeutrinoEmission(at: heavy))
        let leading = try #require(WDecay.neutrinoEmission(at: heavy))
        #expect(abs(1 - exact / leading - 0.11) < 5e-3)
    }

    @Test("W with a conserved current: the Z's closed form for heavy Z′, half its double logarithm for light ones")
    func conservedEmission() throws {
        for mass in [1e4, 4e4] {
            let scaled = try Mass(inMeV: mass * Constants.zMass / Constants.wMass)
            let wide = try #require(WDecay.conservedEmission(at: try Mass(inMeV: mass)))
            let closed = try #require(ZDecay.realEmission(at: scaled))
            // What the muon's mass changes: m_μ²/m² = 1e-4 and less.
            #expect(abs(wide / closed - 1) < 1e-4)
        }
        // A massive leg has no collinear logarithm: ½ ln²x/(8π²) remains, whose second difference over decades of m is
        // (2 ln 10)²/(8π²). Corrections are of the order of m/m_μ.
        let widths = try [1e-2, 1e-1, 1].map { try #require(WDecay.conservedEmission(at: try Mass(inMeV: $0))) }
        let step = 2 * Double.log(10)
        let second = widths[0] - 2 * widths[1] + widths[2]
        #expect(abs(second / (step * step / (8 * .pi * .pi)) - 1) < 0.02)
        // 69 MeV of 221.6 give g′ < 0.3 at 10 MeV, to the printed digit.
        let width = try #require(WDecay.conservedEmission(at: try Mass(inMeV: 10)))
        #expect(abs((69 / 221.6 / width).squareRoot() - 0.3) < 0.05)
    }

    @Test("Neither speaks beyond its range", arguments: [1e-300, 1e-7, 9.1e4, 1e300])
    func ranges(mass: Double) throws {
        #expect(ZDecay.realEmission(at: try Mass(inMeV: mass)) == nil)
        #expect(WDecay.neutrinoEmission(at: try Mass(inMeV: mass)) == nil)
    }
}

@Suite("Natural mixing and neutrino trident production")
struct MixingAndTridentTests {
    @Test("ε/g′ = −1/69.3")
    func naturalMixing() {
        // Printed to three digits.
        #expect(abs(1 / NaturalMixing.perCoupling + 69.3) < 0.05)
        #expect(KineticMixing.natural.strength() == .perCoupling(NaturalMixing.perCoupling))
        #expect(KineticMixing.none.strength() == .perCoupling(0))
        #expect(KineticMixing.ratio(0.01).strength() == .perCoupling(0.01))
    }
}
