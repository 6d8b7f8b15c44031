import ConstraintKit
import Physics
import Testing

@testable import Transport

@Suite("The exchange in the t-channel")
struct ExchangeDepthTests {
    /// 1.46e6 g′⁴ (6.5 MeV/m)² was found by an independent computation and has three digits.
    @Test("Its depth is that of the independent computation, and half of it for Dirac neutrinos")
    func depth() throws {
        let setting = try TransportSetting()
        let depth = setting.exchangeDepth(try mediator(6.5, 1e-2, .majorana))
        #expect(abs(depth / (1.46e6 * 1e-8) - 1) < 5e-3, "\(depth)")
        // The paper's normalisation is of the s-channel.
        #expect(setting.exchangeDepth(try mediator(6.5, 1e-2, .paper)) == depth)
        #expect(setting.exchangeDepth(try mediator(6.5, 1e-2, .dirac)) == depth / 2)
        // Rounding.
        #expect(abs(setting.exchangeDepth(try mediator(13, 2e-2, .paper)) / depth - 4) < 1e-12)
    }

    /// The mean over incoming states is that over flavours: 0, 1, 1 for e, μ, τ, of targets of 0, 1, 1.
    @Test("It is the sum over flavours, from the density, the Hubble rate and the cross section")
    func flavours() throws {
        let setting = try TransportSetting()
        let g4 = 1e-8
        // [eV⁻²], [eV³], [eV]
        let section = g4 / (4 * Double.pi) / (6.5e6 * 6.5e6)
        let perFlavour = 2 * setting.relicDensity * section / setting.cosmology.expansionRate(scale: 1)
        let mean = (0 + 2 * perFlavour + 2 * perFlavour) / 3
        // Rounding.
        #expect(abs(setting.exchangeDepth(try mediator(6.5, 1e-2, .paper)) / mean - 1) < 1e-12)
    }

    @Test("The caveats begin 1.28 below where they would with a depth 2.7 times smaller")
    func caveats() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        func saysOf(_ coupling: Double) throws -> (exchange: Bool, indicative: Bool) {
            let caveats = solver.caveats(try mediator(6.5, coupling, .paper), index: 2.5)
            return (
                caveats.contains { if case .exchangeNeglected = $0 { true } else { false } },
                caveats.contains(.indicative(coupling: coupling))
            )
        }
        #expect(try !saysOf(2.3e-3).exchange && saysOf(2.4e-3).exchange)
        #expect(try !saysOf(7.7e-3).indicative && saysOf(7.9e-3).indicative)
    }
}
