import RealModule
import Testing

@testable import Physics

@Suite("How Z′ are made in the early universe")
struct NeffProductionTests {
    @Test(
        "Inverse decays reach equilibrium at T = m/3 near g′ = 2e-10",
        arguments: [(5.0, 2e-10), (10, 2e-10), (1, 1e-10)])
    func inverseDecays(mass: Double, coupling: Double) throws {
        let history = ThermalHistory(.init(mass: mass, coupling: coupling, mixing: 0), precision: .init())
        var filling = 0.0
        _ = try history.integrate { _, state in
            // Above one they decay more slowly than equilibrium falls.
            if state[1] > Double.log(mass / 3) { filling = history.densities(state).filling }
        }
        // “Near” is a factor of two here.
        #expect(filling > 0.5 && filling < 1.2, "\(filling)")
    }

    @Test("Muons alone add at most two of three spin states: ΔN_eff → 8/7, less what muons and pions heat")
    func muonsAlone() throws {
        let base = try Neff.neutrinos(.standardModel)
        let expected = [(3e-9, 0.0473), (5e-9, 0.125), (8e-9, 0.285), (15e-9, 0.656), (1e-7, 1.072)]
        for (coupling, excess) in expected {
            var model = NeffModel(mass: 1e-6, coupling: coupling, mixing: 0)
            model.freezeIn = false
            // Printed digits.
            #expect(abs(try Neff.neutrinos(model) - base - excess) < 0.02 * excess)
        }
    }

    /// With 14 degrees of freedom at all temperatures, no dilution, and all that is made below 300 MeV, the rates give
    /// the fractions of equilibrium that are often quoted.
    @Test("The rates on muons", arguments: [(3e-9, 0.10), (5e-9, 0.23), (8e-9, 0.50), (15e-9, 0.90)])
    func muonRates(coupling: Double, fraction: Double) {
        let emission = MuonEmission()
        let steps = 200
        var depth = 0.0
        for index in 0..<steps {
            let logarithm = Double.log(3.1) + (Double(index) + 0.5) / Double(steps) * Double.log(300 / 3.1)
            let temperature = Double.exp(logarithm)
            let expansion = 1.66 * 14.0.squareRoot() * temperature * temperature / 1.220_890e22
            let rate = emission.relaxation(temperature: temperature, logarithm: logarithm)
            depth += coupling * coupling * rate / expansion * Double.log(300 / 3.1) / Double(steps)
        }
        // They are quoted to 20 %.
        #expect(abs((1 - Double.exp(-depth)) / fraction - 1) < 0.2)
    }

    @Test("What the electron's mass leaves of the weak rates, by an independent integration")
    func electronMass() {
        let massless = ElectronMassEffect(massRatio: 0)
        // m_e/T, and annihilation and scattering of ν_e, of ν_μ.
        let expected: [(Double, SIMD4<Double>)] = [
            (0.3, SIMD4(0.99639, 0.98241, 0.98336, 0.98725)), (1, SIMD4(0.95120, 0.83307, 0.83015, 0.87196)),
            (3, SIMD4(0.44880, 0.29073, 0.21496, 0.36193)),
        ]
        for (ratio, factors) in expected {
            let effect = ElectronMassEffect(massRatio: ratio)
            for (index, left) in [WeakExchange.electronLeft, WeakExchange.otherLeft].enumerated() {
                let (square, mixed) = (left * left + WeakExchange.right * WeakExchange.right, left * WeakExchange.right)
                let pairs = effect.annihilation(square, mixed) / massless.annihilation(square, mixed)
                let scattering = effect.scattering(square, mixed) / massless.scattering(square, mixed)
                #expect(abs(pairs - factors[2 * index]) < 2e-5)
                #expect(abs(scattering - factors[2 * index + 1]) < 2e-5)
            }
        }
    }

    @Test("K₁(1) and K₂(1), Abramowitz and Stegun, table 9.8")
    func bessel() {
        #expect(abs(BesselK.value(order: 1, 1) - 0.601_907_230_197) < 1e-11)
        #expect(abs(BesselK.value(order: 2, 1) - 1.624_838_898_635) < 1e-11)
    }
}
