import ConstraintKit
import Physics
import Testing

@Suite("Any measured anomalous moment")
struct AnomalyMeasurementTests {
    private let wp20 = AnomalyMeasurement(difference: 25.1e-10, sigma: 5.9e-10)
    private let wp25 = AnomalyMeasurement(difference: 3.85e-10, sigma: 6.37e-10)

    @Test("Band and exclusion at 6.5 MeV to the printed digits")
    func printed() throws {
        let loop = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: 6.5))
        let band = try #require(wp20.preferred(within: 2, loop: loop).first)
        #expect(abs(band.lower - 3.52e-4) < 5e-7 && abs(band.upper - 5.87e-4) < 5e-7)
        let twoSigma = try #require(wp25.excluded(above: 2, loop: loop).first).lower
        #expect(abs(twoSigma - 3.93e-4) < 5e-7)
        // One-sided 97.725 % is 2σ; the level is given to five digits, of which the density at 2σ, 0.054, leaves 1e-4.
        let level = try #require(wp25.excluded(atConfidenceLevel: 0.97725, loop: loop)?.first).lower
        #expect(abs(level / twoSigma - 1) < 1e-4)
        #expect(wp25.excluded(atConfidenceLevel: 0.4, loop: loop) == nil)
        #expect(wp25.excluded(atConfidenceLevel: 1, loop: loop) == nil)
    }

    @Test("A difference below zero is explained by no coupling, and one far below excludes all of them")
    func negative() throws {
        let caesium = AnomalyMeasurement(difference: -10.2e-13, sigma: 2.6e-13)
        #expect(caesium.preferred(within: 2, loop: 1).isEmpty)
        #expect(caesium.excluded(above: 2, loop: 1).first == .above(0))
        // Within 4σ the band reaches above zero, and begins at no coupling.
        let wide = try #require(caesium.preferred(within: 4, loop: 1).first)
        #expect(wide.lower == 0 && wide.upper > 0)
    }

    @Test("The likelihood is that of the pull")
    func likelihood() throws {
        let loop = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: 6.5))
        let best = (wp20.difference / loop).squareRoot()
        #expect(abs(wp20.logLikelihood(coupling: try Coupling(best), loop: loop)) < 1e-20)
        let edge = ((wp20.difference + 2 * wp20.sigma) / loop).squareRoot()
        #expect(abs(wp20.logLikelihood(coupling: try Coupling(edge), loop: loop) + 2) < 1e-12)
    }

    @Test("The electron's loop is the muon's with another mass and charge")
    func electron() throws {
        let mixing = NaturalMixing.perCoupling
        for mass in [1e-3, 1.0, 100] {
            let scaled = try Mass(inMeV: mass * Constants.muonMass / Constants.electronMass)
            let electron = ElectronGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: mass), mixingPerCoupling: mixing)
            let charge = 4 * .pi * Constants.fineStructure * mixing * mixing
            #expect(abs(electron / (charge * MuonGMinus2.anomalyPerSquaredCoupling(scaled)) - 1) < 1e-13)
        }
        // By hand: 6.6e-13 = (0.30282 g′/69.3)²/8π² for a light Z′, to the digits of 69.3.
        let light = ElectronGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: 1e-5), mixingPerCoupling: mixing)
        let limit = try #require(ElectronGMinus2.rubidium.excluded(above: 2, loop: light).first).lower
        #expect(abs(limit / 1.652e-3 - 1) < 1e-3)
    }
}
