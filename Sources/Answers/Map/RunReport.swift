import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Scenarios

/// `report.html`: a map as one would tell of it, what it rests on, what is missing and how it is made again, on a page
/// without a script that prints as it is.
public struct RunReport: Sendable {
    private let map: RegionMap
    private let table: ExclusionTable
    private let picture: MapPage.Picture?
    private let missing: MissingBounds
    private let inputs: RunInputs
    private let version: String

    /// - Parameters:
    ///   - picture: nil where none could be drawn; the report then says so.
    ///   - missing: the bounds that take no part because they are not at hand.
    ///   - inputs: what the map was made from.
    ///   - version: of the program.
    public init(
        _ map: RegionMap, table: ExclusionTable, picture: MapPage.Picture?, missing: MissingBounds = .none,
        inputs: RunInputs = RunInputs(), version: String
    ) {
        (self.map, self.table, self.picture) = (map, table, picture)
        (self.missing, self.inputs, self.version) = (missing, inputs, version)
    }

    /// The file.
    public var text: String {
        let title = "Report: allowed region of an Lμ−Lτ gauge boson, scenario \(map.scenario.name)"
        let sections = MapSections(map, missing: missing)
        let shares = BoundShares(map)
        let inside = """
            <p>\(HTMLText.escaped(map.scenario.summary))</p>
            <h2>In short</h2>
            <p>\(HTMLText.escaped(ReportAbstract(map, shares: shares).sentences.joined(separator: " ")))</p>
            \(MapSections.figure(picture))
            <h2>Regions</h2>
            <div class="wide">
            \(sections.regions.text(as: .html))
            </div>
            \(Self.paragraphs(sections.best + sections.remarks))
            <h2>What is missing</h2>
            \(Self.list(sections.absent, otherwise: "Nothing that the program knows to be missing."))
            <p>\(HTMLText.escaped(Self.choice))</p>
            <h2>What each bound excludes</h2>
            <div class="wide">
            \(contributions(shares).text(as: .html))
            </div>
            <h2>Limits</h2>
            <div class="wide">
            \(ExclusionReport(table).text(as: .html))
            </div>
            <h2>What the bounds rest on</h2>
            \(sections.provenance)
            <h2>The scenario</h2>
            <div class="wide">
            \(Self.preformatted(map.scenario.yaml))
            </div>
            <h2>How it is made again</h2>
            <p>\(HTMLText.escaped(Self.repetition))</p>
            <p><code>mutau map --scenario summary.json --output ../again</code></p>
            \(digests)
            <h2>References</h2>
            \(sections.references)
            """
        return StandingPage.text(title: title, inside: inside)
    }

    private static let choice =
        "What a scenario leaves out by choice is not among these: 'mutau list' names all bounds that there are."

    private static let repetition =
        "summary.json, which lies beside this page, holds all that the map was made from; where a document is no longer the "
        + "one whose digest stands below, the program says so and makes nothing:"

    // MARK: Parts

    private func contributions(_ shares: BoundShares) -> PrintedTable {
        func percent(_ fraction: Double?) -> TableCell {
            .text(fraction.map { NumberText.fixed(100 * $0, decimals: 1) } ?? "–")
        }
        let rows = map.bounds.map(\.bound).map { bound -> [TableCell] in
            let share = shares.all[bound.card.stem]
            return [
                .text(bound.card.title), .text(Wording.kind(of: bound)),
                .text(Wording.confidenceLevel(bound.card.confidenceLevel)), percent(share?.ofPlane),
                percent(share?.ofRegion), percent(share?.alone),
            ]
        }
        return PrintedTable(
            columns: [
                .init("Bound"), .init("Kind"), .init("CL"), .init("plane [%]", alignment: .right),
                .init("R < 1 [%]", alignment: .right), .init("alone [%]", alignment: .right),
            ],
            rows: rows,
            notes: [
                "Of the points of the grid, of those with R < 1, and of the grid by no other bound. Bounds that do not decide "
                    + "exclude nothing, –."
            ])
    }

    private var digests: String {
        let kinds = [("document", inputs.documents), ("library", inputs.code), ("file", inputs.files)]
        let rows = kinds.flatMap { kind, digests in
            digests.sorted { $0.key < $1.key }
                .map { [TableCell.text(kind), .text($0.key), .text($0.value.hexadecimal)] }
        }
        let table = PrintedTable(columns: [.init("Kind"), .init("Name"), .init("SHA-256")], rows: rows)
        let program = "<p>\(HTMLText.escaped(version))</p>"
        return rows.isEmpty ? program : "\(program)\n<div class=\"wide\">\n\(table.text(as: .html))</div>"
    }

    private static func paragraphs(_ sentences: [String]) -> String {
        sentences.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
    }

    private static func list(_ sentences: [String], otherwise: String) -> String {
        guard !sentences.isEmpty else { return "<p>\(HTMLText.escaped(otherwise))</p>" }
        return "<ul>\n\(sentences.map { "<li>\(HTMLText.escaped($0))</li>" }.joined(separator: "\n"))\n</ul>"
    }

    /// Line by line: within a line no sign breaks it.
    private static func preformatted(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { HTMLText.escaped(String($0)) }
        return "<pre>\(lines.joined(separator: "\n"))</pre>"
    }
}
