import CurveFormats
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// What a refresh may cost as a whole, whatever the servers send.
@Suite struct RefreshBudgetTests {
    private let home: TemporaryDirectory
    private let server: TestServer

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
    }

    private static func stems(_ count: Int) -> [String] { (0..<count).map { "curve-\($0)" } }

    /// Documents of so many bytes each, most of them spaces.
    private func serve(_ stems: [String], bytes: Int) {
        for stem in stems {
            let text = PlainDocument(stem: stem).text
            let padding = String(repeating: " ", count: max(0, bytes - text.utf8.count))
            server.reply(to: "/\(stem).vot", .ok(Array((padding + text).utf8)))
        }
    }

    private static func refresh(
        _ stems: [String], home: String, base: String, dryRun: Bool = false, _ limits: RefreshLimits = .init()
    ) throws -> RefreshReport {
        var options = RefreshOptions()
        options.limits = limits
        options.isDryRun = dryRun
        var client = HTTPClient(version: "9.9")
        client.retries.retries = 0
        let refresh = try Refresh(
            paths: ArchivePaths(environment: ["XDG_DATA_HOME": home]), client: client, options: options,
            bundled: .init([]), read: PlainDocument.read)
        return try refresh.run(stems: stems, mirror: base)
    }

    private func limit(_ outcome: RefreshOutcome) -> FetchLimit? {
        guard case .failed(let failures) = outcome, case .fetch(.limit(_, let limit))? = failures.last else {
            return nil
        }
        return limit
    }

    /// Those that were there before it was spent count; the others fail, and the refresh goes to its end.
    @Test func bytes() throws {
        let stems = Self.stems(20)
        serve(stems, bytes: 100_000)
        var limits = RefreshLimits()
        limits.bytes = 1_000_000
        let report = try Self.refresh(stems, home: home.path, base: server.base, limits)
        let failed = report.curves.compactMap { limit($0.outcome) }
        #expect(Set(failed) == [.wholeBytes(1_000_000)])
        // Nine fit beside their headers; up to five more were at work when the tenth went beyond.
        #expect((11...18).contains(failed.count), "\(failed.count)")
        #expect(report.hasUpdates && report.hasFailures)
    }

    @Test func time() throws {
        let stems = Self.stems(12)
        for stem in stems { server.reply(to: "/\(stem).vot", .silence) }
        var limits = RefreshLimits()
        limits.time = .milliseconds(700)
        let began = ContinuousClock.now
        let report = try Self.refresh(stems, home: home.path, base: server.base, limits)
        #expect(report.curves.allSatisfy { limit($0.outcome) == .wholeTime(.milliseconds(700)) }, "\(report)")
        // Each by itself has a minute.
        #expect(began.duration(to: .now) < .seconds(20))
    }

    @Test func count() throws {
        var limits = RefreshLimits()
        limits.stems = 3
        #expect(throws: RefreshError.tooManyStems(4, limit: 3)) {
            try Self.refresh(Self.stems(4), home: home.path, base: server.base, limits)
        }
        #expect(server.requests.isEmpty)
    }

    /// Sixty documents of 1 MB: a body is judged and dropped before the next is kept. In a process of its own, whose peak is
    /// that of this alone.
    @Test(arguments: [true, false]) func memoryDoesNotGrowWithTheCurves(isRefused: Bool) async throws {
        let stems = Self.stems(60)
        serve(stems, bytes: 1 << 20)
        if isRefused {
            for stem in stems {
                server.reply(to: "/\(stem).vot", .ok([UInt8](repeating: 0x78, count: 1 << 20)))
            }
        }
        await #expect(processExitsWith: .success) {
            [home = home.path as String, base = server.base as String, isRefused = isRefused as Bool] in
            var limits = RefreshLimits()
            limits.bytes = 200 << 20
            // [kB] That of getrusage() a process has from its parent.
            func peak() throws -> Int {
                let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
                let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
                return try #require(line.split(separator: " ").compactMap { Int($0) }.first)
            }
            _ = try Self.refresh(Self.stems(6), home: "\(home)/first", base: base, limits)
            let before = try peak()
            let report = try Self.refresh(Self.stems(60), home: "\(home)/second", base: base, limits)
            #expect(report.hasUpdates == !isRefused && report.hasFailures == isRefused)
            // The bodies alone are 60 MB; six are on their way at once.
            let grown = try peak() - before
            #expect(grown < 20_000, "\(grown) kB")
        }
    }
}
