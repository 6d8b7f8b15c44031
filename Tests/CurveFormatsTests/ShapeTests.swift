import ConstraintKit
import Testing

@testable import CurveFormats

/// How points are joined where a file only lists them, and what is said of it.
@Suite struct ShapeTests {
    private func read(_ rows: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws -> ReadDocument {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel) = (.observed, .stated(0.9))
        change(&options)
        return try importCurves([TestInput.text("mass_MeV,coupling\n" + rows)], options: options)
    }

    private func error(_ rows: String, _ change: (inout ImportOptions) -> Void = { _ in }) -> CurveFormatError? {
        #expect(throws: CurveFormatError.self) { try read(rows, change) }
    }

    /// A hexagon around the diagonal; no two points have one mass.
    private static let contour = "1,1e-3\n2,3e-4\n3,2e-4\n4,3e-4\n3.7,4e-3\n2.7,6e-3\n"
    private static let ring = "1,1e-3\n2,1e-4\n3,1e-3\n2,1e-2\n1,1e-3\n"
    private static let farRing = "11,1e-3\n12,1e-4\n13,1e-3\n12,1e-2\n11,1e-3\n"

    private func findings(_ rows: String, _ change: (inout ImportOptions) -> Void) -> [PlausibilityFinding] {
        if case .implausible(let findings)? = error(rows, change) { findings } else { [] }
    }

