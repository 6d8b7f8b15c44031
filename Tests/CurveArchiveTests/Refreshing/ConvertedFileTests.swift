import ConstraintKit
import CurveFormats
import Files
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Curves whose source has them in another format: what the catalogue says of the file makes them native documents.
@Suite struct ConvertedFileTests {
    private let home: TemporaryDirectory
    private let server: TestServer
    private let paths: ArchivePaths
    private let table = "mass,limit\n0.001,1e-3\n0.01,2e-3\n0.1,8e-3\n"
    private var url: String { "\(server.base)/table.csv" }

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
        paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
        server.reply(to: "/table.csv", .conditional(tag: "\"1\"", body: Array(table.utf8)))
        try AddressBook.keep(.init(url: url, reading: reading(unit: .gigaelectronvolt)), for: "mine", in: home)
    }

    private func reading(unit: EnergyUnit) -> FileDescription {
        var reading = FileDescription()
        reading.said.kind = .observed
        reading.said.confidenceLevel = .stated(0.9)
        reading.said.side = .above
        reading.said.massUnit = unit
        reading.said.quantity = .coupling
        reading.said.couplingColumn = "limit"
        return reading
    }

    private func refresh(
        _ version: String = "1", demands: RefreshDemands = .none, insists: Bool = false
    ) throws -> RefreshOutcome? {
        var options = RefreshOptions()
        options.demands = demands
        options.insists = insists
        let refresh = try Refresh(
            paths: paths, client: .init(version: version), options: options, bundled: .init([]))
        return try refresh.run(stems: ["mine"]).curves.first?.outcome
    }

    private func lock() throws -> CurvesLock {
        try RefreshedStore(directory: "\(home.path)/mutau/refreshed").readLock()
    }

    private func masses() throws -> ClosedRange<Double>? {
        try Catalogue(paths: paths, bundled: .init([])).entry(for: "mine").document.ownLimits.first?.region.massRange
    }

    @Test func aTableBecomesADocument() throws {
        #expect(try refresh() == .updated(url: url, nil, warnings: []))
        #expect(try masses() == 1...100)
        let locked = try #require(try lock().curves["mine"])
        #expect(locked.sha256 == SHA256(of: Array(table.utf8)) && locked.size == table.utf8.count)
        #expect(locked.conversion?.reading == reading(unit: .gigaelectronvolt))
        #expect(try Catalogue(paths: paths, bundled: .init([])).entry(for: "mine").sha256 == locked.document)
        // The second time nothing is sent.
        #expect(try refresh() == .unchanged(url: url))
        #expect(server.requests.last?.headers["if-none-match"] == "\"1\"")
    }

    /// The same file under other words is another curve, and a wrong decade is noticed.
    @Test func otherWordsOnTheSameFile() throws {
        _ = try refresh()
        try AddressBook.keep(.init(url: url, reading: reading(unit: .megaelectronvolt)), for: "mine", in: home)
        guard case .refused(_, let reasons, _)? = try refresh() else {
            Issue.record("three decades must be refused")
            return
        }
        #expect(!reasons.isEmpty)
        #expect(try masses() == 1...100)
        #expect(server.requests.last?.headers["if-none-match"] == nil)
        guard case .updated? = try refresh(insists: true) else {
            Issue.record("the user insisted")
            return
        }
        #expect(try masses() == 0.001...0.1)
    }

    /// Another parser might make another document of the file: it is fetched, not taken for unchanged.
    @Test func anotherParserReadsItAnew() throws {
        _ = try refresh()
        #expect(try refresh("2") == .unchanged(url: url))
        #expect(server.requests.last?.headers["if-none-match"] == nil)
    }

    @Test func lockedHereAndElsewhere() throws {
        _ = try refresh()
        let before = try lock()
        #expect(try refresh("2", demands: .currentLock) == .unchanged(url: url))
        #expect(try lock() == before)
        // On another machine the file is fetched and read as the lock file says.
        try FileManager.default.removeItem(atPath: "\(home.path)/mutau")
        let demands = RefreshDemands.lock(before, directory: home.path)
        #expect(try refresh(demands: demands) == .updated(url: url, nil, warnings: []))
        #expect(try lock() == before)
        // A parser that makes something else of it is found out.
        var other = before
        other.curves["mine"]?.conversion?.document = SHA256(of: [])
        guard case .failed(let failures)? = try refresh(demands: .lock(other, directory: home.path)) else {
            Issue.record("another document must not pass")
            return
        }
        #expect(failures.contains { if case .otherConversion = $0 { true } else { false } })
        #expect(try lock() == before)
    }

    /// What `add` put among the user's documents is what a new version is compared with, and gives way to it.
    @Test func aDocumentThatWasAddedGivesWay() throws {
        _ = try refresh()
        let added = try Catalogue(paths: paths, bundled: .init([])).entry(for: "mine").contents
        try FileManager.default.removeItem(atPath: "\(home.path)/mutau/refreshed")
        try home.write(String(decoding: added, as: UTF8.self), to: "mutau/constraints/mine.vot")
        #expect(try refresh() == .unchanged(url: url))
        #expect(Catalogue(paths: paths, bundled: .init([])).userPath(of: "mine") != nil)
        server.reply(to: "/table.csv", .ok(Array(table.replacing("2e-3", with: "3e-3").utf8)))
        guard case .updated(_, let change?, _)? = try refresh() else {
            Issue.record("there is a version to compare with")
            return
        }
        // log₁₀ 1.5, to the rounding of the interpolation.
        #expect(abs(try #require(change.greatest).dex - 0.176_091_259_055_681_24) < 1e-14)
        let catalogue = Catalogue(paths: paths, bundled: .init([]))
        #expect(catalogue.userPath(of: "mine") == nil)
        #expect(try catalogue.entry(for: "mine").shadows.count == 1)
        #expect(try lock().curves["mine"]?.isOwn == true)
        // A directory that the environment names still comes first.
        let named = ArchivePaths(environment: [
            "XDG_DATA_HOME": home.path, "MUTAU_CURVE_PATH": "\(home.path)/mutau/constraints",
        ])
        #expect(Catalogue(paths: named, bundled: .init([])).userPath(of: "mine") != nil)
    }

    @Test func whatIsMissingIsNamed() throws {
        try AddressBook.keep(.init(url: url, reading: FileDescription()), for: "mine", in: home)
        guard case .failed(let failures)? = try refresh(), case .document(_, .format(.missing))? = failures.first else {
            Issue.record("a table without units must be refused")
            return
        }
        #expect(try lock().curves.isEmpty)
    }
}
