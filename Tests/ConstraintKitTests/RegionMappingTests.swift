import ConstraintKit
import Foundation
import Testing

/// Regions whose couplings are mapped: a power law moves straight lines of a log–log plot to straight lines.
@Suite struct RegionMappingTests {
    private static let curve = Result {
        try Curve(
            knots: [
                .init(mass: 1, coupling: 1e-4), .init(mass: 10, coupling: 3e-4), .init(mass: 20, coupling: 2e-4),
                .init(mass: 90, coupling: 5e-3),
            ], gapsAfter: [1])
    }

    private static func limit(_ region: Region, at mass: Double) throws -> Double? {
        guard case .couplings(let couplings) = region.coverage(at: try Mass(inMeV: mass)) else { return nil }
        return couplings.first?.lower
    }

    @Test(arguments: [0.5, 1, 2], [-3.0, 0, 1.5]) func aPowerIsOneAtEveryMass(exponent: Double, logFactor: Double)
        throws
    {
        let region = Region.above(try Self.curve.get())
        let mapped = try region.mapped(exponent: exponent, logFactor: logFactor)
        for mass in [1.0, 2, 5.5, 10, 20, 31, 90] {
            let before = try #require(try Self.limit(region, at: mass))
            let after = try #require(try Self.limit(mapped, at: mass))
            let expected = exp(exponent * log(before) + logFactor)
            // A few roundings of exponentials and logarithms.
            #expect(abs(after / expected - 1) < 1e-13, "\(mass)")
        }
        #expect(try Self.limit(mapped, at: 15) == nil, "the gap stays one")
    }

    @Test func whatIsRefinedIsTheSameLine() throws {
        let curve = try Self.curve.get()
        let refined = try Region.above(curve).refined(step: 0.1)
        guard case .above(let finer) = refined else {
            Issue.record("\(refined)")
            return
        }
        #expect(finer.knots.count == 4 + 23 + 15 && finer.gapsAfter.count == 1)
        for mass in [1.0, 2, 5.5, 10, 20, 31, 90] {
            let before = try #require(try Self.limit(.above(curve), at: mass))
            #expect(abs(try #require(try Self.limit(refined, at: mass)) / before - 1) < 1e-13)
        }
        #expect(try Self.limit(refined, at: 15) == nil)
        let corners: [Curve.Knot] = [
            .init(mass: 1, coupling: 1e-4), .init(mass: 10, coupling: 1e-4), .init(mass: 10, coupling: 1e-3),
        ]
        let contour = Region.inside(try Contour(corners))
        let mass = try Mass(inMeV: 5)
        guard case .couplings(let plain) = contour.coverage(at: mass),
            case .couplings(let fine) = try contour.refined(step: 0.5).coverage(at: mass)
        else {
            Issue.record("the contour covers 5 MeV")
            return
        }
        #expect(abs(plain[0].lower / fine[0].lower - 1) < 1e-13 && abs(plain[0].upper / fine[0].upper - 1) < 1e-13)
    }

    @Test func anEdgeInMassKeepsItsMass() throws {
        let region = Region.belowMass(try Mass(inMeV: 5), .above(1e-9))
        #expect(try region.mapped(logFactor: 0) == region)
        guard case .belowMass(let mass, let couplings) = try region.mapped(logFactor: 1) else {
            Issue.record("it is one still")
            return
        }
        #expect(mass.inMeV == 5 && abs(couplings.lower / 1e-9 - exp(1)) < 1e-12 && couplings.upper == .infinity)
    }
}
