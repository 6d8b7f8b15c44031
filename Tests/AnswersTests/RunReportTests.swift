import ConstraintKit
import CurveArchive
import Foundation
import Testing

@testable import AllowedRegion
@testable import Answers
@testable import Assessment

@Suite struct RunReportTests {
    private static func report(_ bounds: [Bound] = Sample.bounds, picture: MapPage.Picture? = nil) throws -> String {
        RunReport(
            try Sample.map(bounds), table: try TableTests.exclusions(), picture: picture, version: "1.2.3 <data>"
        ).text
    }

    /// Texts of documents are shown, and are no markup.
    @Test func itIsWellFormed() throws {
        let page = try Self.report(picture: .init(format: .svg, bytes: Array("<svg onload=\"x\"/>".utf8)))
        let unbalanced = MapDocumentTests.unbalancedTag(in: page)
        #expect(unbalanced == nil)
        for markup in ["<script", "onload", "<b>Hubble", "<data>"] { #expect(!page.contains(markup)) }
        #expect(page.contains("&lt;b&gt;Hubble&lt;/b&gt; hint") && page.contains("data:image/svg+xml;base64,"))
        #expect(try Self.report().contains("No figure could be drawn."))
    }

    /// The scenario stands in it as a file that reads back.
    @Test func theScenarioStandsLineByLine() throws {
        let page = try Self.report()
        let map = try Sample.map()
        for line in map.scenario.yaml.split(separator: "\n") where !line.contains("\"") && !line.contains("'") {
            #expect(page.contains(line.replacing("<", with: "&lt;").replacing(">", with: "&gt;")), "\(line)")
        }
    }

    /// Of a bound on the mass alone the share is that of the columns below it, and both together exclude what each does.
    @Test func sharesCountThePointsOfTheGrid() throws {
        let low = Sample.bound(Sample.card("low", "Low")) { mass in
            .excludes(mass.inMeV < 5 ? .init(.above(0)) : .init())
        }
        let high = Sample.bound(Sample.card("high", "High")) { _ in .excludes(.init(.above(1e-3))) }
        let idle = Sample.bound(Sample.card("idle", "Idle", kind: .projected)) { _ in .excludes(.init(.above(0))) }
        let map = try Sample.map([low, high, idle], columns: 30, rows: 40)
        let shares = BoundShares(map)
        #expect(Set(shares.all.keys) == ["low", "high"])
        let columns = map.grid.masses.count { $0.inMeV < 5 }
        let rows = map.grid.couplings.count { $0.value > 1e-3 }
        let points = 30.0 * 40
        #expect(shares.all["low"]?.ofPlane == Double(columns * 40) / points)
        #expect(shares.all["high"]?.ofPlane == Double(30 * rows) / points)
        #expect(shares.all["low"]?.alone == Double(columns * (40 - rows)) / points)
        #expect(shares.all["high"]?.alone == Double((30 - columns) * rows) / points)
    }

    /// What is said is what the map found: whose exclusion the best point is, how much each takes, and that nothing is left.
    @Test func theAbstractSaysWhatWasFound() throws {
        let low = Sample.bound(Sample.card("low", "Low")) { _ in .excludes(.init(.above(0))) }
        var map = try Sample.map([low])
        let sentences = ReportAbstract(map, shares: BoundShares(map)).sentences
        #expect(sentences[0].contains("the union of 1 deciding bound leaves 0.280 dex² (m = 4.10–10.3 MeV"))
        #expect(sentences[1].contains("(R < 1)") && sentences[1].contains("of this 0.280 dex²"))
        #expect(sentences[2].contains("Low (100 %) excludes most"))
        #expect(sentences[3].contains("This point is excluded by Low."))
        map = try Sample.map([])
        let bare = ReportAbstract(map, shares: BoundShares(map)).sentences
        #expect(bare[0].contains("no bound decides in the plane"))
        #expect(bare.count == 3 && bare[2].hasSuffix("This point is allowed."))
    }
}
