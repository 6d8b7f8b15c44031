import ConstraintKit
import Testing

@testable import Assessment
@testable import Scenarios

/// Which bound decides where the most sensitive one does.
@Suite struct MostSensitiveTests {
    private func verdicts(_ bounds: [Bound], _ coupling: Double) throws -> PointVerdicts {
        let (mass, coupling) = (try Mass(inMeV: 5), try Coupling(coupling))
        return PointVerdicts(
            scenario: "sample", mass: mass, coupling: coupling,
            verdicts: bounds.map { $0.verdict(at: mass, coupling: coupling) })
    }

    private func expected(_ coupling: Double, from: Double = 1, to: Double = 10) throws -> Region {
        .above(try Curve(knots: [from, to].map { .init(mass: $0, coupling: coupling) }))
    }

    /// A downward fluctuation makes a limit, and no sensitivity.
    @Test func theExpectedReachDecides() throws {
        let lucky = ScriptedBound.bound("lucky", ScriptedBound.limit(1e-4), expected: [try expected(1e-3)])
        let able = ScriptedBound.bound("able", ScriptedBound.limit(5e-4), expected: [try expected(4e-4)])
        let point = try verdicts([lucky, able], 3e-4)
        #expect(point.standing == .excluded)
        let choice = try #require(point.mostSensitive)
        #expect(choice.bound.card.stem == "able" && choice.reach == 4e-4 && choice.isExpected)
        #expect(choice.standing == .allowed)
    }

    @Test func whatWasObservedStandsInForIt() throws {
        let first = ScriptedBound.bound("first", ScriptedBound.limit(2e-4))
        // Its expected curve does not reach this mass.
        let second = ScriptedBound.bound(
            "second", ScriptedBound.limit(1e-4), expected: [try expected(1e-6, from: 50, to: 60)])
        let choice = try #require(try verdicts([first, second], 1.5e-4).mostSensitive)
        #expect(choice.bound.card.stem == "second" && choice.reach == 1e-4 && !choice.isExpected)
        #expect(choice.standing == .excluded)
    }

    @Test func onlyWhatDecidesAndSpeaksIsAsked() throws {
        let informs = ScriptedBound.bound("informs", ScriptedBound.limit(1e-6), role: .informs)
        let silent = ScriptedBound.bound("silent", .silent(.outsideRange(lower: 1, upper: 2)))
        #expect(try verdicts([informs, silent], 1e-3).mostSensitive == nil)
        let nothing = ScriptedBound.bound("nothing", .excludes(.init()))
        let choice = try #require(try verdicts([informs, silent, nothing], 1e-3).mostSensitive)
        #expect(choice.bound.card.stem == "nothing" && choice.reach == nil && choice.standing == .allowed)
    }

    /// A bound of islands decides inside and below them; above them the limit of another does.
    @Test(arguments: [(5e-11, "islands"), (9e-11, "islands"), (1e-6, "limit"), (5e-2, "limit")])
    func anIslandIsNoReachAboveIt(coupling: Double, stem: String) throws {
        let islands = ScriptedBound.bound("islands", .excludes(.init(.init(lower: 7e-11, upper: 1.1e-10))))
        let limit = ScriptedBound.bound("limit", ScriptedBound.limit(1e-4))
        let choice = try #require(try verdicts([islands, limit], coupling).mostSensitive)
        #expect(choice.bound.card.stem == stem)
        let isExcluded = coupling == 9e-11 || coupling == 5e-2
        #expect(choice.standing == (isExcluded ? .excluded : .allowed))
        let all = SensitiveBounds([islands, limit], at: try Mass(inMeV: 5))
        #expect(all.standing(try Coupling(coupling)) == choice.standing)
    }

    /// Over a grid the bound is the one of each of its points.
    @Test(arguments: Scenario.shippedNames)
    func aMapSaysWhatItsPointsSay(name: String) throws {
        let set = try BoundSet(
            Scenario.shipped(name), catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
        let grid = try MapGrid(massRange: 0.5...500, couplingRange: 1e-6...1e-1, columns: 9, rows: 11)
        let map = StandingMap(set, grid: grid)
        let sensitive = map.byMostSensitive
        for column in grid.masses.indices {
            for row in grid.couplings.indices {
                let point = set.verdicts(mass: grid.masses[column], coupling: grid.couplings[row])
                let index = grid.index(column: column, row: row)
                #expect(sensitive.standings[index] == point.mostSensitive?.standing ?? .unconstrained)
                let position = Int(sensitive.decidingBound[index])
                let stem = position < 0 ? nil : map.bounds[position].bound.card.stem
                #expect(stem == point.mostSensitive?.bound.card.stem)
            }
        }
    }
}
