import ConstraintKit
import CurveArchive
import Scenarios
import Testing

@testable import Assessment

/// Where a bound can't tell it neither excludes nor allows.
@Suite("Bounds that can't tell")
struct UndecidedTests {
    let bounds: BoundSet

    init() throws {
        var scenario = try Scenario.shipped("consistent")
        try scenario.keep(only: ["neff-history"], .none)
        bounds = try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: try LinkedBounds())
    }

    @Test("A map says what a point says")
    func map() throws {
        let grid = try MapGrid(massRange: 1e-3...90, couplingRange: 3e-13...1e-2, columns: 12, rows: 43)
        let map = StandingMap(bounds, grid: grid)
        var found: Set<Standing> = []
        for (column, mass) in grid.masses.enumerated() {
            for (row, coupling) in grid.couplings.enumerated() {
                let standing = map.standings[grid.index(column: column, row: row)]
                #expect(standing == bounds.verdicts(mass: mass, coupling: coupling).standing)
                found.insert(standing)
            }
        }
        #expect(found == Set(Standing.allCases))
    }

    @Test("What is open is not excluded, and both have two digits")
    func zones() throws {
        let answer = bounds.allowedCouplings(at: try Mass(inMeV: 6.5))
        #expect(answer.intervals.count == 2 && answer.undecided.count == 3)
        for open in answer.undecided {
            #expect(answer.intervals.contains { $0.couplings.lower <= open.couplings.lower })
            #expect(open.couplings.lower == open.couplings.lower.rounded(toDigits: 2))
        }
        #expect(1.0449e-10.rounded(toDigits: 2) == 1e-10 && 9.96e3.rounded(toDigits: 2) == 1e4)
        #expect(Double.infinity.rounded(toDigits: 2) == .infinity && 0.0.rounded(toDigits: 2) == 0)
    }

    @Test("What is open is not allowed", arguments: [1e-3, 6.5])
    func openIsNotAllowed(mass: Double) throws {
        let mass = try Mass(inMeV: mass)
        let answer = bounds.allowedCouplings(at: mass)
        let first = try #require(answer.intervals.first)
        #expect(first.couplings.upper == answer.undecided.first?.couplings.lower)
        #expect(first.upperSetBy?.card.stem == "neff-history")
        let allowed = answer.intervals.map { (couplings: $0.couplings, standing: Standing.allowed) }
        let open = answer.undecided.map { (couplings: $0.couplings, standing: Standing.unconstrained) }
        for (couplings, standing) in allowed + open {
            let lower = couplings.lower > 0 ? couplings.lower : couplings.upper / 100
            let middle = try Coupling((lower * couplings.upper).squareRoot())
            #expect(bounds.verdicts(mass: mass, coupling: middle).standing == standing)
        }
    }

    @Test("Where another bound can tell, what is open to one is allowed")
    func anotherBoundCanTell() throws {
        var scenario = try Scenario.shipped("consistent")
        try scenario.keep(only: ["neff-history", "na64mu-2024"], .none)
        let both = try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: try LinkedBounds())
        let answer = both.allowedCouplings(at: try Mass(inMeV: 6.5))
        #expect(answer.intervals.count == 2 && answer.undecided.count == 3)
        #expect(answer.intervals.first?.couplings.upper == answer.undecided.first?.couplings.upper)
    }

    @Test("The card says what holds in the scenario")
    func card() throws {
        let bound = bounds.bounds[0]
        #expect(bound.card.kineticMixing == .natural && bound.card.title == "N_eff < 3.33")
        var scenario = bounds.scenario
        scenario.conventions.greatestNeff = 3.151
        scenario.conventions.kineticMixing = .none
        let changed = try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: try LinkedBounds()).bounds[
            0]
        #expect(changed.card.kineticMixing == .none && changed.card.title == "N_eff < 3.151")
        #expect(changed.card.confidenceLevel == .notStated && changed.caveat == nil)
    }
}
