import Files
import Foundation
import Scan
import Synchronization
import TestSupport
import Testing

/// The folder of a scan, with work that is known beforehand.
struct ScanFolderTests {
    private static let planText = """
        scenario: paper
        method: random
        points: 95
        block: 10
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}
        """

    private struct KnownWork: ScanWork {
        /// A block whose first row is this one fails.
        var failing: Int?
        let columns = [
            ScanColumn("x"), ScanColumn("word", .words(["no", "yes"])), ScanColumn("of", .flags(["a", "b"])),
        ]

        func compute(
            _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
        ) throws -> [[UInt8]]? {
            guard rows.lowerBound != failing else { throw ScanError.nowhereToBegin(turns: rows.lowerBound) }
            let x = rows.map { 1 / Double($0 + 1) }
            return [
                x.withUnsafeBytes { Array($0) }, rows.map { UInt8($0 % 2) },
                rows.map { UInt64($0 % 4) }.withUnsafeBytes { Array($0) },
            ]
        }
    }

    private func folder(_ path: String, scenario: String = "name: paper\n") throws -> ScanFolder {
        let bytes = Array(Self.planText.utf8)
        return try ScanFolder(
            path, ScanPlan(yaml: bytes), planText: bytes, scenario: scenario, inputs: ["mutau 1"],
            columns: KnownWork().columns)
    }

    private func run(_ folder: ScanFolder, _ shard: Shard = .whole, _ work: KnownWork = .init()) throws -> ShardOutcome
    {
        try folder.run(work, shard, shouldStop: { false }, words: { "\($0)" })
    }

    private func merged(_ folder: ScanFolder) throws -> Data {
        try folder.merge(into: "\(folder.path)/scan.npz")
        return try Data(contentsOf: URL(filePath: "\(folder.path)/scan.npz"))
    }

    @Test
    func aScanIsTheSameInAnyParts() throws {
        let place = try TemporaryDirectory()
        let whole = try folder("\(place.path)/whole")
        #expect(try run(whole).done == 10)
        let parts = try folder("\(place.path)/parts")
        for number in [3, 1, 2] { _ = try run(parts, Shard(number, of: 3)) }
        // Once more: nothing is left to do.
        #expect(try run(parts).before == 10)
        #expect(try merged(whole) == merged(parts))
        #expect(try whole.numbers("x") == (1...95).map { 1 / Double($0) })
    }

    /// Of a writer that was killed; one that may still be at work is left in peace.
    @Test
    func whatWasLeftHalfWrittenIsRemovedADayAfter() throws {
        let place = try TemporaryDirectory()
        let scan = try folder(place.path + "/scan")
        let (old, young) = (
            "\(scan.path)/blocks/.00000001.block.abc1.new", "\(scan.path)/blocks/.00000002.block.abc2.new"
        )
        for file in [old, young] { try Data([1]).write(to: URL(filePath: file)) }
        let dayBefore: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -90_000)]
        try FileManager.default.setAttributes(dayBefore, ofItemAtPath: old)
        _ = try folder(place.path + "/scan")
        #expect(!FileManager.default.fileExists(atPath: old) && FileManager.default.fileExists(atPath: young))
    }

    @Test
    func whatWasMergedIsCounted() throws {
        let place = try TemporaryDirectory()
        let scan = try folder(place.path + "/scan")
        #expect(try run(scan).done == 10)
        #expect(try scan.status().mergedRows == nil)
        _ = try merged(scan)
        #expect(try scan.status().mergedRows == 95 && scan.status().rows == 95)
    }

    @Test
    func whatIsNotWholeIsComputedAgain() throws {
        let place = try TemporaryDirectory()
        let (whole, hurt) = (try folder("\(place.path)/a"), try folder("\(place.path)/b"))
        _ = try run(whole)
        _ = try run(hurt)
        func file(_ number: Int) -> URL { URL(filePath: "\(hurt.path)/blocks/0000000\(number).block") }
        let bytes = try Data(contentsOf: file(3))
        // Torn off, one bit turned, empty, too long, another block, gone.
        try bytes.dropLast(5).write(to: file(3))
        var turned = try Data(contentsOf: file(4))
        turned[200] ^= 1
        try turned.write(to: file(4))
        try Data().write(to: file(5))
        try (try Data(contentsOf: file(6)) + Data([0])).write(to: file(6))
        try bytes.write(to: file(7))
        try FileManager.default.removeItem(at: file(8))
        let status = try hurt.status()
        #expect(status.damaged == [3, 4, 5, 6, 7] && status.missing == 1 && status.done == 4)
        #expect(throws: ScanError.incomplete(missing: 1, damaged: [3, 4, 5, 6, 7], failed: [])) { try merged(hurt) }
        #expect(!FileManager.default.fileExists(atPath: "\(hurt.path)/scan.npz"))
        #expect(try run(hurt).before == 4)
        #expect(try merged(hurt) == merged(whole))
    }

    /// Another program may write a word that is none, and the right digest.
    @Test
    func aWordThatIsNoneIsDamage() throws {
        let place = try TemporaryDirectory()
        let scan = try folder("\(place.path)/scan")
        _ = try run(scan)
        let file = URL(filePath: "\(scan.path)/blocks/00000003.block")
        var bytes = [UInt8](try Data(contentsOf: file).dropLast(32))
        // The words of ten rows stand before their flags.
        let word = bytes.count - 10 * 8 - 1
        #expect(bytes[word] == 1)
        bytes[word] = 2
        try Data(bytes + SHA256(of: bytes).bytes).write(to: file)
        #expect(try scan.status().damaged == [3])
        #expect(throws: ScanError.incomplete(missing: 0, damaged: [3], failed: [])) { try merged(scan) }
    }

    @Test
    func aBlockThatFailsIsNamedAndTriedAgain() throws {
        let place = try TemporaryDirectory()
        let scan = try folder("\(place.path)/scan")
        let outcome = try run(scan, .whole, KnownWork(failing: 20))
        #expect(outcome.done == 9 && outcome.failed.keys.sorted() == [2])
        #expect(try scan.status().failed.keys.sorted() == [2])
        #expect(throws: ScanError.incomplete(missing: 0, damaged: [], failed: [2])) { try merged(scan) }
        #expect(try run(scan).done == 10)
        #expect(try scan.status().failed.isEmpty)
    }

    @Test
    func workThatIsToldToStopLeavesWholeBlocks() throws {
        let place = try TemporaryDirectory()
        let scan = try folder("\(place.path)/scan")
        let asked = Atomic(0)
        let outcome = try scan.run(
            KnownWork(), shouldStop: { asked.add(1, ordering: .relaxed).newValue > 4 }, words: { "\($0)" })
        #expect(outcome.wasStopped && outcome.done == 4)
        #expect(try scan.status().done == 4)
    }

    @Test
    func anotherScanIsLeftAlone() throws {
        let place = try TemporaryDirectory()
        let path = "\(place.path)/scan"
        _ = try folder(path)
        #expect(throws: ScanError.otherScan(directory: path)) { try folder(path, scenario: "name: other\n") }
        let other = "\(place.path)/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: URL(filePath: "\(other)/notes.txt"))
        #expect(throws: ScanError.holdsOther(directory: other)) { try folder(other) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["notes.txt"])
    }

    @Test(arguments: [(0, 3), (4, 3), (1, 0)])
    func thereIsNoSuchShard(number: Int, count: Int) {
        #expect(throws: ScanError.noShard(number: number, count: count)) { try Shard(number, of: count) }
    }
}
