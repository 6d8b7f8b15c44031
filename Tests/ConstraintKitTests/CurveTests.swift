import ConstraintKit
import Foundation
import Testing

@Suite struct CurveTests {
    let curve: Curve

    init() throws {
        curve = try Curve(knots: [
            .init(mass: 100, coupling: 1e-2), .init(mass: 1, coupling: 1e-4), .init(mass: 10, coupling: 1e-4),
        ])
    }

    @Test func knotsComeBackExactlyAndInOrder() throws {
        #expect(curve.knots.map(\.mass) == [1, 10, 100])
        for knot in curve.knots {
            #expect(curve.value(at: try Mass(inMeV: knot.mass)) == .coupling(knot.coupling))
        }
    }

    @Test func betweenKnotsALineOnALogLogPlot() throws {
        guard case .coupling(let value) = curve.value(at: try Mass(inMeV: 10 * 10.0.squareRoot())) else {
            Issue.record("silent inside the range")
            return
        }
        // One logarithm and one exponential: a few units in the last place.
        #expect(abs(value / 1e-3 - 1) < 1e-14)
    }

    @Test(arguments: [0.999_999, 100.000_1, 1e-9, 1e9])
    func outsideTheRangeNothingIsSaid(inMeV: Double) throws {
        #expect(curve.value(at: try Mass(inMeV: inMeV)) == .silent(.outsideRange(lower: 1, upper: 100)))
    }

    @Test func aGapIsSilentButItsEdgesSpeak() throws {
        let curve = try Curve(knots: self.curve.knots, gapsAfter: [1])
        #expect(curve.value(at: try Mass(inMeV: 30)) == .silent(.inGap(lower: 10, upper: 100)))
        #expect(curve.value(at: try Mass(inMeV: 10)) == .coupling(1e-4))
        #expect(curve.value(at: try Mass(inMeV: 100)) == .coupling(1e-2))
    }

    @Test func oneKnotSpeaksAtItsMassAlone() throws {
        let curve = try Curve(knots: [.init(mass: 5, coupling: 1e-3)])
        #expect(curve.value(at: try Mass(inMeV: 5)) == .coupling(1e-3))
        #expect(curve.value(at: try Mass(inMeV: 5.000_001)) == .silent(.outsideRange(lower: 5, upper: 5)))
    }

    @Test func whatIsNoCurveIsRefused() {
        #expect(throws: CurveError.empty) { try Curve(knots: []) }
        #expect(throws: CurveError.notPositive("mass", value: 0, row: 0)) {
            try Curve(knots: [.init(mass: 0, coupling: 1)])
        }
        #expect(throws: CurveError.notPositive("coupling", value: -1, row: 0)) {
            try Curve(knots: [.init(mass: 1, coupling: -1)])
        }
        #expect(throws: CurveError.twoCouplingsAtOneMass(mass: 1, 1, 2)) {
            try Curve(knots: [.init(mass: 1, coupling: 1), .init(mass: 1, coupling: 2)])
        }
        #expect(throws: CurveError.self) { try Curve(knots: [.init(mass: .nan, coupling: 1)]) }
    }

    /// Two searches joined: at the mass itself the limit is what it is just above.
    @Test(arguments: [false, true]) func aMassThatOccursTwiceIsAStep(falls: Bool) throws {
        let knots: [Curve.Knot] = [
            .init(mass: 1, coupling: 1), .init(mass: 2, coupling: 1), .init(mass: 2, coupling: 5),
            .init(mass: 4, coupling: 5),
        ]
        let curve = try Curve(knots: falls ? knots.reversed() : knots)
        #expect(curve.knots == knots)
        for (mass, coupling) in [(1.5, 1.0), (1.999_999, 1), (2, 5), (3, 5)] {
            guard case .coupling(let found) = curve.value(at: try Mass(inMeV: mass)) else {
                Issue.record("nothing at \(mass)")
                continue
            }
            #expect(abs(found / coupling - 1) < 1e-12)
        }
        // To and fro there is no step.
        #expect(throws: CurveError.twoCouplingsAtOneMass(mass: 2, 1, 5)) {
            try Curve(knots: [knots[1], knots[3], knots[2], knots[0]])
        }
    }
}

