import Foundation
import TestSupport
import Testing

@testable import CurveArchive

@Suite struct OwnStoreTests {
    private let home: TemporaryDirectory
    private let paths: ArchivePaths
    private let bundled = BundledFiles([
        .init(path: "catalogue.yaml") {
            Array("curves: {a: {none_known: no}, b: {sources: [{url: 'https://example.org/b.vot'}]}}".utf8)
        }
    ])

    init() throws {
        home = try TemporaryDirectory()
        paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
    }

    private func urls(_ stem: String) throws -> [String] {
        try AddressBook(paths: paths, bundled: bundled).addresses(of: stem).map(\.url)
    }

    private func add(_ stem: String, from url: String, replaces: Bool = false) throws {
        try OwnStore(paths: paths).add([], stem: stem, from: .init(url: url), replaces: replaces)
    }

    @Test func ownSourcesAreAskedFirst() throws {
        let own = try OwnStore(paths: paths)
        #expect(try urls("a").isEmpty)
        for stem in ["a", "b", "c"] { try add(stem, from: "https://example.org/own") }
        #expect(try urls("a") == ["https://example.org/own"])
        #expect(try urls("b") == ["https://example.org/own", "https://example.org/b.vot"])
        #expect(try own.remove("a").hasAddresses && own.remove("b").hasDocument && own.remove("none").isEmpty)
        #expect(try urls("a").isEmpty)
        #expect(try urls("b") == ["https://example.org/b.vot"])
        #expect(try urls("c") == ["https://example.org/own"])
    }

    /// One that was written by hand stays, unless the document of its stem is replaced.
    @Test func aNewSourceComesBeforeThoseThatAreThere() throws {
        try AddressBook.keep(.init(url: "https://example.org/own"), for: "a", in: home)
        try AddressBook.keep(.init(url: "https://example.org/better"), for: "a", in: home)
        try add("a", from: "https://example.org/own")
        #expect(try urls("a") == ["https://example.org/own", "https://example.org/better"])
        #expect(throws: OwnStoreError.exists(stem: "a", path: "\(home.path)/mutau/constraints/a.vot")) {
            try add("a", from: "https://example.org/new")
        }
        try add("a", from: "https://example.org/new", replaces: true)
        #expect(try urls("a") == ["https://example.org/new"])
    }

    @Test func aDamagedFileIsNamedAndKept() throws {
        try home.write("curves: [", to: "mutau/constraints/catalogue.yaml")
        #expect(throws: OwnStoreError.self) { try add("a", from: "https://example.org/own") }
        #expect(throws: AddressFileError.self) { try AddressBook(paths: paths, bundled: bundled) }
        #expect(try home.text(of: "mutau/constraints/catalogue.yaml") == "curves: [")
        #expect(try !OwnStore(paths: paths).holdsDocument(of: "a"))
    }

    @Test func aDamagedRecordStopsEverythingThatNeedsIt() throws {
        try add("a", from: "https://example.org/own")
        try home.write("mutau change 1\n", to: "mutau/.change")
        let error = LockFileError.damaged(path: "\(home.path)/mutau/.change", detail: "it is no record of a change")
        #expect(throws: OwnStoreError.lock(error)) { try OwnStore(paths: paths).remove("a") }
        #expect(throws: AddressFileError.record(error)) { try AddressBook(paths: paths, bundled: bundled) }
        #expect(Catalogue(paths: paths, bundled: .init([])).problems == [.lock(error)])
    }

    /// A document that is a link is replaced where it lies, and taken away where it is named.
    @Test func linksAreFollowedWhereTheyAreReplacedAlone() throws {
        try home.write("old", to: "elsewhere/a.vot")
        try home.write("", to: "mutau/constraints/none")
        let link = "\(home.path)/mutau/constraints/a.vot"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(home.path)/elsewhere/a.vot")
        let own = try OwnStore(paths: paths)
        try own.add(Array("new".utf8), stem: "a", replaces: true)
        #expect(try home.text(of: "elsewhere/a.vot") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "\(home.path)/elsewhere/a.vot")
        try own.remove("a")
        #expect(try home.text(of: "elsewhere/a.vot") == "new")
        #expect(try home.names(in: "mutau/constraints") == ["none"] && home.names(in: "elsewhere") == ["a.vot"])
    }

    @Test func nowhereToKeepThem() throws {
        #expect(throws: OwnStoreError.noDirectory) { try OwnStore(paths: .none) }
        try home.write("", to: "mutau")
        #expect(throws: OwnStoreError.self) { try add("a", from: "https://example.org/own") }
    }
}
