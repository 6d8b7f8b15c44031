import CurveArchive
import Foundation
import Testing

/// Many programs that change the archive at once: each change is whole, and none is lost.
@Suite struct ConcurrentChangeTests {
    private let archive: OwnArchive

    init() throws { archive = try OwnArchive() }

    /// - Returns: the status of each.
    private func together(_ commands: [[String]]) throws -> [Int32] {
        try commands.map(archive.program.start).map { process in
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    @Test func everyAdditionKeepsItsAddress() throws {
        defer { archive.program.removeHome() }
        let stems = (1...12).map { "mine-\($0)" }
        for stem in stems { archive.server.reply(to: "/\(stem).csv", .ok(OwnArchive.curve(version: 1))) }
        let statuses = try together(stems.map(archive.adding))
        #expect(statuses.allSatisfy { $0 == 0 }, "\(statuses)")
        let paths = ArchivePaths(environment: ["HOME": archive.program.home.path])
        let (catalogue, book) = (Catalogue(paths: paths), try AddressBook(paths: paths))
        for stem in stems {
            #expect(catalogue.origins(of: stem).count == 1)
            #expect(book.addresses(of: stem).map(\.url) == ["\(archive.server.base)/\(stem).csv"])
        }
        try archive.expectSwept()
    }

    /// One of a stem is added, fetched anew and removed at once: in whatever order they came, what is left is what one of
    /// the orders leaves.
    @Test func everyOrderLeavesSomethingWhole() throws {
        defer { archive.program.removeHome() }
        try archive.prepare(for: .remove)
        let change = OwnArchive.Change.self
        for round in 0..<4 {
            archive.serve(version: 4 + round % 2)
            let statuses = try together([
                change.remove.arguments(archive), change.replace.arguments(archive), ["refresh", "other"],
                ["remove", "other"], archive.adding("other") + ["--force"], change.refresh.arguments(archive),
            ])
            // There may be nothing to remove, or to fetch anew.
            #expect(statuses.allSatisfy { [0, 66].contains($0) }, "\(statuses)")
            let state = try archive.state()
            for stem in OwnArchive.stems {
                let urls = try #require(state.addresses[stem])
                let origins = state.documents[stem].map { Array($0.dropFirst()) } ?? []
                #expect(urls == (origins.isEmpty ? [] : ["\(archive.server.base)/\(stem).csv"]))
                #expect(
                    origins
                        == (state.isFetched[stem] == true
                            ? ["refreshed", "own"] : Array(repeating: "own", count: urls.count)))
            }
        }
        #expect(try archive.program.run(["refresh", "--offline", "na64mu-2024"]).status == 0)
        try archive.expectSwept()
    }
}
