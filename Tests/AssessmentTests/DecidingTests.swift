import ConstraintKit
import CurveArchive
import Scenarios
import Testing

@testable import Assessment

/// Which bounds decide, at which level, and what is said near the boundary of a curve.
@Suite struct DecidingTests {
    private static func bounds(_ scenario: Scenario) throws -> [Bound] {
        try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: try LinkedBounds()).bounds
    }

    private static func bound(_ stem: String, _ scenario: Scenario) throws -> Bound {
        try #require(try bounds(scenario).first { $0.card.stem == stem })
    }

    @Test func aCardThatNamesNoPublicationInforms() throws {
        var scenario = try Scenario.shipped("consistent")
        for stem in ["coherent", "charm-ii"] {
            let bound = try Self.bound(stem, scenario)
            #expect(bound.role == .informs && bound.conditions.lacks == [.publication])
        }
        scenario.decides = ["coherent"]
        let bound = try Self.bound("coherent", scenario)
        #expect(bound.role == .decides && bound.conditions.countsByChoice)
        #expect(try Self.bound("charm-ii", scenario).role == .informs)
    }

    /// The paper draws a bound without a level: its scenario says that it counts.
    @Test func thePaperLetsOneDecide() throws {
        var scenario = try Scenario.shipped("paper")
        #expect(scenario.decides == ["neff-5mev"])
        let bound = try Self.bound("neff-5mev", scenario)
        #expect(bound.role == .decides && bound.conditions.countsByChoice)
        #expect(bound.conditions.lacks == [.confidenceLevel])
        #expect(try Self.bounds(scenario).filter(\.conditions.countsByChoice).count == 1)
        scenario.decides = []
        #expect(try Self.bound("neff-5mev", scenario).role == .informs)
    }

    /// No scenario of the program lets a limit decide that lacks something, unless it says so.
    @Test(arguments: Scenario.shippedNames) func whatDecidesLacksNothing(name: String) throws {
        for bound in try Self.bounds(try Scenario.shipped(name)) where bound.role == .decides {
            #expect(bound.conditions.lacks.isEmpty || bound.conditions.countsByChoice, "\(bound.card.stem)")
        }
    }

    @Test func aBoundThatIsLeftOutDecidesNoMore() throws {
        var scenario = try Scenario.shipped("paper")
        scenario.leaveOut(["neff-5mev"])
        #expect(scenario.decides.isEmpty)
    }

    @Test func anotherLevelIsConvertedOrSaysWhyNot() throws {
        var scenario = try Scenario.shipped("paper")
        let mass = try Mass(inMeV: 6.5)
        scenario.conventions.confidenceLevel = 0.95
        let counted = try Self.bound("na64mu-2024", scenario)
        guard case .excludes(let couplings)? = counted.boundary(at: mass) else {
            Issue.record("it covers 6.5 MeV")
            return
        }
        // 5e-4 √(ln 20/ln 10).
        #expect(abs(couplings[0].lower / 5.70314e-4 - 1) < 1e-5)
        #expect(counted.card.confidenceLevel == .converted(0.95) && counted.conditions.level == nil)
        #expect(try Self.bound("neff-5mev", scenario).conditions.level == .notStated)
        let babar = try Self.bound("babar-4mu", try Scenario.shipped("consistent"))
        #expect(babar.conditions.level == nil, "none is asked for")
        var other = try Scenario.shipped("consistent")
        other.conventions.confidenceLevel = 0.95
        #expect(try Self.bound("babar-4mu", other).conditions.level == .notConvertible(.stated(0.9)))
        #expect(try Self.bound("cms-4mu", other).conditions.level == nil, "it stands at 95 % itself")
        #expect(try Self.bound("hubble-hint", other).conditions.level == nil, "a hint is no limit")
    }

    @Test(arguments: [("na64mu-2024", "paper"), ("na64mu-2024-computed", "current")])
    func theZoneOfACurvesOwnErrorKeepsTheVerdict(stem: String, scenario: String) throws {
        let bound = try Self.bound(stem, try Scenario.shipped(scenario))
        #expect(bound.card.curveError == 0.22)
        #expect(bound.card.statisticKind == .counting && bound.card.signalPower == 2)
        let mass = try Mass(inMeV: 6.5)
        func verdict(_ coupling: Double) throws -> BoundVerdict {
            bound.verdict(at: mass, coupling: try Coupling(coupling))
        }
        // The limit is 5e-4 here: the zone reaches from 4.10e-4 to 6.10e-4.
        let inside = try verdict(6.0e-4)
        #expect(inside.isExclusion && inside.errorOfCurveNearby == 0.22)
        #expect(try verdict(6.2e-4).isExclusion && verdict(6.2e-4).errorOfCurveNearby == nil)
        #expect(try !verdict(4.2e-4).isExclusion && verdict(4.2e-4).errorOfCurveNearby == 0.22)
        #expect(try verdict(4.0e-4).errorOfCurveNearby == nil)
    }
}
