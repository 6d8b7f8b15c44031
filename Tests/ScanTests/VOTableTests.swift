import Foundation
import Scan
import TestSupport
import Testing
import VOTable

/// A scan as a VOTable, read by this project's own reader; astropy reads it in the tests of the Python package.
struct VOTableTests {
    private static let text = """
        scenario: paper
        method: random
        points: 25
        block: 10
        parameters:
          mass_MeV: {from: 1, to: 100, scale: log}
          coupling: {from: 1e-5, to: 1e-1, scale: log}
        """

    private struct Rows: ScanWork {
        let columns = [
            ScanColumn("mass_MeV"), ScanColumn("word", .words(["no", "maybe"])),
            ScanColumn("by", .flags(["a", "b-2"])),
        ]

        func compute(
            _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
        ) throws -> [[UInt8]]? {
            [
                rows.map { $0 == 7 ? Double.nan : 1 / Double($0 + 1) }.withUnsafeBytes { Array($0) },
                rows.map { UInt8($0 % 2) }, rows.map { UInt64($0 % 4) }.withUnsafeBytes { Array($0) },
            ]
        }
    }

    /// Sixteen bytes a row, a hundred and sixty a block: what is left over of three goes to the next.
    @Test
    func everyCellComesBack() throws {
        let place = try TemporaryDirectory()
        let bytes = Array(Self.text.utf8)
        let folder = try ScanFolder(
            "\(place.path)/scan", ScanPlan(yaml: bytes), planText: bytes, scenario: "name: paper\n", inputs: [],
            columns: Rows().columns)
        let path = "\(place.path)/scan.vot"
        #expect(throws: ScanError.incomplete(missing: 3, damaged: [], failed: [])) {
            try folder.mergeVOTable(into: path)
        }
        _ = try folder.run(Rows(), shouldStop: { false }, words: { "\($0)" })
        try folder.mergeVOTable(into: path)
        let document = try VOTableDocument(Array(try Data(contentsOf: URL(filePath: path))))
        let table = try #require(document.resources.first?.tables.first)
        #expect(table.fields.map(\.name) == ["mass_MeV", "word", "by_a", "by_b-2"])
        #expect(table.fields[0].unit == "MeV" && table.rowCount == 25)
        guard case .numbers(let masses) = table.columns[0], case .texts(let words) = table.columns[1],
            case .truths(let first) = table.columns[2], case .truths(let second) = table.columns[3]
        else {
            Issue.record("other types: \(table.columns)")
            return
        }
        for row in 0..<25 {
            #expect(row == 7 ? masses[row].map(\.isNaN) ?? true : masses[row] == 1 / Double(row + 1))
            #expect(words[row] == (row % 2 == 0 ? "no" : "maybe"))
            #expect(first[row] == (row % 2 == 1) && second[row] == (row % 4 >= 2))
        }
    }
}
