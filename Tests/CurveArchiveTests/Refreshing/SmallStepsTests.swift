import CurveFormats
import Files
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Versions that are each close to the one before, and lead away.
@Suite struct SmallStepsTests {
    private let home: TemporaryDirectory
    private let server: TestServer
    private let paths: ArchivePaths
    private let stem = "na64mu-2024"

    init() throws {
        home = try TemporaryDirectory()
        server = try TestServer()
        paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
    }

    /// - Parameter factor: of the couplings in the version that the server has.
    private func refresh(
        to factor: Double, _ bundled: BundledFiles, fromMirror: Bool = true, insists: Bool = false
    ) throws -> RefreshOutcome? {
        server.reply(to: "/\(stem).vot", .ok(PlainDocument().scaled(by: factor).bytes))
        var options = RefreshOptions()
        options.insists = insists
        let refresh = try Refresh(
            paths: paths, client: .init(version: "9.9"), options: options, bundled: bundled, read: PlainDocument.read)
        return try refresh.run(stems: [stem], mirror: fromMirror ? server.base : nil).curves.first?.outcome
    }

    private func isTaken(_ outcome: RefreshOutcome?) -> Bool {
        if case .updated? = outcome { true } else { false }
    }

    /// The second step of 0.279 dex is one of 0.558 dex from what the program carries.
    @Test func fromTheProgramsOwn() throws {
        let bundled = BundledFiles.of(PlainDocument())
        #expect(try isTaken(refresh(to: 1.9, bundled)))
        guard case .refused(_, let refusals, _)? = try refresh(to: 3.61, bundled) else {
            Issue.record("steps must not add up")
            return
        }
        let found = refusals.compactMap { if case .sinceTheFirst(.bundled, let refusal) = $0 { refusal } else { nil } }
        #expect(found.count == refusals.count)
        guard case .moved(_, let dex, _)? = found.first else {
            Issue.record("\(refusals)")
            return
        }
        // 2 log₁₀ 1.9, to the rounding of the interpolation.
        #expect(abs(dex - 0.557_507_201_905_658) < 1e-13)
        #expect(try isTaken(refresh(to: 3.61, bundled, insists: true)))
        // Farther out than a factor of two each version is insisted on; back within, none needs to be.
        #expect(try !isTaken(refresh(to: 3.7, bundled)))
        #expect(try isTaken(refresh(to: 1.9, bundled)))
    }

    @Test func fromWhatTheUserAdded() throws {
        let none = BundledFiles([])
        try OwnStore(paths: paths).add(
            PlainDocument().bytes, stem: stem, from: .init(url: "\(server.base)/\(stem).vot"))
        #expect(try isTaken(refresh(to: 1.9, none, fromMirror: false)))
        guard case .refused(_, let refusals, _)? = try refresh(to: 3.61, none, fromMirror: false),
            case .sinceTheFirst(.user, .moved)? = refusals.first
        else {
            Issue.record("steps must not add up")
            return
        }
        #expect(try isTaken(refresh(to: 3.61, none, fromMirror: false, insists: true)))
    }

    /// Nothing tells how far versions went: the one that was taken is pinned, and then the one that was insisted on.
    @Test func fromNothing() throws {
        let none = BundledFiles([])
        #expect(try isTaken(refresh(to: 1, none)))
        #expect(try refresh(to: 1, none) == .unchanged(url: "\(server.base)/\(stem).vot"))
        for (taken, next) in [(1.0, 1.01), (1.01, 1.0)] {
            guard case .refused(_, let refusals, _)? = try refresh(to: next, none) else {
                Issue.record("another file must be refused")
                return
            }
            #expect(refusals == [.notTheTaken(SHA256(of: PlainDocument().scaled(by: taken).bytes))])
            #expect(try isTaken(refresh(to: next, none, insists: true)))
        }
    }
}
