import CurveFormats
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Refreshes that are cut short, collide, or run out of room.
@Suite struct RefreshFaultTests {
    private static let stems = ["a", "b", "c", "d", "e"]
    private let home: TemporaryDirectory
    private let server: TestServer

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
    }

    /// Every other request gets the one version, the rest the other: each refresh finds something new.
    private func serveTwoVersions() {
        for stem in Self.stems {
            let versions = [1, 1.2].map { PlainDocument(stem: stem).scaled(by: $0) }
            let replies = (0..<2000).map { Reply.ok(versions[$0 % 2].bytes) }
            server.replies(to: "/\(stem).vot", replies)
        }
    }

    /// Other versions than both, to compare with.
    private static let bundled = BundledFiles(
        stems.map { stem in .init(path: "\(stem).vot") { PlainDocument(stem: stem).scaled(by: 1.1).bytes } })

    private static func refresh(home: String, base: String) throws -> RefreshReport {
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": home])
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: bundled, read: PlainDocument.read)
        return try refresh.run(stems: stems, mirror: base)
    }

    private var directory: String { "\(home.path)/mutau/refreshed" }

    /// Whatever the lock file names is there, whole, and the one it says.
    private func expectConsistent() throws {
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
        let found = Catalogue(paths: paths, bundled: .init([]), read: PlainDocument.read).entries()
        #expect(found.problems.isEmpty)
        #expect(found.entries.map(\.stem) == Self.stems)
    }

    @Test func twoAtOnce() throws {
        serveTwoVersions()
        DispatchQueue.concurrentPerform(iterations: 4) { [home, server] _ in
            do {
                for _ in 0..<5 {
                    #expect(try !Self.refresh(home: home.path, base: server.base).hasFailures)
                }
            } catch { Issue.record("\(error)") }
        }
        try expectConsistent()
    }

    @Test func waitsForAnotherOnlySoLong() throws {
        let archive = Archive(holding: directory)
        let turn = try ArchiveTurn.taken(in: archive, patience: .zero)
        #expect(throws: ArchiveError.busy(path: "\(archive.directory)/.turn")) {
            _ = try ArchiveTurn.taken(in: archive, patience: .milliseconds(50))
        }
        turn.end()
        try ArchiveTurn.taken(in: archive, patience: .zero).end()
    }

    /// In a process of its own, since the limit stays.
    @Test func noRoomForTheDocuments() async throws {
        serveTwoVersions()
        _ = try Self.refresh(home: home.path, base: server.base)
        let before = try RefreshedStore(directory: directory).readLock()
        await #expect(processExitsWith: .success) {
            [home = home.path as String, base = server.base as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 20, rlim_max: 20)
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            #expect {
                try Self.refresh(home: home, base: base)
            } throws: {
                guard case RefreshError.writing(.cannotWrite(_, let error))? = $0 as? RefreshError else { return false }
                return error.isOutOfSpace
            }
        }
        #expect(try RefreshedStore(directory: directory).readLock() == before)
        try expectConsistent()
    }

    @Test func onlyItsOwnFilesAreRemoved() {
        let (document, temporary) = ("a.0123456789abcdef.vot", ".a.0123456789abcdef.vot.1x2y.new")
        #expect(RefreshedStore.isDocument(document) && !RefreshedStore.isTemporary(document))
        #expect(RefreshedStore.isTemporary(temporary) && !RefreshedStore.isDocument(temporary))
        #expect(RefreshedStore.isTemporary(".curves.lock.abc.new"))
        for name in ["a.vot", "curves.lock", ".refreshing", "a.b.vot", document + ".bak", ".x.y.new", ".x.new", ".new"]
        {
            #expect(!RefreshedStore.isDocument(name) && !RefreshedStore.isTemporary(name))
        }
    }
}
