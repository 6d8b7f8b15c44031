import ConstraintKit
import Foundation
import Testing
import VOTable

@testable import CurveFormats

/// Every document of the corpus comes out as its manifest says.
@Suite struct ManifestTests {
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        enum Expectation: String, Decodable, Sendable {
            case accept
            case acceptWithWarning = "accept-with-warning"
            case reject
            case noCurve = "no-curve"
        }
        /// Rows of each table, separated by commas; a number where there is one table.
        struct Rows: Decodable, Sendable {
            var text: String
            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                do { text = String(try value.decode(Int.self)) } catch { text = try value.decode(String.self) }
            }
        }
        var path = ""
        var expect: Expectation
        var note: String
        var rows: Rows?
        var testDescription: String { path }
        private enum CodingKeys: CodingKey { case expect, note, rows }
    }

    static let entries: [Entry] = {
        do {
            let bytes = try TestInput.bytes("Corpus/manifest.json")
            let named = try JSONDecoder().decode([String: Entry].self, from: Data(bytes))
            return named.map { path, entry in
                var entry = entry
                entry.path = path
                return entry
            }.sorted { $0.path < $1.path }
        } catch {
            Issue.record(error)
            return []
        }
    }()

    @Test func manifestIsComplete() { #expect(Self.entries.count == 89) }

    @Test(arguments: entries) func comesOutAsListed(_ entry: Entry) throws {
        let bytes = try TestInput.bytes("Corpus/\(entry.path)")
        switch entry.expect {
        case .accept:
            let read = try readDocument(bytes, name: "curve.xml")
            #expect(read.warnings.isEmpty)
            #expect(inspect(bytes, name: "curve.xml").isUsable)
        case .acceptWithWarning:
            let read = try readDocument(bytes, name: "curve.xml")
            #expect(!read.warnings.isEmpty)
            #expect(inspect(bytes, name: "curve.xml").isUsable)
        case .reject:
            let error = #expect(throws: CurveFormatError.self) { try readDocument(bytes, name: "curve.xml") }
            #expect(error != .noCurve(file: "curve.xml"))
            #expect(!inspect(bytes, name: "curve.xml").isUsable)
        case .noCurve:
            #expect(throws: CurveFormatError.noCurve(file: "curve.xml")) {
                try readDocument(bytes, name: "curve.xml")
            }
            #expect(!inspect(bytes, name: "curve.xml").isUsable)
        }
        if let rows = entry.rows {
            let document = try VOTableDocument(bytes)
            #expect(document.tables.map { String($0.rowCount) }.joined(separator: ",") == rows.text)
        }
    }

    /// The same five points, whatever the encoding, the order of rows and columns, or the unit.
    @Test(arguments: [
        "binary-v1.1.xml", "binary.xml", "binary2-base64-odd-whitespace.xml", "binary2-mixed-columns.xml",
        "binary2.xml", "cdata.xml", "columns-swapped.xml", "comments-and-pis.xml", "curve-descending.xml",
        "curve-unsorted.xml", "extra-columns.xml", "groups-and-refs.xml", "gzip.vot.gz", "info-overflow.xml",
        "internal-entity.xml", "latin1.xml", "no-namespace.xml", "param-at-votable-level.xml", "tabledata-v1.2.xml",
        "tabledata-v1.3.xml", "unit-GeV.xml", "unit-TeV.xml", "unit-eV.xml", "unit-keV.xml", "unit-per-param.xml",
        "utf16.xml",
    ]) func equalsThePlainCurve(_ name: String) throws {
        let plain = try readDocument(try TestInput.bytes("Corpus/valid/tabledata-v1.4.xml"), name: "a.xml")
        let other = try readDocument(try TestInput.bytes("Corpus/valid/\(name)"), name: "a.xml")
        #expect(other.document.limits.map(\.region) == plain.document.limits.map(\.region))
        #expect(other.document.card.confidenceLevel == plain.document.card.confidenceLevel)
        #expect(other.document.card.kind == plain.document.card.kind)
    }

    @Test func logarithmsBecomeThePlainCurve() throws {
        let plain = try knots("tabledata-v1.4.xml")
        let logarithmic = try knots("unit-log-columns.xml")
        #expect(plain.count == logarithmic.count)
        for (expected, found) in zip(plain, logarithmic) {
            // The logarithms are written with six decimals: half a unit of the last is 1.2e-6 of the value.
            #expect(abs(found.mass / expected.mass - 1) < 1.2e-6)
            #expect(abs(found.coupling / expected.coupling - 1) < 1.2e-6)
        }
    }

    @Test func nullsAreGaps() throws {
        for name in ["selfclosing-td.xml", "binary2-nulls.xml"] {
            let limit = try #require(try limits(name).first)
            guard case .above(let curve) = limit.region else {
                Issue.record("not an upper limit: \(limit)")
                continue
            }
            #expect(curve.knots.count == 4)
            #expect(curve.gapsAfter.count == 1)
        }
    }

    @Test func severalTablesAreSeveralLimits() throws {
        #expect(try limits("multi-table.xml").map(\.kind) == [.observed, .expected, .projected])
        #expect(try limits("multi-table.xml").map(\.name) == ["observed", "expected", "1e11 MOT"])
    }

    @Test func theProfileIsUnderstood() throws {
        let read = try readDocument(try TestInput.bytes("Corpus/profile-example.xml"), name: "na64mu-2024.xml")
        let card = read.document.card
        #expect(read.warnings.isEmpty)
        #expect(card.title == "NA64mu 2024 missing energy")
        #expect(card.statistic == "CLs")
        #expect(card.method == .digitised)
        #expect(card.references.first?.arxiv == "2401.01708v2")
        #expect(card.references.first?.doi == "10.1103/PhysRevLett.132.211803")
        #expect(read.document.limits.map(\.kind) == [.observed, .projected])
    }

    private func limits(_ name: String) throws -> [Limit] {
        try readDocument(try TestInput.bytes("Corpus/valid/\(name)"), name: "a.xml").document.limits
    }

    private func knots(_ name: String) throws -> [Curve.Knot] {
        guard case .above(let curve) = try #require(try limits(name).first).region else { return [] }
        return curve.knots
    }
}
