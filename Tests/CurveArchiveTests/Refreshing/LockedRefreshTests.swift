import ConstraintKit
import Files
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Refreshes that a lock file binds.
@Suite struct LockedRefreshTests {
    private let home: TemporaryDirectory
    private let server: TestServer
    private let bundled = BundledFiles.of(.init(), .init(stem: "borexino"))
    private let first = PlainDocument().scaled(by: 1.1)
    private let second = PlainDocument().scaled(by: 1.2)

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
        server.reply(to: "/na64mu-2024.vot", .ok(first.bytes))
        server.reply(to: "/borexino.vot", .ok(PlainDocument(stem: "borexino").bytes))
    }

    private func paths(_ name: String = "home") -> ArchivePaths {
        .init(environment: ["XDG_DATA_HOME": "\(home.path)/\(name)"])
    }

    private func refresh(
        _ name: String = "home", _ demands: RefreshDemands = .none, offline: Bool = false, mirror: Bool = true,
        bundled: BundledFiles? = nil
    ) throws -> RefreshReport {
        var options = RefreshOptions()
        options.demands = demands
        options.isOffline = offline
        var client = HTTPClient(version: "9.9")
        client.retries.retries = 0
        let refresh = try Refresh(
            paths: paths(name), client: client, options: options, bundled: bundled ?? self.bundled,
            read: PlainDocument.read)
        return try refresh.run(mirror: mirror ? server.base : nil)
    }

    private func lock(_ name: String = "home") throws -> CurvesLock {
        try RefreshedStore(directory: "\(home.path)/\(name)/mutau/refreshed").readLock()
    }

    private func counting(_ name: String = "home") throws -> SHA256 {
        try Catalogue(paths: paths(name), bundled: bundled, read: PlainDocument.read).entry(for: "na64mu-2024").sha256
    }

    /// A lock file kept with a paper, alone in its folder.
    private func paper() throws -> RefreshDemands {
        _ = try refresh()
        try home.write(try home.text(of: "home/mutau/refreshed/curves.lock"), to: "paper/curves.lock")
        return .lock(try CurvesLock(path: "\(home.path)/paper/curves.lock"), directory: "\(home.path)/paper")
    }

    @Test func anotherVersionIsRefused() throws {
        _ = try refresh()
        let before = try lock()
        server.reply(to: "/na64mu-2024.vot", .ok(second.bytes))
        let report = try refresh("home", .currentLock)
        let failure = RefreshFailure.notLocked(
            url: "\(server.base)/na64mu-2024.vot", expected: SHA256(of: first.bytes), found: SHA256(of: second.bytes))
        #expect(report.curves.last?.outcome == .failed([failure]))
        #expect(report.hasFailures && !report.hasUpdates)
        #expect(try lock() == before && counting() == SHA256(of: first.bytes))
    }

    /// Curves that were never fetched are locked at what the program carries.
    @Test func bundledCurvesAreLockedToo() throws {
        let report = try refresh("home", .currentLock)
        #expect(report.hasFailures && !report.hasUpdates)
        #expect(try lock().curves.isEmpty)
    }

    @Test func theSameVersionIsFine() throws {
        _ = try refresh()
        let before = try lock()
        for offline in [false, true] {
            let report = try refresh("home", .currentLock, offline: offline, mirror: !offline)
            #expect(!report.hasFailures && !report.hasUpdates)
        }
        #expect(try lock() == before)
    }

    /// On another machine, from the place that the lock file names.
    @Test func aPapersCurvesComeBack() throws {
        let paper = try paper()
        #expect(try refresh("other", paper, mirror: false).hasUpdates)
        #expect(try lock("other") == lock())
        #expect(try counting("other") == SHA256(of: first.bytes))
        #expect(try refresh("other", paper, offline: true, mirror: false).hasFailures == false)
    }

    /// What was refreshed since gives way, though its source has moved on, and what is new goes.
    @Test func aPapersCurvesReplaceNewerOnes() throws {
        let paper = try paper()
        server.reply(to: "/na64mu-2024.vot", .ok(second.bytes))
        server.reply(to: "/borexino.vot", .ok(PlainDocument(stem: "borexino").scaled(by: 1.1).bytes))
        #expect(try refresh().hasUpdates)
        #expect(try counting() == SHA256(of: second.bytes))
        // The version before is still in the store: no source has to have it.
        let report = try refresh("home", paper, offline: true, mirror: false)
        #expect(!report.hasFailures && report.hasUpdates)
        #expect(report.curves.map(\.outcome) == [.dropped, .restored])
        #expect(try counting() == SHA256(of: first.bytes))
        #expect(try lock().curves.keys.sorted() == ["na64mu-2024"])
    }

    /// A copy of the documents beside the lock file is as good as the network.
    @Test func documentsBesideTheLockFile() throws {
        let paper = try paper()
        try home.write(first.text, to: "paper/na64mu-2024.vot")
        server.reply(to: "/na64mu-2024.vot", .status(404))
        #expect(try refresh("other", paper, offline: true, mirror: false).hasFailures == false)
        #expect(try counting("other") == SHA256(of: first.bytes))
        #expect(try lock("other") == lock())
    }

    @Test func neitherHereNorAnywhere() throws {
        let paper = try paper()
        server.reply(to: "/na64mu-2024.vot", .status(404))
        guard case .failed(let failures)? = try refresh("other", paper, mirror: false).curves.last?.outcome else {
            Issue.record("the curve can't have come from anywhere")
            return
        }
        #expect(failures.last == .notAtHand(SHA256(of: first.bytes)))
        #expect(try counting("other") == SHA256(of: PlainDocument().bytes))
    }

    /// A later program carries other curves than the one that wrote the lock file: the old ones are fetched.
    @Test func aCurveOfAnEarlierProgram() throws {
        let paper = try paper()
        let later = BundledFiles.of(.init(), .init(stem: "borexino").scaled(by: 1.3), .init(stem: "new"))
        #expect(try refresh("other", paper, mirror: false, bundled: later).hasFailures)
        let report = try refresh("other", paper, bundled: later)
        #expect(!report.hasFailures)
        #expect(report.curves.first { $0.stem == "new" }?.outcome == .notInLock)
        let entry = try Catalogue(paths: paths("other"), bundled: later, read: PlainDocument.read).entry(
            for: "borexino")
        #expect(entry.contents == PlainDocument(stem: "borexino").bytes)
    }

    @Test func offlineFindsDamage() throws {
        _ = try refresh()
        #expect(try refresh(offline: true, mirror: false).hasFailures == false)
        let name = try #require(try home.names(in: "home/mutau/refreshed").first { $0.hasSuffix(".vot") })
        try home.write("damaged", to: "home/mutau/refreshed/\(name)")
        #expect(try refresh(offline: true, mirror: false).hasFailures)
        #expect(try refresh("home", .currentLock, offline: true, mirror: false).hasFailures)
        let requests = server.requests.count
        #expect(try refresh("home", .currentLock, mirror: false).hasFailures == false)
        #expect(server.requests.count == requests + 1)
        #expect(try counting() == SHA256(of: first.bytes))
    }
}
