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
        #expect(KineticMixing.natural.perCoupling == NaturalMixing.perCoupling)
        #expect(KineticMixing.none.perCoupling == 0)
        #expect(KineticMixing.ratio(0.01).perCoupling == 0.01)
    }
}
