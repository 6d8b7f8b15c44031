import CurveArchive
import Foundation
import TestServers
import Testing

/// A home with the archives that changes begin from: two bounds from a server, fetched anew or not.
struct OwnArchive {
    let program: Program
    let server: TestServer
    static let stems = ["mine", "other"]

    init() throws {
        program = try Program()
        _ = try program.write(Self.few, to: "few.yaml")
        server = try TestServer()
        serve(version: 1)
    }

    /// Where the program keeps everything.
    var directory: URL { program.home.appending(path: ".local/share/mutau") }

    /// Each version is another curve.
    func serve(version: Int) {
        for stem in Self.stems { server.reply(to: "/\(stem).csv", .ok(Self.curve(version: version))) }
    }

    static func curve(version: Int) -> [UInt8] {
        let coupling = 1e-4 * (1 + 0.1 * Double(version))
        return Array("mass_MeV,coupling\n1,\(coupling)\n100,\(coupling)\n".utf8)
    }

    /// What is added is compared with one bound, and no picture is drawn of it: that is over before anything is written, and
    /// takes a third of the instructions that all bounds and the picture take.
    private static let few = """
        name: few
        summary: One bound.
        bounds: [g-2-wp20]
        icecube: {data: [cascades-6yr-2020], amplitude: 1.5, gamma: 2.5}
        """

    func adding(_ stem: String) -> [String] {
        ["add", "\(server.base)/\(stem).csv", "--stem", stem, "--kind", "observed", "--side", "above"]
            + ["--confidence-level", "0.9", "--name", "Mine 2025"]
            + ["--scenario", "few.yaml", "--format", "json"]
    }

    /// A change of the archive, and what it begins from.
    enum Change: String, CaseIterable {
        case add, replace, remove, refresh

        /// Whether the command does not compare maps before.
        var isQuick: Bool { self == .remove || self == .refresh }

        func arguments(_ archive: OwnArchive) -> [String] {
            switch self {
            case .add: archive.adding("mine")
            case .replace: archive.adding("mine") + ["--force"]
            case .remove: ["remove", "mine"]
            case .refresh: ["refresh"] + OwnArchive.stems
            }
        }
    }

    /// Lays out what a change begins from, and lets the server have what it is to find.
    func prepare(for change: Change) throws {
        func run(_ arguments: [String]) throws {
            let answer = try program.run(arguments)
            #expect(answer.status == 0, "\(answer.errors)")
        }
        guard change != .add else { return }
        for stem in Self.stems { try run(adding(stem)) }
        serve(version: 2)
        guard change != .refresh else { return }
        try run(["refresh"] + Self.stems)
        serve(version: 3)
    }

    /// Everything that the archive says, as a later program finds it.
    struct State: Hashable {
        /// The stems that there are, with the digest of what counts, and where it and those behind it are from.
        var documents: [String: [String]] = [:]
        var addresses: [String: [String]] = [:]
        var isFetched: [String: Bool] = [:]
    }

    func state() throws -> State {
        let paths = ArchivePaths(environment: ["HOME": program.home.path])
        let catalogue = Catalogue(paths: paths)
        #expect(catalogue.problems.isEmpty)
        let (book, store) = (try AddressBook(paths: paths), try OwnStore(paths: paths))
        var state = State()
        for stem in Self.stems {
            state.addresses[stem] = book.addresses(of: stem).map(\.url)
            state.isFetched[stem] = try store.holdings(of: stem).isFetched
            let origins = catalogue.origins(of: stem).map { origin in
                if case .refreshed = origin { "refreshed" } else { "own" }
            }
            if !origins.isEmpty {
                state.documents[stem] = [try catalogue.entry(for: stem).sha256.hexadecimal] + origins
            }
        }
        return state
    }

    /// What commands that read say.
    func told() throws -> [String] {
        let commands =
            [["list", "--format", "json"], ["refresh", "--offline", "--dry-run"] + Self.stems]
            + Self.stems.map { ["show", $0, "--format", "json"] }
        return try commands.map { command in
            let answer = try program.run(command)
            return "\(answer.status)\n\(answer.output)\(answer.errors)"
        }
    }

    /// The names and contents of all files, with what is random in them left out.
    func fingerprint() throws -> [String] {
        try files().map { path in
            let contents = try Data(contentsOf: directory.appending(path: path))
            let text = String(decoding: contents, as: UTF8.self)
            return Self.withoutRandomNames(path) + ":" + Self.withoutRandomNames(text)
        }
        .sorted()
    }

    private static func withoutRandomNames(_ text: String) -> String {
        text.replacing(/\.mutau\.[0-9a-z]+\.new/, with: "*").replacing(/\.vot\.[0-9a-z]+\.new/, with: "*")
            .replacing(/"time" : "[^"]*"/, with: "")
    }

    private func files() throws -> [String] {
        guard FileManager.default.fileExists(atPath: directory.path) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: directory.path).filter { path in
            var isDirectory: ObjCBool = false
            let whole = directory.appending(path: path).path
            return FileManager.default.fileExists(atPath: whole, isDirectory: &isDirectory) && !isDirectory.boolValue
        }
    }

    /// No file is there that nothing refers to.
    func expectSwept() throws {
        var named = ""
        for name in ["curves.lock", "curves.lock.previous"] {
            let path = directory.appending(path: "refreshed/\(name)")
            if FileManager.default.fileExists(atPath: path.path) {
                named += try String(contentsOf: path, encoding: .utf8)
            }
        }
        for path in try files() {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            #expect(!name.hasSuffix(".new"), "\(path) is left over")
            guard path.hasPrefix("refreshed/"), name.hasSuffix(".vot") else { continue }
            #expect(named.contains(name.split(separator: ".")[1]), "\(path) is left over")
        }
    }
}
