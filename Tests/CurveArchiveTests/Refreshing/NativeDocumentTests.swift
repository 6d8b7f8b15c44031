import ConstraintKit
import CurveFormats
import TestServers
import TestSupport
import Testing
import VOTable

@testable import CurveArchive

/// One way through everything with the format that mutau itself uses; the other tests are about the archive alone.
@Suite struct NativeDocumentTests {
    @Test func refreshedFromAMirror() throws {
        let curve = try Curve(knots: [(1, 1e-3), (10, 2e-3), (100, 8e-3)].map { .init(mass: $0.0, coupling: $0.1) })
        let level = ConfidenceLevel.stated(0.9)
        let card = Card(
            stem: "na64mu-2024", title: "NA64μ 2024", kind: .observed, confidenceLevel: level, method: .published)
        let limit = Limit(name: "observed", kind: .observed, confidenceLevel: level, region: .above(curve))
        let document = Document(card: card, limits: [limit])
        let bytes = nativeVOTable(of: document).serialized()

        let home = try TemporaryDirectory()
        let server = try TestServer(["/na64mu-2024.vot": [.ok(bytes)]])
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
        let refresh = try Refresh(paths: paths, client: .init(version: "9.9"), bundled: .init([]))
        let report = try refresh.run(stems: ["na64mu-2024"], mirror: server.base)
        #expect(report.curves.map(\.outcome) == [.updated(url: "\(server.base)/na64mu-2024.vot", nil, warnings: [])])

        let entry = try Catalogue(paths: paths, bundled: .init([])).entry(for: "na64mu-2024")
        #expect(entry.document.ownLimits.map(\.region) == [.above(curve)])
        #expect(entry.document.card.confidenceLevel == level)
    }

    /// A page that a server sends in place of a document.
    @Test func pageInsteadOfADocument() throws {
        let home = try TemporaryDirectory()
        let page = Array("<!DOCTYPE html><html><body>404</body></html>".utf8)
        let server = try TestServer(["/na64mu-2024.vot": [.ok(page, headers: ["Content-Type: text/html"])]])
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": home.path])
        let refresh = try Refresh(paths: paths, client: .init(version: "9.9"), bundled: .init([]))
        let report = try refresh.run(stems: ["na64mu-2024"], mirror: server.base)
        guard case .failed(let failures) = report.curves[0].outcome, case .document(_, .format)? = failures.first else {
            Issue.record("\(report)")
            return
        }
        #expect(Catalogue(paths: paths, bundled: .init([])).stems.isEmpty)
    }
}