    /// A hole drawn as a closed line within another would be taken for an island, and what it leaves out for excluded.
    @Test func aRingWithinARingIsRefused() {
        let rows = "1,1e-4\n10,1e-4\n10,1e-2\n1,1e-2\n1,1e-4\nnan,nan\n3,1e-3\n4,1e-3\n4,2e-3\n3,2e-3\n3,1e-3\n"
        #expect(
            findings(rows) { $0.side = .inside } == [.ringWithinRing(mass: 3, coupling: 1e-3, table: "observed")])
    }

    /// Closed lines that overlap exclude what either does, wherever their points begin.
    @Test(arguments: ["2,1e-3\n6,1e-3\n6,5e-3\n2,5e-3\n2,1e-3\n", "6,1e-3\n6,5e-3\n2,5e-3\n2,1e-3\n6,1e-3\n"])
    func ringsThatOverlapAreTaken(_ second: String) throws {
        let read = try read("1,1e-4\n4,1e-4\n4,1e-2\n1,1e-2\n1,1e-4\nnan,nan\n\(second)") { $0.side = .inside }
        #expect(read.document.limits.count == 2)
    }

    /// As gnuplot parts them: closed lines are regions of their own, also where there are two and no side of a line is meant.
    @Test func closedBlocksAreNoEdges() throws {
        let read = try read(
            "1,1e-3\n2,1e-3\n2,2e-3\n1,2e-3\n1,1e-3\n\n5,1e-3\n6,1e-3\n6,2e-3\n5,2e-3\n5,1e-3\n"
        ) { $0.side = .inside }
        #expect(read.document.limits.map(\.region.massRange) == [1...2, 5...6])
    }

    @Test(arguments: [
        ("1,1e-3\n10,2e-3\n\n20,3e-3\n50,1e-3\n", PlausibilityFinding.edgesApart(table: "observed")),
        ("1,1e-3\n10,2e-3\n\n1,1e-3\n10,2e-3\n", .edgesAlike(table: "observed")),
    ])
    func edgesThatMakeNoBandAreRefused(_ rows: String, _ finding: PlausibilityFinding) {
        #expect(findings(rows) { $0.side = .inside } == [finding])
    }

    @Test func edgesThatCrossAreRefused() {
        let found = findings("1,1e-3\n10,2e-3\n\n1,3e-3\n5,1e-3\n10,4e-4\n") { $0.side = .inside }
        guard case .crossesItself? = found.first else {
            Issue.record("taken as a band: \(found)")
            return
        }
    }

    /// Of a scan, say: sorted they would make a limit of nothing.
    @Test func pointsInNoOrderAreNoLine() {
        guard case .zigzag(let decades, _) = error("4,1e-2\n8,2e-4\n5,2e-4\n7,1e-2\n9,2e-4\n6,3e-3\n") else {
            Issue.record("sorted into a line")
            return
        }
        #expect(abs(decades - 1.699) < 1e-3)
    }

    @Test func wallsAreSteps() throws {
        for rows in ["1,1\n1,1e-3\n2,2e-3\n3,8e-3\n3,1\n", "3,1\n3,8e-3\n2,2e-3\n1,1e-3\n1,1\n"] {
            let read = try read(rows)
            #expect(read.warnings.contains(.verticalSteps(table: "observed", masses: [1, 3])))
            #expect(read.warnings.contains(.sideAssumed(table: "observed", side: .above)))
            guard case .above(let curve) = try #require(read.document.limits.first).region else {
                Issue.record("no line: \(read)")
                continue
            }
            #expect(
                curve.knots.map(\.mass) == [1, 1, 2, 3, 3] && curve.knots.map(\.coupling) == [1, 1e-3, 2e-3, 8e-3, 1])
        }
    }

    @Test func twoBranchesInTurnAreNoSteps() {
        guard case .curve(.twoCouplingsAtOneMass, _) = error("1,1e-3\n1,1e-2\n2,1e-3\n2,1e-2\n3,1e-3\n3,1e-2\n") else {
            Issue.record("taken as steps")
            return
        }
    }

    /// Peaks read off along their vertical sides: two steps down among many up and down.
    @Test func aPeakThatStepsTwiceIsNoSecondBranch() throws {
        let read = try read(
            "1,1e-3\n2,2e-3\n2,1.5e-3\n3,2e-3\n3,1.5e-3\n4,1e-3\n4,2e-3\n5,2.5e-3\n5,3e-3\n6,1e-3\n6,3e-3\n")
        #expect(read.warnings.contains(.verticalSteps(table: "observed", masses: [2, 3, 4, 5, 6])))
    }

    /// Digitised by hand: a mass that goes back by less than the line is wide, and steps beside it.
    @Test func aSlipBesideStepsIsSortedAndNoContour() throws {
        let rows = "1,1e-3\n2,1.1e-3\n2,1.3e-3\n3,1.4e-3\n2.99,1.41e-3\n4,1.5e-3\n5,1.6e-3\n6,1.7e-3\n"
        let read = try read(rows)
        #expect(read.warnings.contains(.reordered(table: "observed", points: 1)))
        #expect(read.warnings.contains(.verticalSteps(table: "observed", masses: [2])))
        #expect(read.document.limits.first?.region.massRange == 1...6)
        let closed = error(rows) { ($0.side, $0.topology) = (.inside, .closed) }
        guard case .implausible(let findings) = closed else {
            Issue.record("closed: \(String(describing: closed))")
            return
        }
        #expect(findings.contains(.neverTurnsBack(table: "observed")))
    }

    @Test func pointsToAndFroAreSortedWithAWord() throws {
        let read = try read("1,1e-3\n3,3e-3\n2,2e-3\n5,5e-3\n4,4e-3\n")
        #expect(read.warnings.contains(.reordered(table: "observed", points: 2)))
        #expect(read.document.limits.first?.region.massRange == 1...5)
    }

    @Test func aZigzagIsRefused() {
        guard case .zigzag(let decades, _) = error("1,1e-3\n3,3e-3\n5,1e-3\n2,3e-2\n4,3e-2\n1.5,4e-2\n6,2e-3\n") else {
            Issue.record("sorted")
            return
        }
        #expect(decades > 1)
    }

    @Test func aContourAsksForItsSide() throws {
        #expect(error(Self.contour) == .missing([.excludedSide(table: "observed")], file: "curve.csv"))
        #expect(error(Self.contour) { $0.side = .above } == .turnsBack(mass: 4, table: "observed"))
        let inside = try read(Self.contour) { $0.side = .inside }
        guard case .inside(let contour) = try #require(inside.document.limits.first).region else {
            Issue.record("no contour: \(inside)")
            return
        }
        #expect(contour.points.count == 6)
    }

    @Test func closedLinesAreRegionsOfTheirOwn() throws {
        let one = try read(Self.ring)
        #expect(one.warnings == [.sideAssumed(table: "observed", side: .inside)])
        let two = try read(Self.ring + Self.farRing)
        #expect(two.document.limits.map(\.name) == ["observed", "observed (2)"])
        #expect(two.document.limits.map(\.region.massRange) == [1...3, 11...13])
        #expect(two.warnings.contains(.regionsParted(table: "observed", count: 2)))
    }

    @Test func anOutlineThatCrossesItselfIsRefusedWithThePlace() {
        let rows = "1,1e-3\n3,1e-2\n3,1e-3\n1,1e-2\n"
        guard
            case .implausible(let findings) = error(rows, { ($0.side, $0.topology) = (.inside, .closed) }),
            case .crossesItself(let mass, let coupling, _) = findings.first
        else {
            Issue.record("taken")
            return
        }
        // By symmetry at the geometric mean of both: √3 MeV, 10^-2.5; a few units in the last place of logarithms.
        #expect(abs(mass / 3.0.squareRoot() - 1) < 1e-12 && abs(coupling / 3.1622776601683795e-3 - 1) < 1e-12)
    }

    @Test func rowsWithoutALimitAreTold() throws {
        let read = try read("1,1e-3\n2,None\n3,NA\n4,-\n5,5e-3\n6,null\n7,inf\n")
        #expect(read.warnings.contains(.rowsWithoutValue(table: "observed", rows: 4)))
        #expect(read.warnings.contains(.infiniteLimits(table: "observed", rows: 1)))
        #expect(read.document.limits.first?.region.massRange == 1...5)
    }
}
