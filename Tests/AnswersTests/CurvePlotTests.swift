import ConstraintKit
import CurveArchive
import Documents
import Foundation
import Testing

@testable import Answers

/// A curve drawn with characters.
@Suite struct CurvePlotTests {
    /// A limit that falls from 1e-3 at 1 MeV to 1e-4 at 100 MeV: a straight line.
    private static func entry(_ region: (Curve) -> Region) throws -> CatalogueEntry {
        let curve = try Curve(knots: [.init(mass: 1, coupling: 1e-3), .init(mass: 100, coupling: 1e-4)])
        let card = Card(
            stem: "line", title: "A line", kind: .observed, confidenceLevel: .notStated,
            method: .published)
        return CatalogueEntry(
            given: Document(
                card: card,
                limits: [.init(name: "observed", kind: .observed, confidenceLevel: .notStated, region: region(curve))]))
    }

    private static func plot(
        _ signs: TerminalSigns, columns: Int?, _ region: (Curve) -> Region = Region.above
    ) throws -> [String] {
        let entry = try entry(region)
        let curve = try #require(DrawnCurve(entry.document))
        let text = TextStyle.$current.withValue(TextStyle(columns: columns)) {
            EntryReport(entry, drawn: (curve, signs)).text
        }
        return text.split(separator: "\n").map(String.init).drop { $0.trimmingCharacters(in: .whitespaces) != "g'" }
            .map { $0 }
    }

    @Test(arguments: [40, 80, 120])
    func itsAxesHaveTicksAndUnitsAndFit(_ columns: Int) throws {
        let lines = try Self.plot(.ascii, columns: columns)
        #expect(lines.allSatisfy { $0.count <= columns && $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(lines.contains { $0.hasPrefix("  1e-3+") } && lines.contains { $0.hasPrefix("  1e-4+") })
        #expect(lines.contains { $0.hasSuffix(" m [MeV]") })
        let labels = try #require(lines.first { $0.contains("100") && !$0.contains("g'") })
        #expect(labels.split(separator: " ").contains("1") && labels.split(separator: " ").contains("10"))
        #expect(lines.last?.hasSuffix("## curve from 1.00 to 100 MeV") == true)
        #expect(lines.dropLast().last?.hasSuffix(":: excluded") == true)
    }

    /// In a column the edge stands once, and the shade on the side that is excluded alone.
    @Test func theSideThatIsExcludedIsShaded() throws {
        let above = try Self.middle(Self.plot(.ascii, columns: 80))
        let edge = try #require(above.firstIndex(of: "#"))
        #expect(above[..<edge].allSatisfy { $0 == ":" } && edge > 0)
        #expect(above[edge...].drop { $0 == "#" }.allSatisfy { $0 == " " })
        let below = try Self.middle(Self.plot(.ascii, columns: 80, Region.below))
        let lower = try #require(below.firstIndex(of: "#"))
        #expect(below[..<lower].allSatisfy { $0 == " " })
        #expect(below[lower...].drop { $0 == "#" }.allSatisfy { $0 == ":" } && below.last == ":")
    }

    /// The signs of the column in the middle, from above.
    private static func middle(_ lines: [String]) throws -> [Character] {
        let rows = lines.dropFirst().prefix { !$0.contains("+-") }
        return rows.map { line in
            let signs = Array(line)
            return signs.count > 40 ? signs[40] : " "
        }
    }

    /// A slope of one line of dots needs finer signs than a line of characters.
    @Test func brailleDrawsItFiner() throws {
        let text = try Self.plot(.unicode, columns: 80).joined()
        let dots = Set(text.unicodeScalars.filter { (0x2801...0x28FF).contains($0.value) })
        #expect(dots.count > 3)
        #expect(text.contains("░") && !text.contains("#"))
    }

    @Test func whereNothingIsDrawnTheAnswerIsAsItWas() throws {
        let entry = try Self.entry(Region.above)
        let text = EntryReport(entry).text
        #expect(!text.contains("m [MeV]") && text.hasSuffix("1.00e-4\n"))
        let curve = try #require(DrawnCurve(entry.document))
        #expect(EntryReport(entry, drawn: (curve, .ascii)).text.hasPrefix(text + "\n"))
    }
}
