import ConstraintKit
import CurveArchive
import Foundation
import Testing

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// Many points together are answered as each is alone.
@Suite("Many points")
struct PointBatchTests {
    static func boundSet(_ name: String, _ change: (inout Scenario) -> Void = { _ in }) throws -> BoundSet {
        var scenario = try Scenario.shipped(name)
        change(&scenario)
        return try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
    }

    /// That every bound has its table in some of the masses and none in others: the first are many enough to pay for one.
    static let pointsOfOneOctave = 1800

    @Test("By the union, at random and at edges", arguments: Scenario.shippedNames)
    func union(name: String) throws {
        let boundSet = try Self.boundSet(name)
        let batch = try PointBatch(boundSet, iceCube: nil)
        var points = PointList()
        points.addRandom(Self.pointsOfOneOctave, masses: 5...10, couplings: 1e-12...1)
        points.addRandom(300, masses: 1e-7...1e6, couplings: 1e-14...10)
        let random = points.count
        try points.addEdges(of: batch.deciding, at: [5.1, 6.5, 7.25, 9.9, 214, 1e3])
        let columns = try points.answers(of: batch)
        for index in 0..<points.count where index < 200 || index >= random - 300 {
            let (mass, coupling) = (try Mass(inMeV: points.masses[index]), try Coupling(points.couplings[index]))
            let point = boundSet.verdicts(mass: mass, coupling: coupling)
            let place = "\(mass.inMeV) \(coupling.value)"
            #expect(columns.standing[index] == PointStanding(point.standing), "\(place)")
            #expect(Int(columns.speaking[index]) == point.speaking.count, "\(place)")
            #expect(Int(columns.limiting[index]) == point.limiting, "\(place)")
            let order = batch.strongestFirst(columns.excludedBy[index], mass: mass, coupling: coupling)
            #expect(order.map { batch.deciding[$0].card.stem } == point.excludedBy.map(\.bound.card.stem), "\(place)")
            #expect(columns.failedBounds[index] == 0 && columns.chi2[index].isNaN)
        }
    }

    @Test("What is no point is invalid, and costs no other")
    func invalid() throws {
        let batch = try PointBatch(try Self.boundSet("paper"), iceCube: nil)
        var points = PointList()
        points.masses = [6.5, 0, -1, .nan, .infinity, 6.5, 6.5, 6.5, 6.5]
        points.couplings = [1e-2, 1e-2, 1e-2, 1e-2, 1e-2, 0, .nan, .infinity, 1e-5]
        let columns = try points.answers(of: batch)
        #expect(columns.standing == [.excluded] + [PointStanding](repeating: .invalid, count: 7) + [.allowed])
        #expect(columns.speaking[1...7].allSatisfy { $0 == 0 } && columns.excludedBy[1...7].allSatisfy { $0 == 0 })
        #expect(try PointList().answers(of: batch).count == 0)
        #expect(throws: PointBatchError.unequalColumns(masses: 2, couplings: 1)) {
            var points = PointList()
            (points.masses, points.couplings) = ([1, 2], [1e-3])
            _ = try points.answers(of: batch)
        }
    }

    @Test("Columns are used again, longer and shorter")
    func columnsAreReused() throws {
        let batch = try PointBatch(try Self.boundSet("paper"), iceCube: nil)
        var columns = PointColumns()
        for count in [40, 10, 60] {
            var points = PointList()
            points.addRandom(count, masses: 1...100, couplings: 1e-5...1e-1)
            try points.fill(&columns, by: batch)
            let fresh = try points.answers(of: batch)
            #expect(columns.standing == fresh.standing && columns.excludedBy == fresh.excludedBy)
            #expect(columns.count == count && columns.gamma.count == count)
        }
    }

    @Test("Whoever asks may stop")
    func stopping() throws {
        let batch = try PointBatch(try Self.boundSet("paper"), iceCube: nil)
        var points = PointList()
        points.addRandom(100, masses: 1...100, couplings: 1e-5...1e-1)
        #expect(throws: PointBatchError.stopped) { try points.answers(of: batch, shouldStop: { true }) }
    }

    @Test("The most sensitive bound decides alone", arguments: ["paper", "consistent"])
    func mostSensitive(name: String) throws {
        let boundSet = try Self.boundSet(name) { $0.combination = .mostSensitive }
        var points = PointList()
        points.addRandom(60, masses: 1...300, couplings: 1e-6...1e-1)
        let columns = try points.answers(of: try PointBatch(boundSet, iceCube: nil))
        for index in 0..<points.count {
            let (mass, coupling) = (try Mass(inMeV: points.masses[index]), try Coupling(points.couplings[index]))
            let point = boundSet.verdicts(mass: mass, coupling: coupling)
            let expected = point.mostSensitive?.standing ?? .unconstrained
            #expect(columns.standing[index] == PointStanding(expected), "\(mass) \(coupling)")
        }
        let product = try Self.boundSet(name) { $0.combination = .likelihood }
        #expect(throws: PointBatchError.likelihoodWithoutIceCube) { try PointBatch(product, iceCube: nil) }
    }
}
