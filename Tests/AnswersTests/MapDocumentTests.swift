import ConstraintKit
import Foundation
import Testing
import VOTable

@testable import Answers
@testable import Documents
@testable import Drawing

@Suite struct MapDocumentTests {
    @Test func theSummaryIsStable() throws {
        let map = try Sample.map(columns: 5, rows: 4)
        let bytes = try MapSummary(map, table: TableTests.exclusions(), version: "1.2.3").bytes(as: .json)
        let summary = String(decoding: bytes, as: UTF8.self)
        try expectSnapshot(summary, "summary.json")
        let read = try #require(try JSONSerialization.jsonObject(with: Data(summary.utf8)) as? [String: Any])
        #expect(
            Set(read.keys) == [
                "best", "bounds", "caveats", "chi2", "grid", "inputs", "missing", "other_spectrum", "own_documents",
                "program_version", "provisional", "regions", "scenario", "schema", "shows_projections", "silent_bounds",
            ])
        // In the order that the schema declares; a map made by hand combines nothing, finds nothing in ranges, and nothing was written.
        let absent = ["combinations", "files", "spectrum_parameters", "spectrum_parameters_without_Zprime"]
        let names = ["schema"] + MapSummary.fields.map(\.property.name).filter { !absent.contains($0) }
        let found = names.compactMap { summary.range(of: "\n  \"\($0)\":")?.lowerBound }
        #expect(found.count == names.count && found == found.sorted())
    }

    @Test func theTableComesBackFromItsFile() throws {
        let map = try Sample.map(columns: 7, rows: 5)
        let document = try VOTableDocument(MapVOTable(map, version: "1.2.3").bytes)
        let table = try #require(document.tables.first)
        #expect(document.warnings.isEmpty && table.rowCount == 35)
        #expect(table.column(named: "R")?.numbers == map.ratio.map { $0 })
        let masses = map.grid.masses.flatMap { [Double?](repeating: $0.inMeV, count: 5) }
        #expect(table.column(named: "mass")?.numbers == masses)
        #expect(table.column(named: "deciding_bound")?.texts?.first == "na64mu-2024")
        #expect(document.resources[0].param(named: "scenario.neutrinos.ordering")?.value == "normal")
    }

    @Test func thePageIsWellFormed() throws {
        let picture = MapPage.Picture(format: .svg, bytes: Array("<svg onload=\"x\"/>".utf8))
        let page = MapPage(try Sample.map(), table: try TableTests.exclusions(), picture: picture).text
        let unbalanced = Self.unbalancedTag(in: page)
        #expect(unbalanced == nil)
        // What a card or a picture holds reaches the page as text only.
        for markup in ["<script", "onload", "<b>Hubble", "{A_B}</"] { #expect(!page.contains(markup)) }
        #expect(page.contains("https://arxiv.org/abs/1304.3460"))
        #expect(page.contains("data:image/svg+xml;base64,"))
    }

    @Test func withoutAFigureThePageSaysSo() throws {
        let page = MapPage(try Sample.map(), table: try TableTests.exclusions(), picture: nil).text
        #expect(page.contains("No figure could be drawn.") && !page.contains("<img"))
    }

    /// The first tag that opens or closes out of turn.
    static func unbalancedTag(in page: String) -> String? {
        var open: [Substring] = []
        for match in page.matches(of: /<(\/?)([a-z0-9]+)[^<>]*>/) {
            let (closes, name) = (!match.output.1.isEmpty, match.output.2)
            if ["meta", "img", "br"].contains(name) { continue }
            if !closes {
                open.append(name)
            } else if open.popLast() != name {
                return String(match.output.0)
            }
        }
        return open.last.map(String.init)
    }

    @Test func everythingUsedIsCitedOnce() throws {
        let cards = Sample.bounds.map(\.card) + Sample.bounds.map(\.card)
        try expectSnapshot(Bibliography(cards).bibTeX, "references.bib")
    }
}
