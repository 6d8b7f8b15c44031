import ConstraintKit
import Testing

@testable import Physics

@Suite("NA64")
struct NA64Tests {
    private static let events = CountingLimit.noEvents(at: 0.9)

    private func muons(_ mass: Double, muonsOnTarget: Double = NA64Mu.muonsOnTarget) throws -> Double {
        try #require(NA64Mu.limit(at: try Mass(inMeV: mass), events: Self.events, muonsOnTarget: muonsOnTarget))
    }

    private func electrons(
        _ mass: Double, mixing: KineticMixing = .natural, electronsOnTarget: Double = NA64Electron.electronsOnTarget
    ) throws -> Double {
        let excluded = NA64Electron.excluded(
            at: try Mass(inMeV: mass), events: Self.events, electronsOnTarget: electronsOnTarget,
            mixing: try #require(mixing.strength()))
        return try #require(excluded?.first?.lower)
    }

    @Test("The muons' limit stands where it is fixed, and grows as (events/exposure)^½")
    func anchor() throws {
        #expect(abs(try muons(6.5) / 5e-4 - 1) < 1e-12)
        #expect(abs(try muons(6.5, muonsOnTarget: 1e11) - 2.22e-4) < 5e-7)
        #expect(abs(try muons(6.5, muonsOnTarget: 1e12) - 7.0e-5) < 5e-7)
        let twice = try #require(NA64Mu.limit(at: try Mass(inMeV: 30), events: 2 * Self.events))
        #expect(abs(twice / (try muons(30)) - 2.0.squareRoot()) < 1e-12)
        // Forty radiation lengths and no loss would give some twenty times the events.
        #expect(NA64Mu.measured.efficiency > 0.05 && NA64Mu.measured.efficiency < 0.06)
    }

    @Test(
        "The published projections take 5.0 and 3.1 times the efficiency",
        arguments: [(1e11, 1e-4, 5.0), (1e12, 4e-5, 3.1)])
    func projections(muonsOnTarget: Double, coupling: Double, expected: Double) throws {
        let efficiency = try #require(
            NA64Mu.relativeEfficiency(
                reaching: try Coupling(coupling), at: try Mass(inMeV: 6.5), events: Self.events,
                muonsOnTarget: muonsOnTarget))
        // Printed to two digits.
        #expect(abs(efficiency - expected) < 0.06)
    }

    /// The curve that is bundled, made by an independent program from the flux of real photons.
    static let bundled: [(Double, Double)] = [
        (1, 4.992e-4), (10, 5.011e-4), (30, 5.156e-4), (50, 5.428e-4), (100, 6.487e-4), (150, 7.847e-4),
        (200, 9.372e-4), (300, 1.754e-3), (500, 2.931e-3), (1000, 6.932e-3), (2000, 2.311e-2), (3000, 6.160e-2),
    ]

    @Test("The bundled curve's shape to 2 %", arguments: bundled)
    func shape(mass: Double, expected: Double) throws {
        #expect(abs(try muons(mass) / expected - 1) < 0.02)
    }

    @Test("A background weakens what is expected, and without one it is what no event gives")
    func background() throws {
        let mass = try Mass(inMeV: 30)
        var previous = try muons(30)
        for background in [0, 0.5, 3, 30.0] {
            let counting = try #require(CountingLimit(confidenceLevel: 0.9, background: background))
            let limit = try #require(NA64Mu.limit(at: mass, events: counting.expectedSignal))
            #expect(background == 0 ? abs(limit / previous - 1) < 1e-12 : limit > previous)
            previous = limit
        }
    }

    @Test("Half of the Z′ are seen above the muons' threshold")
    func threshold() throws {
        let below = try muons(2 * Constants.muonMass * (1 - 1e-9))
        let above = try muons(2 * Constants.muonMass * (1 + 1e-9))
        #expect(above > below && above / below < 1.001)
        // Far above it ν_μ and ν_τ have half a muon's width each, and τ none yet.
        let unseen = Mediator.invisibleFraction(at: try Mass(inMeV: 1000))
        #expect(abs(unseen - 0.5) < 1e-3)
    }

