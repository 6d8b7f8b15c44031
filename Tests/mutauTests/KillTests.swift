import CurveArchive
import Files
import Foundation
import TestServers
import Testing

/// A refresh of the whole catalogue through the program itself, killed at any instant: nothing is lost.
@Suite struct KillTests {
    private static let kills = 200
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

    @Test func nothingIsLost() throws {
        defer { program.removeHome() }
        // The fastest of three: other tests may hold up the first.
        var whole = Duration.seconds(1)
        for _ in 0..<3 {
            let began = ContinuousClock.now
            #expect(try program.run(refreshing).status == 0)
            whole = min(whole, began.duration(to: .now))
        }
        var seed = UInt64.random(in: 0...(.max))
        if let given = ProcessInfo.processInfo.environment["MUTAU_TEST_SEED"].flatMap(UInt64.init) { seed = given }
        print("kills after MUTAU_TEST_SEED=\(seed), within \(whole * 1.1)")
        var random = SplitMix(state: seed)
        var (versions, cutShort) = (Set<Data>(), 0)
        for _ in 0..<Self.kills {
            let delay = whole * (1.1 * Double.random(in: 0..<1, using: &random))
            if try program.killed(refreshing, after: delay) { cutShort += 1 }
            versions.insert(try expectWhole())
        }
        // The test means something only if kills hit refreshes at work, and some of these got through.
        #expect(cutShort > Self.kills / 4, "\(cutShort) of \(Self.kills) were cut short")
        #expect(versions.count > 3, "only \(versions.count) versions ever counted")

        let last = try program.run(refreshing)
        #expect(last.status == 0, "\(last.output)\(last.errors)")
        _ = try expectWhole()
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).allSatisfy { !$0.hasSuffix(".new") })
        // And the program works with what is there.
        #expect(try program.run(["refresh", "--offline", "--locked"]).status == 0)
    }

    /// Every curve that the lock file names is there to the last byte, and none is missing.
    private func expectWhole() throws -> Data {
        let lock = try Data(contentsOf: URL(filePath: "\(directory)/curves.lock"))
        let contents = try #require(JSONSerialization.jsonObject(with: lock) as? [String: Any])
        let curves = try #require(contents["curves"] as? [String: [String: Any]])
        #expect(curves.keys.sorted() == stems)
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
        _ = try expectWhole()
    }
}
