import ConstraintKit
import Physics
import Testing
import Transport

@testable import IceCubeFit

/// The numbers of the paper's analysis, as an independent calculation found them.
///
/// Tolerance 0.002 in χ²: the numbers are known to three decimals, and the two calculations agree on spectra to 1e-5.
@Suite struct PaperNumbersTests {
    private static let tolerance = 2e-3

    private func fit(_ treatment: Treatment = Treatment()) throws -> IceCubeFit {
        try IceCubeFit(
            dataSets: BundledSpectra.ofThePaper(), solver: NarrowLineSolver(TransportSetting()), treatment: treatment)
    }

    @Test func standardModel() throws {
        let fit = try fit()
        #expect(abs(fit.standardModelChi2 - 27.276) < Self.tolerance)
        #expect(fit.pointCount == 16 && fit.degreesOfFreedom == 12 && fit.standardModelDegreesOfFreedom == 14)
    }

    @Test(arguments: [
        (5e-4, CrossSection.paper, 1.5, 2.5, 18.460), (5e-4, .paper, 1.4, 2.6, 18.717),
        (5e-4, .majorana, 1.5, 2.5, 19.479), (5e-4, .majorana, 1.4, 2.6, 19.380), (1e-4, .paper, 1.4, 2.6, 21.769),
        (1e-4, .majorana, 1.4, 2.6, 24.830),
    ])
    func withAZPrime(
        _ coupling: Double, _ crossSection: CrossSection, _ amplitude: Double, _ gamma: Double, _ expected: Double
    ) throws {
        let chi2 = try fit().chi2(mediator(6.5, coupling, crossSection), amplitude: amplitude, gamma: gamma)
        #expect(abs(chi2 - expected) < Self.tolerance)
    }

    @Test(arguments: [
        (Treatment(upperLimits: .oneSided, errors: .mean), 27.276, 18.460, 18.717),
        (Treatment(upperLimits: .oneSided, errors: .bySide), 26.997, 18.261, 19.512),
        (Treatment(upperLimits: .zeroCentred, errors: .mean), 35.499, 26.817, 24.684),
    ])
    func withOtherTreatments(_ treatment: Treatment, _ free: Double, _ first: Double, _ second: Double) throws {
        let fit = try fit(treatment)
        let best = try mediator(6.5, 5e-4)
        #expect(abs(fit.standardModelChi2 - free) < Self.tolerance)
        #expect(abs(try fit.chi2(best, amplitude: 1.5, gamma: 2.5) - first) < Self.tolerance)
        #expect(abs(try fit.chi2(best, amplitude: 1.4, gamma: 2.6) - second) < Self.tolerance)
    }

    @Test func freeFit() throws {
        let best = try fit().profile(nil)
        #expect(abs(best.chi2 - 23.513) < Self.tolerance)
        // Known to three decimals.
        #expect(abs(best.amplitude - 1.124) < 1e-3)
        #expect(abs(best.gamma - 2.616) < 1e-3)
    }

    @Test func ratioAtTheBestPoint() throws {
        let fit = try fit()
        let chi2 = try fit.chi2(mediator(6.5, 5e-4), amplitude: 1.5, gamma: 2.5)
        // Known to three decimals.
        #expect(abs(try #require(fit.ratio(chi2: chi2)) - 0.790) < 5e-4)
    }

    /// Six of the sixteen points are limits; 23.513 · 12/14 as good per degree of freedom.
    @Test func whatTheBestFitWithoutAZPrimeIsComparedBy() throws {
        let fit = try fit()
        #expect(fit.limitCount == 6)
        // Rounding.
        #expect(abs(fit.chi2(asGoodAs: 23.513) - 20.154) < 5e-4)
        #expect(try fit.chi2(mediator(6.5, 5e-4), amplitude: 1.5, gamma: 2.5) < fit.chi2(asGoodAs: 23.513))
    }

    @Test func nearTheLowestPointOfASearch() throws {
        let fit = try fit()
        let some = try mediator(5.75, 5e-4)
        let chi2 = try fit.chi2(some, amplitude: 1.3, gamma: 2.5)
        // Known to one decimal.
        #expect(abs(chi2 - 15.7) < 0.05)
        #expect(try fit.profile(some).chi2 < chi2)
    }

    @Test(arguments: [(6.5, 5e-4), (3, 1e-3), (12, 2e-4), (50, 1e-3), (3.7, 4.8e-3)])
    func profilesAreBelowAScan(_ mass: Double, _ coupling: Double) throws {
        let fit = try fit()
        let some = try mediator(mass, coupling)
        let best = try fit.profile(some)
        #expect(best.chi2 == (try fit.chi2(some, amplitude: best.amplitude, gamma: best.gamma)))
        for step in 0...34 {
            let gamma = 1.8 + 0.05 * Double(step)
            // γ is known to 1e-4 at the worst, and χ² curves by less than a hundred there: 1e-6 of slack.
            #expect(try fit.profile(some, gamma: gamma).chi2 >= best.chi2 - 1e-6)
        }
    }

    @Test func profilesOfManyMediatorsAreThoseOfEach() throws {
        let fit = try fit()
        let scan = try fit.scan(amplitude: nil, gamma: nil)
        for (mass, coupling) in [(6.5, 5e-4), (3, 1e-3), (12, 2e-4), (13.4, 1e-2), (50, 1e-3)] {
            let some = try mediator(mass, coupling)
            let each = try fit.profile(some)
            let among = try scan.fit(some)
            // Between eight nodes χ² is interpolated to 2e-5 at worst on these points.
            #expect(abs(among.chi2 - each.chi2) < 5e-5)
            #expect(among.gamma == each.gamma && among.profiled == each.profiled)
        }
    }

    @Test func farAwayThereIsNoInteraction() throws {
        let fit = try fit()
        // E_1 = m²/2m_1 = 2.3e9 GeV at 10 GeV, above any segment even seen from z = 5.
        let chi2 = try fit.chi2(mediator(1e4, 5e-4), amplitude: 1.4, gamma: 2.6)
        // Two sums of the same numbers through another quadrature.
        #expect(abs(chi2 - fit.standardModelChi2) < 1e-6)
    }
}