    @Test("No limit beyond the masses, without mixing, or for charges that the muon doesn't have")
    func silence() throws {
        for mass in [9e-4, 3001] {
            #expect(NA64Mu.limit(at: try Mass(inMeV: mass), events: 2.3) == nil)
            #expect(
                NA64Electron.excluded(at: try Mass(inMeV: mass), events: 2.3, mixing: .perCoupling(0.01)) == nil)
        }
        let mass = try Mass(inMeV: 1)
        #expect(NA64Mu.limit(at: mass, events: 2.3, charges: .universal) == nil)
        #expect(NA64Electron.excluded(at: mass, events: 2.3, mixing: .perCoupling(0))?.isEmpty == true)
    }

    @Test("A fixed mixing leaves every coupling or none")
    func fixedMixing() throws {
        let mass = try Mass(inMeV: 1)
        let edge = try electrons(1, mixing: .ratio(1))
        func excluded(_ epsilon: Double) -> CouplingIntervals? {
            NA64Electron.excluded(at: mass, events: Self.events, mixing: .constant(epsilon))
        }
        #expect(excluded(edge * (1 - 1e-9))?.isEmpty == true)
        #expect(excluded(-edge * (1 + 1e-9)) == CouplingIntervals(.above(0)))
    }

    @Test("With a fixed ε the Z′ of a small g′ decay to electrons and are seen", arguments: [2.0, 6.5, 100])
    func visibleElectrons(mass: Double) throws {
        let mass = try Mass(inMeV: mass)
        let unit = try #require(
            NA64Electron.excluded(at: mass, events: Self.events, mixing: .perCoupling(1e-6))?.first
        ).lower
        // So small a ratio leaves no decays to electrons: the least ε that is excluded.
        let least = 1e-6 * unit
        let epsilon = 2 * least
        let edge = try #require(
            NA64Electron.excluded(at: mass, events: Self.events, mixing: .constant(epsilon))?.first
        ).lower
        // ε² Br = least²: at the edge a quarter is unseen, Γ_νν = g′²m/12π and Γ_ee = (eε)²m/12π (1+2r)√(1−4r).
        let ratio = Constants.electronMass * Constants.electronMass / (mass.inMeV * mass.inMeV)
        let charge = Constants.elementaryCharge * epsilon
        let electrons = charge * charge * (1 + 2 * ratio) * (1 - 4 * ratio).squareRoot()
        #expect(abs(edge * edge / (edge * edge + electrons) - 0.25) < 1e-9)
        // As many events as ε² alone could give are too few below the limit, however large g′ is.
        #expect(NA64Electron.excluded(at: mass, events: Self.events, mixing: .constant(least * 0.999))?.isEmpty == true)
    }

    /// Twenty masses are good to 5e-5; making all of them again takes some seconds.
    @Test("The electrons' table is what the exact amplitude gives", arguments: [1e-3, 0.05, 1.3, 2.37, 40, 199])
    func electronTable(mass: Double) {
        let measured = NA64Electron.measured
        #expect(abs(measured.yield(mass) / measured.search.yield(mass, .exact) - 1) < 1e-4)
    }

    @Test("The muons' table is what the flux of real photons gives")
    func muonTable() {
        let measured = NA64Mu.measured
        let anew = YieldTable(
            of: measured.search, .weizsaeckerWilliams, upTo: NA64Mu.massRange.upperBound, count: 20)
        for mass in [1e-3, 0.05, 1.3, 6.5, 62.1, 89.2, 210, 777, 2999] {
            // Kept to eight decimals; between its masses it is good to 6e-7.
            #expect(abs(measured.yield(mass) / anew.yield(mass) - 1) < 5e-8)
            #expect(abs(measured.yield(mass) / measured.search.yield(mass) - 1) < 2e-6)
        }
    }

    /// Digitised points of the limit of 2019.
    @Test(
        "The electrons' digitised limit from 1 to 200 MeV within 25 %",
        arguments: [(1.427, 5.709e-4), (3.183, 9.213e-4), (13.36, 2.936e-3), (62.74, 1.367e-2), (189.2, 4.521e-2)])
    func electronShape(mass: Double, expected: Double) throws {
        // One efficiency for all masses: the experiment's falls for heavy ones. The anchor has no decays to electrons, which
        // (eε/g′)² = 1.9e-5 of the Z′ make.
        let limit = try electrons(mass, electronsOnTarget: NA64Electron.anchorElectrons)
        #expect(abs(limit / expected - 1) < (mass == 3.183 ? 2e-5 : 0.25))
    }

    @Test("From 1 keV to 1 MeV: flat, and inside what 2404.06982 states")
    func lightBosons() throws {
        let lightest = try electrons(1e-3)
        #expect(abs(try electrons(1e-2) / lightest - 1) < 1e-3)
        #expect(try electrons(0.1) > lightest)
        // It says that NA64-e excludes the band of the muon's g − 2 from 1 keV to about 2 MeV: WP20's, 25.1e-10 ± 2 · 5.9e-10.
        for mass in [1e-3, 0.1, 1] {
            let edge = MuonGMinus2.coupling(anomaly: 13.3e-10, at: try Mass(inMeV: mass))
            #expect(try electrons(mass) < edge)
        }
        let centre = MuonGMinus2.coupling(anomaly: 25.1e-10, at: try Mass(inMeV: 4))
        #expect(try electrons(4) > centre)
        // εe is what counts.
        let ratio = NaturalMixing.perCoupling
        let other = try electrons(1, mixing: .ratio(-2 * ratio))
        #expect(abs(2 * other / (try electrons(1)) - 1) < 1e-12)
    }
}
