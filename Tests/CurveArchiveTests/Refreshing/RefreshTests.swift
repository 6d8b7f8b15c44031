import ConstraintKit
import CurveFormats
import Files
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

@Suite struct RefreshTests {
    private let home: TemporaryDirectory
    private let server: TestServer
    private let bundled = BundledFiles.of(.init(), .init(stem: "borexino"))
    private let newer = PlainDocument().scaled(by: 1.1)

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
        server.reply(to: "/c/na64mu-2024.vot", .conditional(tag: "\"n1\"", body: newer.bytes))
        server.reply(to: "/c/borexino.vot", .ok(PlainDocument(stem: "borexino").bytes))
    }

    private var paths: ArchivePaths { .init(environment: ["XDG_DATA_HOME": home.path]) }
    private var catalogue: Catalogue { .init(paths: paths, bundled: bundled, read: PlainDocument.read) }
    private var base: String { server.base + "/c" }

    private func refresh(
        _ stems: [String]? = nil, dryRun: Bool = false, insists: Bool = false
    ) throws -> RefreshReport {
        var options = RefreshOptions()
        options.isDryRun = dryRun
        options.insists = insists
        var client = HTTPClient(version: "9.9")
        client.retries.retries = 0
        let refresh = try Refresh(
            paths: paths, client: client, options: options, bundled: bundled, read: PlainDocument.read)
        return try refresh.run(stems: stems, mirror: base)
    }

    private func lock() throws -> CurvesLock {
        try RefreshedStore(directory: "\(home.path)/mutau/refreshed").readLock()
    }

    @Test func newVersionCountsAndIsLocked() throws {
        let report = try refresh()
        #expect(report.curves.map(\.stem) == ["borexino", "na64mu-2024"])
        #expect(report.curves[0].outcome == .unchanged(url: "\(base)/borexino.vot"))
        guard case .updated(_, let change?, _) = report.curves[1].outcome else {
            Issue.record("\(report)")
            return
        }
        // log₁₀ 1.1, to the rounding of the interpolation.
        #expect(abs(try #require(change.greatest).dex - 0.041_392_685_158_225_04) < 1e-14)
        #expect(report.hasUpdates && !report.hasFailures)

        let entry = try catalogue.entry(for: "na64mu-2024")
        #expect(entry.sha256 == SHA256(of: newer.bytes))
        #expect(entry.shadows == [.bundled])
        let locked = try #require(try lock().curves["na64mu-2024"])
        #expect(locked.url == "\(base)/na64mu-2024.vot")
        #expect(locked.size == newer.bytes.count)
        #expect(locked.validators.etag == "\"n1\"")
        #expect(locked.parser == "mutau/9.9")
        #expect(try Date(locked.time, strategy: .iso8601) <= Date())
        #expect(try catalogue.entry(for: "borexino").origin == .bundled)
    }

    @Test func secondTimeNothingIsFetchedOrWritten() throws {
        _ = try refresh()
        let before = try lock()
        let report = try refresh()
        #expect(report.curves.allSatisfy { if case .unchanged = $0.outcome { true } else { false } })
        #expect(server.requests(to: "/c/na64mu-2024.vot").last?.headers["if-none-match"] == "\"n1\"")
        #expect(try lock() == before)
    }

    /// The same bytes under a new tag: only the lock file learns of it.
    @Test func newTagForTheSameBytes() throws {
        _ = try refresh()
        server.reply(to: "/c/na64mu-2024.vot", .conditional(tag: "\"n2\"", body: newer.bytes))
        #expect(try refresh(["na64mu-2024"]).hasUpdates == false)
        #expect(try lock().curves["na64mu-2024"]?.validators.etag == "\"n2\"")
    }

    @Test func dryRunWritesNothing() throws {
        let report = try refresh(dryRun: true)
        #expect(report.hasUpdates && report.isDryRun)
        #expect(try home.names().isEmpty)
    }

    @Test func movedTooFarIsRefusedUnlessTheUserInsists() throws {
        server.reply(to: "/c/na64mu-2024.vot", .ok(PlainDocument().scaled(by: 10).bytes))
        guard case .refused(_, let reasons, let change?) = try refresh(["na64mu-2024"]).curves[0].outcome else {
            Issue.record("a decade must be refused")
            return
        }
        #expect(reasons.count == 2)
        // A decade, to the rounding of the interpolation.
        #expect(abs(try #require(change.greatest).dex - 1) < 1e-14)
        #expect(try catalogue.entry(for: "na64mu-2024").origin == .bundled)
        #expect(try refresh(["na64mu-2024"], insists: true).hasUpdates)
        #expect(try catalogue.entry(for: "na64mu-2024").sha256 == SHA256(of: PlainDocument().scaled(by: 10).bytes))
    }

    /// What a bad server sends, and what must come of it: the version that was there before.
    @Test(arguments: [
        Reply.ok(Array("<html>Not here</html>".utf8)), .ok([]), .status(404), .status(403), .status(500), .reset,
        .announcing(1000, body: PlainDocument().bytes), .ok(PlainDocument(stem: "borexino").bytes),
        .redirect(to: "file:///etc/passwd"), .ok(gzipped([1, 2, 3])),
    ])
    func badServerChangesNothing(reply: Reply) throws {
        _ = try refresh()
        let before = try lock()
        server.reply(to: "/c/na64mu-2024.vot", reply)
        let report = try refresh()
        #expect(report.hasFailures && !report.hasUpdates)
        #expect(report.curves[0].outcome == .unchanged(url: "\(base)/borexino.vot"))
        #expect(try lock() == before)
        #expect(try catalogue.entry(for: "na64mu-2024").sha256 == SHA256(of: newer.bytes))
    }

    @Test func failuresAreToldApart() throws {
        server.reply(to: "/c/na64mu-2024.vot", .status(404))
        server.reply(to: "/c/borexino.vot", .ok(PlainDocument(stem: "other").bytes))
        let report = try refresh()
        #expect(
            report.curves.map(\.outcome) == [
                .failed([.document(url: "\(base)/borexino.vot", .otherStem(found: "other"))]),
                .notFound(urls: ["\(base)/na64mu-2024.vot"]),
            ])
    }

    @Test func nextSourceStepsIn() throws {
        let source = try AddressedCurve(
            stem: "na64mu-2024", urls: ["\(base)/none.vot", "\(base)/borexino.vot", "\(base)/na64mu-2024.vot"])
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read)
        #expect(try refresh.run([source, source]).hasUpdates)
        #expect(try lock().curves["na64mu-2024"]?.url == "\(base)/na64mu-2024.vot")
        #expect(server.requests.count == 3)
    }

    /// Mirrors that disagree: the first that answers is believed, as the user ordered them, and the other only once it is
    /// gone; what the lock file says decides whom to send which tag.
    @Test func mirrorsThatDiffer() throws {
        server.reply(to: "/d/na64mu-2024.vot", .conditional(tag: "\"n1\"", body: newer.scaled(by: 1.1).bytes))
        let urls = [base, server.base + "/d"].map { "\($0)/na64mu-2024.vot" }
        let source = try AddressedCurve(stem: "na64mu-2024", urls: urls)
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read)
        for _ in 0..<2 { _ = try refresh.run([source]) }
        #expect(try lock().curves["na64mu-2024"]?.sha256 == SHA256(of: newer.bytes))
        #expect(server.requests(to: "/d/na64mu-2024.vot").isEmpty)
        server.reply(to: "/c/na64mu-2024.vot", .status(404))
        #expect(try refresh.run([source]).hasUpdates)
        #expect(server.requests.last?.headers["if-none-match"] == nil)
        #expect(try lock().curves["na64mu-2024"]?.url == urls[1])
    }

    /// Nothing is decided by the time of day: it is only told.
    @Test func clockGoneBack() throws {
        for (factor, time) in [(1.1, "2099-01-01T00:00:00Z"), (1.2, "1970-01-01T00:00:00Z")] {
            server.reply(to: "/c/na64mu-2024.vot", .ok(PlainDocument().scaled(by: factor).bytes))
            let refresh = try Refresh(
                paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read,
                clock: { time })
            #expect(try refresh.run(stems: ["na64mu-2024"], mirror: base).hasUpdates)
            #expect(try lock().curves["na64mu-2024"]?.time == time)
        }
    }

    /// What was fetched once is kept fresh from there.
    @Test func withoutACatalogueTheLockFileKnows() throws {
        _ = try refresh()
        server.reply(to: "/c/na64mu-2024.vot", .ok(PlainDocument().scaled(by: 1.2).bytes))
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read)
        let report = try refresh.run()
        #expect(report.curves.map(\.stem) == ["borexino", "na64mu-2024"] && report.hasUpdates)
        #expect(report.curves[0].outcome == .noAddress(reason: nil))
        // It came from no source of the user's own.
        let own = try OwnStore(paths: paths)
        #expect(try own.holdings(of: "na64mu-2024").isEmpty && own.remove("na64mu-2024").isEmpty)
        #expect(try catalogue.entry(for: "na64mu-2024").sha256 == SHA256(of: PlainDocument().scaled(by: 1.2).bytes))
    }

    /// Not even a conditional request may then be made: there is nothing to fall back on.
    @Test func damagedFileIsFetchedAnew() throws {
        _ = try refresh()
        let name = try #require(try home.names(in: "mutau/refreshed").first { $0.hasSuffix(".vot") })
        try home.write("damaged", to: "mutau/refreshed/\(name)")
        #expect(throws: CatalogueError.self) { try catalogue.entry(for: "na64mu-2024") }
        #expect(try refresh().hasUpdates)
        #expect(try catalogue.entry(for: "na64mu-2024").sha256 == SHA256(of: newer.bytes))
    }

    @Test func onlyThisVersionAndTheOneBeforeAreKept() throws {
        for factor in [1.1, 1.2, 1.3, 1.4] {
            server.reply(to: "/c/na64mu-2024.vot", .ok(PlainDocument().scaled(by: factor).bytes))
            #expect(try refresh().hasUpdates)
        }
        try home.write("", to: "mutau/refreshed/notes.txt")
        let documents = try home.names(in: "mutau/refreshed").filter { $0.hasSuffix(".vot") }
        let kept = [1.3, 1.4].map { SHA256(of: PlainDocument().scaled(by: $0).bytes).hexadecimal.prefix(16) }
        #expect(Set(documents) == Set(kept.map { "na64mu-2024.\($0).vot" }))
    }

    @Test func badArgumentsAreRefusedBeforeAnythingIsFetched() throws {
        #expect(throws: RefreshError.notAStem("../x")) { try self.refresh(["../x"]) }
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read)
        #expect(throws: RefreshError.mirror("http://example.org", .plainHTTP(host: "example.org"))) {
            try refresh.run(mirror: "http://example.org")
        }
        #expect(throws: RefreshError.mirror("\(base)?v=1", .baseWithQuery)) { try refresh.run(mirror: "\(base)?v=1") }
        #expect(throws: RefreshError.noDirectory) { try Refresh(paths: .none, client: .init(version: "9.9")) }
        #expect(server.requests.isEmpty)
        #expect(try home.names().isEmpty)
    }

    @Test func damagedLockStopsARefresh() throws {
        try home.write("{", to: "mutau/refreshed/curves.lock")
        #expect(throws: RefreshError.self) { try refresh() }
        #expect(try home.text(of: "mutau/refreshed/curves.lock") == "{")
    }

    /// Without the lock file the refreshed curves would count for nothing, and nobody would be told.
    @Test func aLostLockFileIsADamagedOne() throws {
        _ = try refresh()
        let path = "\(home.path)/mutau/refreshed/curves.lock"
        let lost = LockFileError.damaged(
            path: path, detail: "it is gone, and curves.lock.previous beside it is not")
        try FileManager.default.removeItem(atPath: path)
        for isLink in [false, true] {
            if isLink { try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere") }
            #expect(throws: RefreshError.lock(lost)) { try refresh() }
            #expect(Catalogue(paths: paths, bundled: bundled, read: PlainDocument.read).problems == [.lock(lost)])
        }
        // Moving the directory away begins anew.
        try FileManager.default.moveItem(
            atPath: "\(home.path)/mutau/refreshed", toPath: "\(home.path)/mutau/away")
        #expect(Catalogue(paths: paths, bundled: bundled, read: PlainDocument.read).problems.isEmpty)
        #expect(try !refresh().hasFailures)
    }

    @Test func nowhereToWrite() throws {
        try home.write("", to: "mutau")
        #expect {
            try refresh()
        } throws: {
            if case RefreshError.writing(.cannotCreate) = $0 { true } else { false }
        }
    }
}