@Suite struct RegionTests {
    /// A diamond around (10 MeV, 1e-3), one decade to each side.
    let diamond: Contour

    init() throws {
        diamond = try Contour([
            .init(mass: 1, coupling: 1e-3), .init(mass: 10, coupling: 1e-4), .init(mass: 100, coupling: 1e-3),
            .init(mass: 10, coupling: 1e-2), .init(mass: 1, coupling: 1e-3),
        ])
    }

    @Test func insideAContour() throws {
        let intervals = try #require(diamond.intervals(at: try Mass(inMeV: 10)))
        #expect(intervals.count == 1)
        // Here and below: interpolated in logarithms of order ten, a few units in the last place of an exponential.
        #expect(abs(log10(intervals[0].lower) + 4) < 1e-12 && abs(log10(intervals[0].upper) + 2) < 1e-12)
        let half = try #require(diamond.intervals(at: try Mass(inMeV: 10 * 10.0.squareRoot())))
        #expect(abs(log10(half[0].lower) + 3.5) < 1e-12 && abs(log10(half[0].upper) + 2.5) < 1e-12)
    }

    @Test func itsEndsHaveNoArea() throws {
        #expect(try #require(diamond.intervals(at: try Mass(inMeV: 1))).isEmpty)
        #expect(try #require(diamond.intervals(at: try Mass(inMeV: 100))).isEmpty)
        #expect(diamond.intervals(at: try Mass(inMeV: 100.1)) == nil)
    }

    @Test func anUprightRightWallCounts() throws {
        let box = try Contour([
            .init(mass: 1, coupling: 1e-4), .init(mass: 10, coupling: 1e-4), .init(mass: 10, coupling: 1e-3),
            .init(mass: 1, coupling: 1e-3),
        ])
        for mass in [1.0, 3, 10] {
            let intervals = try #require(box.intervals(at: try Mass(inMeV: mass)))
            #expect(intervals.count == 1, "at \(mass) MeV")
        }
    }

    @Test func outsideIsTheComplementOfInside() throws {
        guard case .couplings(let outside) = Region.outside(diamond).coverage(at: try Mass(inMeV: 10)) else {
            Issue.record("silent inside the range")
            return
        }
        #expect(outside.count == 2)
        #expect(outside[0].lower == 0 && outside[1].upper == .infinity)
    }

    @Test func aBandBetweenTwoEdgesThatCoverDifferentMasses() throws {
        let low = try Curve(knots: [.init(mass: 8, coupling: 1e-5), .init(mass: 13, coupling: 1e-3)])
        let high = try Curve(knots: [.init(mass: 12, coupling: 1e-5), .init(mass: 20, coupling: 1e-3)])
        let region = Region.between(try Band(low, high))
        guard case .couplings(let at10) = region.coverage(at: try Mass(inMeV: 10)),
            case .couplings(let at15) = region.coverage(at: try Mass(inMeV: 15))
        else {
            Issue.record("silent inside the band")
            return
        }
        // Left of where the high-mass edge begins the band reaches down to its end, right of it down to that edge.
        #expect(at10.count == 1 && abs(at10[0].lower / 1e-5 - 1) < 1e-12)
        #expect(at15.count == 1 && at15[0].lower > 1e-5 && abs(at15[0].upper / 1e-3 - 1) < 1e-12)
    }

    @Test func belowAMassEndsAtTheMass() throws {
        let region = Region.belowMass(try Mass(inMeV: 5), .above(1e-9))
        #expect(region.coverage(at: try Mass(inMeV: 4.999)) == .couplings(.init(.above(1e-9))))
        #expect(region.coverage(at: try Mass(inMeV: 5)) == .couplings(.init()))
    }
}
