import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

@Suite("The table of lines with width")
struct WideTableTests {
    static let indices = [1.8, 2.2, 2.6, 3.0, 3.5]

    /// All flavours alike, and the muon's.
    static func bins(_ setting: TransportSetting) throws -> [ProjectedBin] {
        func muon(_ state: SIMD3<Double>) -> Double { setting.flavours(of: state).y }
        let weights = SIMD3(muon([1, 0, 0]), muon([0, 1, 0]), muon([0, 0, 1]))
        return try GridSolverTests.cascadeBins().flatMap {
            [ProjectedBin(bin: $0, weights: [1, 1, 1]), ProjectedBin(bin: $0, weights: weights)]
        }
    }

    static func fluxes(_ projected: any ProjectedFluxes, _ mediator: Mediator) throws -> [Double] {
        let places = UnsafeMutableBufferPointer<Double>.allocate(capacity: projected.count)
        defer { places.deallocate() }
        places.initialize(repeating: 0)
        try projected.fill(places, mediator)
        return Array(places)
    }

    /// Mediators that lie on no node, all over the plane where lines have width; by the golden ratio and another sequence
    /// without a pattern.
    static func heldOut(_ count: Int) throws -> [Mediator] {
        try (1...count).map { point in
            let (first, second) = (0.618_034 * Double(point), 0.414_214 * Double(point))
            let mass = pow(100, first.truncatingRemainder(dividingBy: 1))
            let coupling = 2e-3 * pow(50, second.truncatingRemainder(dividingBy: 1))
            return try mediator(mass, coupling, .paper)
        }
    }

    /// Such a grid is good to 1e-4 of a segment.
    @Test("It agrees with a fine grid to 1e-3 of a segment at points that are no nodes", arguments: Ordering.allCases)
    func accuracy(ordering: Ordering) throws {
        let setting = try TransportSetting(ordering: ordering)
        let bins = try Self.bins(setting)
        let grid = try GridSolverTests.grid(setting, points: 200)
        let exact = try grid.prepared(indices: Self.indices).projected(bins)
        let table = WideTable(grid.geometry, indices: Self.indices, bins)
        let free = try Self.fluxes(exact, mediator(6.5, 1e-12, .paper))
        var worst = 0.0
        for point in try Self.heldOut(4) {
            #expect(table.serves(point))
            let (read, solved) = (try Self.fluxes(table, point), try Self.fluxes(exact, point))
            for place in read.indices {
                worst = max(worst, abs(read[place] - solved[place]) / max(free[place], solved[place]))
            }
        }
        #expect(worst < WideTable.error, "\(worst)")
        #expect(worst > 0)
    }

    @Test("What is read does not depend on what was asked before, nor by whom")
    func order() throws {
        let setting = try TransportSetting()
        let bins = try Self.bins(setting)
        let geometry = try GridSolverTests.grid(setting, points: 50).geometry
        let points = try [mediator(6.5, 1e-2, .paper), mediator(7.1, 1.1e-2, .paper)]
        let (prepared, asked) = (
            WideTable(geometry, indices: [2.5], bins), WideTable(geometry, indices: [2.5], bins)
        )
        prepared.prepare(for: points, shouldStop: { false })
        let first = try points.map { try Self.fluxes(prepared, $0) }
        let second = try points.reversed().map { try Self.fluxes(asked, $0) }
        #expect(first == second.reversed())
    }

    @Test("Mediators of one κ and g′² differ by a shift, whatever the cross section")
    func selfSimilarity() throws {
        let setting = try TransportSetting()
        let bins = try Self.bins(setting)
        let table = WideTable(
            try GridSolverTests.grid(setting, points: 50).geometry, indices: [2.5], bins)
        // κ = C g′²/m²: masses go as √C, and energies as C.
        let coupling = 1.3e-2
        let one = try mediator(8, coupling, .paper)
        let ratio = CrossSection.majorana.normalisation / CrossSection.paper.normalisation
        let other = try mediator(8 * ratio.squareRoot(), coupling, .majorana)
        #expect(abs(other.strength / one.strength - 1) < 1e-12)
        let moved = try bins.map { projected in
            ProjectedBin(
                bin: try EnergyBin(lower: projected.bin.lower * ratio, upper: projected.bin.upper * ratio),
                weights: projected.weights)
        }
        let movedTable = WideTable(
            try GridSolverTests.grid(setting, points: 50).geometry, indices: [2.5], moved)
        let (here, there) = (try Self.fluxes(table, one), try Self.fluxes(movedTable, other))
        // ∫E^−γ dE of energies that are all another unit; the levels of the solutions end elsewhere.
        let unit = pow(ratio, 1 - 2.5)
        for place in here.indices { #expect(abs(there[place] / (here[place] * unit) - 1) < 1e-4) }
    }

    @Test("It leaves to the grid what it does not hold")
    func limits() throws {
        let setting = try TransportSetting()
        let geometry = try GridSolverTests.grid(setting, points: 50).geometry
        let table = WideTable(geometry, indices: [2.5], try Self.bins(setting))
        #expect(try table.serves(mediator(6.5, 0.1, .paper)))
        #expect(try !table.serves(mediator(6.5, 0.6, .paper)))
        #expect(try !table.serves(mediator(400, 0.1, .paper)))
        #expect(try !table.serves(mediator(0.05, 0.1, .paper)))
        var precision = Precision()
        let narrow = try SelfSimilarTable(NarrowLineSolver(setting), index: 2.5)
        let bins = try Self.bins(setting)
        #expect(try AutomaticSolver(narrow: narrow, precision: precision).wideTable(indices: [2.5], bins) != nil)
        precision.tolerance = 5e-4
        #expect(try AutomaticSolver(narrow: narrow, precision: precision).wideTable(indices: [2.5], bins) == nil)
        precision.tolerance = 1e-3
        let solved = try AutomaticSolver(setting, precision: precision)
        #expect(solved.wideTable(indices: [2.5], bins) == nil)
    }
}
