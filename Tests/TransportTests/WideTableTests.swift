import ConstraintKit
import Foundation
import Physics
import Testing

@testable import Transport

@Suite("The table of lines with width")
struct WideTableTests {
    static let indices = [1.8, 2.4, 3.0, 3.5]

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
            let coupling = 1e-3 * pow(100, second.truncatingRemainder(dividingBy: 1))
            return try mediator(mass, coupling, .paper)
        }
    }

    /// Two fine grids without their error of second order: that is good to 1e-4 of a segment.
    static func solved(
        _ setting: TransportSetting, indices: [Double], _ bins: [ProjectedBin]
    ) throws -> (Mediator) throws -> [Double] {
        // Levels begin so far above the highest energy asked for that, of a spectrum as hard as 1.8 and under wings that
        // absorb nearly all, daughters of what is above them would be 1e-2 of a segment: ask for more.
        let far = ProjectedBin(bin: try EnergyBin(lower: 1e11, upper: 1e12), weights: [1, 1, 1])
        let grids = try [200.0, 100].map {
            try GridSolverTests.grid(setting, points: $0).prepared(indices: indices).projected(bins + [far])
        }
        return { mediator in
            let (fine, coarse) = (try fluxes(grids[0], mediator), try fluxes(grids[1], mediator))
            let all = zip(fine, coarse).map { max(0, $0 + ($0 - $1) / 3) }
            return all.indices.filter { ($0 + 1) % (bins.count + 1) != 0 }.map { all[$0] }
        }
    }

    @Test("It agrees with fine grids to 1e-3 of a segment at points that are no nodes", arguments: Ordering.allCases)
    func accuracy(ordering: Ordering) throws {
        let setting = try TransportSetting(ordering: ordering)
        let bins = try Self.bins(setting)
        let exact = try Self.solved(setting, indices: Self.indices, bins)
        let table = WideTable(
            try GridSolverTests.grid(setting, points: 50).geometry, indices: Self.indices, bins)
        let free = try exact(mediator(6.5, 1e-12, .paper))
        var worst = 0.0
        for point in try Self.heldOut(8) {
            #expect(table.serves(point))
            let (read, solved) = (try Self.fluxes(table, point), try exact(point))
            for place in read.indices {
                worst = max(worst, abs(read[place] - solved[place]) / max(free[place], solved[place]))
            }
        }
        #expect(worst < WideTable.error, "\(worst)")
        #expect(worst > 0)
    }

    /// Near ones as well as spread ones; of far ones more is left, as the grids themselves have.
    @Test("It does so for sources at one redshift, as well as it says", arguments: [1e-3, 0.1, 1, 5])
    func oneRedshift(redshift: Double) throws {
        var setting = try TransportSetting()
        setting.evolution = .point
        setting.maximumRedshift = redshift
        let bins = try Self.bins(setting)
        let exact = try Self.solved(setting, indices: [2.2, 2.9], bins)
        let geometry = try GridSolverTests.grid(setting, points: 50).geometry
        let table = WideTable(geometry, indices: [2.2, 2.9], bins)
        let free = try exact(mediator(6.5, 1e-12, .paper))
        for point in try Self.heldOut(3) {
            #expect(table.serves(point))
            for (read, (solved, free)) in zip(try Self.fluxes(table, point), zip(try exact(point), free)) {
                #expect(abs(read - solved) / max(free, solved) < WideTable.error(geometry))
            }
        }
    }

    /// The mass of the lightest neutrino moves the lines apart, the redshift lengthens all paths, and the relic density is
    /// that of a depth: places of nodes are in its units.
    @Test("It does so in other universes too", arguments: ["massless", "far", "thin", "thick"])
    func otherSettings(name: String) throws {
        var setting = try TransportSetting(lightestMass: name == "massless" ? 0 : 0.02)
        if name == "far" { setting.maximumRedshift = 8 }
        if name == "thin" { setting.relicDensity /= 10 }
        if name == "thick" { setting.relicDensity *= 10 }
        let bins = try Self.bins(setting)
        let exact = try Self.solved(setting, indices: [2.2, 2.9], bins)
        let table = WideTable(try GridSolverTests.grid(setting, points: 50).geometry, indices: [2.2, 2.9], bins)
        let free = try exact(mediator(6.5, 1e-12, .paper))
        for (mass, coupling) in [(3.3, 7e-3), (12, 2.3e-2)] {
            let point = try mediator(mass, coupling, .paper)
            #expect(table.serves(point))
            for (read, (solved, free)) in zip(try Self.fluxes(table, point), zip(try exact(point), free)) {
                #expect(abs(read - solved) / max(free, solved) < WideTable.error)
            }
        }
    }

    /// From narrow lines to all but the corner where next to nothing is left.
    @Test("No mediator of the default map that has width is left to the grid, but for a corner")
    func defaultRanges() throws {
        let setting = try TransportSetting()
        let table = WideTable(
            try GridSolverTests.grid(setting, points: 50).geometry, indices: [2.5], try Self.bins(setting))
        let wings = try NarrowLineSolver(setting).wings
        let least = wings.rate(ofChange: WideTable.error / 2, indices: [2.5])
        let coordinates = (0...40).map { Double($0) / 40 }
        for (mass, coupling) in coordinates.flatMap({ x in coordinates.map { (pow(100, x), 1e-5 * pow(1e4, $0)) } }) {
            let point = try mediator(mass, coupling, .paper)
            guard wings.rate(point) > least else { continue }
            #expect(table.serves(point) || (mass < 1.4 && coupling > 0.08), "\(mass) MeV, \(coupling)")
        }
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
        #expect(try !table.serves(mediator(1, 0.1, .paper)))
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
