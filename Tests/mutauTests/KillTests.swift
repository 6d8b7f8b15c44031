import CurveArchive
import Files
import Foundation
import TestServers
import Testing

/// A refresh through the program itself, killed at any instant: nothing is lost.
@Suite struct KillTests {
    private let program: Program
    private let server: TestServer
    private let stems: [String]

    init() throws {
        program = try Program()
        let documents = BundledFiles.ofProgram.files(withExtension: "vot")
        stems = BundledFiles.ofProgram.stems
        server = try TestServer()
        for document in documents {
            let bytes = document.contents()
            // Every answer is another version of the same curve: each refresh replaces all that it gets to.
            server.reply(to: "/\(document.path)") { .ok(bytes + Array("<!-- \($0) -->".utf8)) }
        }
    }

    private var directory: String { "\(program.home.path)/.local/share/mutau/refreshed" }

    private var refreshing: [String] { ["refresh", "--mirror", server.base] }

    /// Killed at every step that changes something on the disk, each in a run of its own: while a file is made, halfway
    /// through writing it, before it is durable, before it counts, while what it replaces is taken away.
    @Test func killedAtEveryStep() throws {
        defer { program.removeHome() }
        // Each curve takes the same steps.
        let few = Array(stems.prefix(3))
        let killing = try Workshop.built("Killing", from: "killing.c").path
        #expect(try program.run(refreshing + few).status == 0)
        var counted = [try expectWhole(few)]
        for step in 1... {
            let environment = ["LD_PRELOAD": killing, "KILL_BELOW": directory, "KILL_AT": "\(step)"]
            let status = try program.run(refreshing + few, environment: environment).status
            counted.append(try expectWhole(few))
            // One that takes fewer steps than this ends by itself.
            if status == 0 { break }
            try #require(status == SIGKILL, "step \(step)")
        }
        // Each curve is made, written, made durable and renamed, and so is the lock file.
        #expect(counted.count > 4 * (few.count + 1), "only \(counted.count) steps were counted")
        // Most kills leave what was there, those after the lock file's renaming leave what is new.
        let kept = zip(counted, counted.dropFirst()).filter { $0 == $1 }.count
        #expect(kept > 3 * (few.count + 1) && kept < counted.count - 2, "\(kept) of \(counted.count) changed nothing")
        try expectToGoOn(few)
    }

    /// How often ``killedAtRandom()`` kills; nil: `make kill-test` alone runs it.
    static let kills = ProcessInfo.processInfo.environment["MUTAU_TEST_KILLS"].flatMap { Int($0) }

    /// The instants of kills: told, so that they can be had again.
    static func random(_ kills: Int, within whole: Duration, of change: String) -> SplitMix {
        var seed = UInt64.random(in: 0...(.max))
        if let given = ProcessInfo.processInfo.environment["MUTAU_TEST_SEED"].flatMap(UInt64.init) { seed = given }
        print("\(change): \(kills) kills after MUTAU_TEST_SEED=\(seed), within \(whole * 3)")
        return SplitMix(state: seed)
    }

    /// The whole catalogue, killed at instants of the clock, wherever they fall.
    @Test(.enabled(if: kills != nil, "make kill-test"))
    func killedAtRandom() throws {
        defer { program.removeHome() }
        let kills = try #require(Self.kills)
        // The fastest of three: other tests may hold up the first.
        var durations: [Duration] = []
        for _ in 0..<3 {
            let began = ContinuousClock.now
            #expect(try program.run(refreshing).status == 0)
            durations.append(began.duration(to: .now))
        }
        let whole = try #require(durations.min())
        var random = Self.random(kills, within: whole, of: "refresh of all")
        var (versions, cutShort) = (Set<Data>(), 0)
        for _ in 0..<kills {
            // Beside another test a refresh takes up to twice as long as the fastest did.
            let delay = whole * (3 * Double.random(in: 0..<1, using: &random))
            if try program.killed(refreshing, after: delay) { cutShort += 1 }
            versions.insert(try expectWhole(stems))
        }
        // The test means something only if kills hit refreshes at work, and some of these got through.
        #expect(cutShort > kills / 8, "\(cutShort) of \(kills) were cut short")
        #expect(versions.count > 2, "only \(versions.count) versions ever counted")
        print("refresh of all: \(kills) kills, \(cutShort) cut short, \(versions.count) versions counted")
        try expectToGoOn(stems)
    }

    /// The next refresh is clean, leaves nothing of the killed ones behind, and the program works with what is there.
    private func expectToGoOn(_ stems: [String]) throws {
        let last = try program.run(refreshing + stems)
        #expect(last.status == 0, "\(last.output)\(last.errors)")
        _ = try expectWhole(stems)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).allSatisfy { !$0.hasSuffix(".new") })
        #expect(try program.run(["refresh", "--offline", "--locked"] + stems).status == 0)
    }

    /// Every curve that the lock file names is there to the last byte, and none is missing.
    private func expectWhole(_ stems: [String]) throws -> Data {
        let lock = try Data(contentsOf: URL(filePath: "\(directory)/curves.lock"))
        let contents = try #require(JSONSerialization.jsonObject(with: lock) as? [String: Any])
        let curves = try #require(contents["curves"] as? [String: [String: Any]])
        #expect(curves.keys.sorted() == stems.sorted())
        for (stem, curve) in curves {
            let sha256 = try #require(curve["sha256"] as? String)
            let bytes = try Data(contentsOf: URL(filePath: "\(directory)/\(stem).\(sha256.prefix(16)).vot"))
            #expect(SHA256(of: Array(bytes)).hexadecimal == sha256 && bytes.count == curve["size"] as? Int)
        }
        return lock
    }

    @Test func twoAtOnce() async throws {
        defer { program.removeHome() }
        let (first, second) = (try program.start(refreshing), try program.start(refreshing))
        for process in [first, second] {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        _ = try expectWhole(stems)
    }
}
