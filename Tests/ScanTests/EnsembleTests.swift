import Foundation
import Scan
import TestSupport
import Testing

/// Chains in a folder, by work whose blocks go on from one another.
struct EnsembleTests {
    private static let text = """
        scenario: paper
        method: ensemble
        block: 100
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}
          amplitude: {from: 0, to: 5}
          gamma: {from: 1.8, to: 3.5}
        ensemble: {chains: 3, walkers: 10, steps: 60, burn: 20, thin: 2}
        """

    /// A number that grows by the chain's from row to row: it comes out right only where a block goes on from the one before.
    private struct Counting: ScanWork {
        let blocksAtOnce = 2
        let columns = [ScanColumn("x")]

        func compute(
            _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
        ) throws -> [[UInt8]]? {
            let before = last.map { column in
                column[0].suffix(8).withUnsafeBytes { $0.loadUnaligned(as: Double.self) }
            }
            let start = before ?? Double(1000 * (rows.lowerBound / 100))
            return [(1...rows.count).map { start + Double($0) }.withUnsafeBytes { Array($0) }]
        }
    }

    private func folder(_ path: String, _ text: String = text) throws -> ScanFolder {
        let bytes = Array(text.utf8)
        return try ScanFolder(
            path, ScanPlan(yaml: bytes), planText: bytes, scenario: "name: paper\n", inputs: [],
            columns: Counting().columns)
    }

    private func run(_ folder: ScanFolder, _ shard: Shard = .whole) throws -> ShardOutcome {
        try folder.run(Counting(), shard, shouldStop: { false }, words: { "\($0)" })
    }

    @Test
    func aPlanHasWholeBlocksOfEachChain() throws {
        let plan = try ScanPlan(yaml: Array(Self.text.utf8))
        // Ten walkers, ten kept steps of two each: three blocks of sixty steps and one of twenty, of three chains.
        #expect(plan.block == 100 && plan.blockCount == 12 && plan.rows == 1200 && plan.passedOver == 300)
        #expect(plan.predecessor(of: 2) == nil && plan.predecessor(of: 3) == 0 && plan.greatestShards == 3)
    }

    @Test
    func chainsAreTheSameInAnyParts() throws {
        let place = try TemporaryDirectory()
        let (whole, parts) = (try folder("\(place.path)/whole"), try folder("\(place.path)/parts"))
        #expect(try run(whole).done == 12)
        for number in [2, 1] { #expect(try run(parts, Shard(number, of: 2)).failed.isEmpty) }
        #expect(try whole.numbers("x") == parts.numbers("x"))
        #expect(try whole.numbers("x").prefix(1) == [101] && whole.numbers("x").suffix(1) == [2400])
        // A part that no chain is left for has nothing to do.
        #expect(try run(parts, Shard(5, of: 7)).count == 0)
    }

    /// A record that somebody changed gives no chain a block more than others.
    @Test
    func anExtentOfUnevenChainsIsRefused() throws {
        let place = try TemporaryDirectory()
        let scan = try folder("\(place.path)/scan")
        let path = "\(place.path)/scan/extent"
        try Data("rows \(scan.plan.rows + scan.plan.block)\n".utf8).write(to: URL(filePath: path))
        #expect(throws: ScanError.unusableExtent(path: path)) { try folder("\(place.path)/scan") }
    }

    @Test
    func anExtendedScanIsThatOfALongerPlan() throws {
        let place = try TemporaryDirectory()
        var short = try folder("\(place.path)/short")
        _ = try run(short)
        try short.extend(by: 35)
        #expect(short.plan.rows == 1800)
        // Whoever opens it finds it extended.
        let opened = try folder("\(place.path)/short")
        #expect(try opened.status().missing == 6)
        #expect(try run(opened).before == 12)
        let long = try folder("\(place.path)/long", Self.text.replacing("steps: 60", with: "steps: 100"))
        _ = try run(long)
        #expect(try opened.numbers("x") == long.numbers("x"))
    }

    @Test(arguments: [
        ("steps: 60", "steps: 0"), ("walkers: 10", "walkers: 11"), ("walkers: 10", "walkers: 8"),
        ("chains: 3", "chains: 1"), ("thin: 2", "thin: 0"), ("thin: 2", "bounds: none"),
        ("method: ensemble", "method: random"),
        ("amplitude: {from: 0", "amplitude: {from: -1"), ("block: 100", "points: 100"),
        ("gamma: {", "gamma: {count: 3, "),
    ])
    func aSlipIsRefused(text: String, other: String) {
        #expect(throws: ScanPlanError.self) { try ScanPlan(yaml: Array(Self.text.replacing(text, with: other).utf8)) }
    }
}

struct ExtensionTests {
    private static func text(_ points: Int, _ method: String = "random") -> String {
        """
        scenario: paper
        method: \(method)
        points: \(points)
        block: 10
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}
        """
    }

    private struct Rows: ScanWork {
        let columns = [ScanColumn("x")]

        func compute(
            _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
        ) throws -> [[UInt8]]? { [rows.map { Double($0) }.withUnsafeBytes { Array($0) }] }
    }

    private func folder(_ path: String, _ text: String) throws -> ScanFolder {
        let bytes = Array(text.utf8)
        return try ScanFolder(
            path, ScanPlan(yaml: bytes), planText: bytes, scenario: "name: paper\n", inputs: [], columns: Rows().columns
        )
    }

    /// The last block was not full: it is computed again with what it lacks.
    @Test
    func pointsAreAddedToABlockThatWasNotFull() throws {
        let place = try TemporaryDirectory()
        var scan = try folder("\(place.path)/scan", Self.text(25))
        func run() throws { _ = try scan.run(Rows(), shouldStop: { false }, words: { "\($0)" }) }
        try run()
        #expect(try scan.extend(by: 12) == 25 % scan.plan.block)
        #expect(try scan.status().missing == 2)
        try run()
        #expect(try scan.numbers("x") == (0..<37).map { Double($0) })
        #expect(throws: ScanError.tooManyRows(limit: ScanPlan.greatestRows)) { try scan.extend(by: .max) }
        #expect(throws: ScanError.tooManyRows(limit: ScanPlan.greatestRows)) { try scan.extend(by: 0) }
    }

    @Test(arguments: [
        "", "rows", "rows 24\n", "rows -1\n", "rows 1e9\n", "rows 99999999999\n", "row 30\n", "rows 30",
        "rows 30\nrows 31\n",
    ])
    func aRecordThatIsNoneIsRefused(record: String) throws {
        let place = try TemporaryDirectory()
        _ = try folder("\(place.path)/scan", Self.text(25))
        let path = "\(place.path)/scan/extent"
        try Data(record.utf8).write(to: URL(filePath: path))
        #expect(throws: ScanError.unusableExtent(path: path)) { try folder("\(place.path)/scan", Self.text(25)) }
    }

    @Test
    func aGridHasThePointsOfItsPlan() throws {
        let place = try TemporaryDirectory()
        let text = Self.text(1, "grid").replacing("points: 1\n", with: "").replacing(
            "scale: log", with: "scale: log, count: 3")
        var scan = try folder("\(place.path)/scan", text)
        #expect(throws: ScanError.notExtended(method: "grid")) { try scan.extend(by: 3) }
    }
}
