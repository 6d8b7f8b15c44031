import TestSupport
import Testing

@testable import CurveArchive

@Suite struct OwnAddressesTests {
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

    @Test func ownSourcesAreAskedFirst() throws {
        let own = try OwnAddresses(paths: paths)
        #expect(try urls("a").isEmpty)
        for stem in ["a", "b", "c"] { try own.record(.init(url: "https://example.org/own"), for: stem) }
        try own.record(.init(url: "https://example.org/better"), for: "a")
        try own.record(.init(url: "https://example.org/own"), for: "a")
        #expect(try urls("a") == ["https://example.org/own", "https://example.org/better"])
        #expect(try urls("b") == ["https://example.org/own", "https://example.org/b.vot"])
        #expect(try urls("c") == ["https://example.org/own"])
        #expect(try own.remove("a") && own.remove("b") && !own.remove("none"))
        #expect(try urls("a").isEmpty)
        #expect(try urls("b") == ["https://example.org/b.vot"])
    }

    @Test func aDamagedFileIsNamedAndKept() throws {
        try home.write("curves: [", to: "mutau/constraints/catalogue.yaml")
        let own = try OwnAddresses(paths: paths)
        #expect(throws: AddressFileError.self) { try own.record(.init(url: "https://example.org/own"), for: "a") }
        #expect(throws: AddressFileError.self) { try AddressBook(paths: paths, bundled: bundled) }
        #expect(try home.text(of: "mutau/constraints/catalogue.yaml") == "curves: [")
    }

    @Test func nowhereToKeepThem() throws {
        #expect(throws: AddressFileError.noDirectory) { try OwnAddresses(paths: .none) }
        try home.write("", to: "mutau")
        #expect(throws: AddressFileError.self) {
            try OwnAddresses(paths: paths).record(.init(url: "https://example.org/own"), for: "a")
        }
    }
}
