import ConstraintKit
import NumericalMethods
import Physics
import RealModule
import Testing

@Suite("Neutrinos on electrons through kinetic mixing: Borexino and white dwarfs")
struct ElectronScatteringTests {
    private static let mixing = NaturalMixing.perCoupling

    private func edge(_ rate: RelativeRate?, above ratio: Double) throws -> Double {
        let couplings = try #require(rate).excluded(outside: 0...ratio)
        return try #require(couplings.last).lower
    }

    @Test(
        "⁷Be limits as an independent integration gives them",
        arguments: [
            (1.09, 6.5, 2.85e-4, 5e-7), (1.10, 6.5, 2.92e-4, 5e-7), (1.18, 6.5, 3.38e-4, 5e-7),
            (1.40, 6.5, 4.13e-4, 5e-7),
            (1.09, 1, 5.1e-5, 5e-7), (1.10, 1, 5.3e-5, 5e-7),
        ])
    func window(ratio: Double, mass: Double, expected: Double, half: Double) throws {
        let rate = SolarElectronScattering.beryllium.rate(at: try Mass(inMeV: mass), mixingPerCoupling: Self.mixing)
        #expect(abs(try edge(rate, above: ratio) - expected) <= half)
    }

    @Test("Over all recoils", arguments: [(1.10, 2.8e-4, 5e-6), (1.40, 3.96e-4, 5e-7)])
    func allRecoils(ratio: Double, expected: Double, half: Double) throws {
        let all = SolarElectronScattering(energy: 0.862, window: 0...1, shares: SIMD3(0.54, 0.23, 0.23))
        let rate = all.rate(at: try Mass(inMeV: 6.5), mixingPerCoupling: Self.mixing)
        #expect(abs(try edge(rate, above: ratio) - expected) <= half)
    }

    @Test("The criterion is 1.09, and the curve leaves the WP20 band at 2σ near 15 MeV, below 20")
    func criterion() throws {
        #expect(abs(1 + SolarElectronScattering.borexinoExcess - 1.09) < 5e-3)
        func isBelowBand(_ mass: Double) throws -> Bool {
            let mass = try Mass(inMeV: mass)
            let rate = SolarElectronScattering.beryllium.rate(at: mass, mixingPerCoupling: Self.mixing)
            return try edge(rate, above: 1.09) < MuonGMinus2.coupling(anomaly: (25.1 + 2 * 5.9) * 1e-10, at: mass)
        }
        #expect(try isBelowBand(14))
        #expect(try !isBelowBand(16))
    }

    @Test("More ν_τ than ν_μ arrive with the angles of NuFIT 5.0: 3.1e-4 at 6.5 MeV")
    func flavourSplit() throws {
        let scattering = SolarElectronScattering.beryllium(mixing: MixingMatrix(ParameterSet.nusiprop.normal.angles))
        #expect(abs(scattering.shares.sum() - 1) < 1e-12)
        let rate = scattering.rate(at: try Mass(inMeV: 6.5), mixingPerCoupling: Self.mixing)
        // To two printed digits.
        #expect(abs(try edge(rate, above: 1.09) - 3.1e-4) < 5e-6)
    }

    @Test("The rate is that of shifted couplings, with the sign of each neutrino", arguments: [1, 2])
    func shiftedCouplings(family: Int) throws {
        var shares = SIMD3<Double>()
        shares[family] = 1
        let (mass, coupling, energy) = (6.5, 3e-4, 0.862)
        let scattering = SolarElectronScattering(energy: energy, window: 0.19...0.6, shares: shares)
        let rate = try #require(scattering.rate(at: try Mass(inMeV: mass), mixingPerCoupling: Self.mixing))
        let charge = family == 1 ? 1.0 : -1.0
        let electron = coupling * Self.mixing * (4 * .pi * Constants.fineStructure).squareRoot()
        let fermi = 2 * 2.0.squareRoot() * Constants.fermi
        let rule = GaussLegendre(count: 12)
        func integral(_ isShifted: Bool) -> Double {
            rule.integral { node in
                let recoil = 0.19 + 0.41 * node
                let exchange = mass * mass + 2 * Constants.electronMass * recoil
                let shift = isShifted ? charge * coupling * electron / (fermi * exchange) : 0
                let (left, right) = (-0.5 + 0.2312 + shift, 0.2312 + shift)
                let rest = 1 - recoil / energy
                let mixed = left * right * Constants.electronMass * recoil / (energy * energy)
                return left * left + right * right * rest * rest - mixed
            }
        }
        #expect(abs(rate.value(at: try Coupling(coupling)) / (integral(true) / integral(false)) - 1) < 1e-12)
        // Natural mixing lowers both couplings of ν_μ: more of g_L, which is negative, and so a greater rate.
        #expect(rate.linear * charge > 0)
    }

    @Test("A rate that dips excludes a window of couplings, and none where it does not reach")
    func dips() throws {
        let dipping = SolarElectronScattering(energy: 0.862, window: 0.19...0.6, shares: SIMD3(0, 0, 1))
        let rate = try #require(dipping.rate(at: try Mass(inMeV: 6.5), mixingPerCoupling: Self.mixing))
        let least = 1 - rate.linear * rate.linear / (4 * rate.quadratic)
        #expect(least > 0 && least < 1)
        let excluded = rate.excluded(outside: ((1 + least) / 2)...1.1)
        #expect(excluded.count == 2)
        for interval in excluded {
            for edge in [interval.lower, interval.upper] where edge < .infinity {
                let value = rate.value(at: try Coupling(edge))
                #expect(abs(value - (edge < excluded[1].lower ? (1 + least) / 2 : 1.1)) < 1e-12)
            }
        }
        #expect(rate.excluded(outside: (0.99 * least)...1.1).count == 1)
        let without = try #require(dipping.rate(at: try Mass(inMeV: 6.5), mixingPerCoupling: 0))
        #expect(without.excluded(outside: 0...1.1).isEmpty)
    }

    @Test("White dwarfs: 3.75e-5 m/MeV for 30 %, 4.9e-5 for 87 %")
    func whiteDwarfs() throws {
        for mass in [2.0, 10, 1500] {
            let rate = WhiteDwarfCooling.rate(at: try Mass(inMeV: mass), mixingPerCoupling: Self.mixing)
            #expect(abs(try edge(rate, above: 1 + WhiteDwarfCooling.allowedIncrease) / mass - 3.75e-5) < 5e-8)
            #expect(abs(try edge(rate, above: 1.87) / mass - 4.9e-5) < 5e-7)
        }
        #expect(WhiteDwarfCooling.rate(at: try Mass(inMeV: 1), mixingPerCoupling: Self.mixing) == nil)
    }
}
