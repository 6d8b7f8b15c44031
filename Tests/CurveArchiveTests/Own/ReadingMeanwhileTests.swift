import Files
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// What a program reads while another changes the archive again and again.
@Suite struct ReadingMeanwhileTests {
    private static let stem = "mine"
    private let home: TemporaryDirectory
    private let server: TestServer
    private let paths: ArchivePaths

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
        paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
        server.reply(to: "/mine.vot", .ok(PlainDocument(stem: Self.stem).scaled(by: 1.1).bytes))
    }

    private static func change(_ paths: ArchivePaths, _ url: String) throws {
        let store = try OwnStore(paths: paths)
        try store.add(PlainDocument(stem: stem).bytes, stem: stem, from: .init(url: url))
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), bundled: .init([]), read: PlainDocument.read)
        #expect(try refresh.run(stems: [stem]).hasUpdates)
        #expect(try store.remove(stem) == .init(hasDocument: true, hasAddresses: true, isFetched: true))
    }

    @Test func isNeverHalf() throws {
        let done = Flag()
        Thread.detachNewThread { [paths, url = "\(server.base)/mine.vot"] in
            do { for _ in 0..<40 { try Self.change(paths, url) } } catch { Issue.record("\(error)") }
            done.set()
        }
        var seen: Set<[String]> = []
        while !done.isSet {
            let catalogue = Catalogue(paths: paths, bundled: .init([]), read: PlainDocument.read)
            #expect(catalogue.problems.isEmpty)
            let origins = catalogue.origins(of: Self.stem)
            // As it was when it was found, although it may be gone by now.
            if !origins.isEmpty { _ = try catalogue.entry(for: Self.stem) }
            seen.insert(origins.map { if case .refreshed = $0 { "refreshed" } else { "own" } })
        }
        #expect(seen == [[], ["own"], ["refreshed", "own"]])
    }

    /// Before and after each step of a change that was made, what is read is the same.
    @Test func aChangeHalfThroughIsWhole() throws {
        let archive = Archive(directory: "\(home.path)/mutau")
        try Self.change(paths, "\(server.base)/mine.vot")
        try home.write("old", to: "mutau/constraints/gone.vot")
        try home.write("old", to: "mutau/constraints/mine.vot")
        let record = try #require(
            ChangeRecord(
                Array(
                    """
                    mutau change 1
                    a
                    .mutau.1.new
                    put\tconstraints/mine.vot\t.mutau.2.new
                    remove\tconstraints/gone.vot\t.mutau.3.new
                    end

                    """.utf8)))
        try home.write("new", to: "mutau/constraints/.mutau.2.new")
        try home.write(String(decoding: ChangeRecord(name: "a").bytes, as: UTF8.self), to: "mutau/.mutau.1.new")
        func expectNew() throws {
            let view = ArchiveView(archive: archive, record: record)
            #expect(try view.ownNames().filter { $0.hasSuffix(".vot") } == ["mine.vot"])
            #expect(try view.bytes(of: .document("mine"), limit: 9) == Array("new".utf8))
            #expect(throws: ReadingError.self) { try view.bytes(of: .document("gone"), limit: 9) }
            #expect(view.holds(.document("mine")) && !view.holds(.document("gone")))
        }
        try expectNew()
        let own = archive.ownDirectory
        try FileManager.default.moveItem(atPath: "\(own)/gone.vot", toPath: "\(own)/.mutau.3.new")
        try expectNew()
        try archive.finish(record)
        try expectNew()
        #expect(try home.names(in: "mutau/constraints") == ["catalogue.yaml", "mine.vot"])
        #expect(try ChangeRecord.current(of: archive) == ChangeRecord(name: "a"))
    }

    @Test(arguments: [
        "", "mutau change 2\na\n\nend\n", "mutau change 1\na\n\n", "mutau change 1\na\n../x\nend\n",
        "mutau change 1\na\n.mutau.1.new\nput\tconstraints/../x.vot\t.mutau.2.new\nend\n",
        "mutau change 1\na\n.mutau.1.new\nput\tconstraints/x.vot\t../.mutau.2.new\nend\n",
        "mutau change 1\na\n.mutau.1.new\nmove\tconstraints/x.vot\t.mutau.2.new\nend\n",
    ])
    func recordsThatNameOtherFilesAreDamaged(text: String) {
        #expect(ChangeRecord(Array(text.utf8)) == nil)
    }
}
