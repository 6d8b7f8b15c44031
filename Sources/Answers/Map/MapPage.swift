import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Drawing
import Foundation

/// `map.html`: the map to play with, the figure, the table, the numbers and what they rest on, in one file that needs nothing
/// else.
public struct MapPage: Sendable {
    /// A figure to show in the page.
    public struct Picture: Sendable {
        public var format: FigureFormat
        public var bytes: [UInt8]

        /// - Parameter format: `svg` or `png`; a browser shows no PDF as a picture.
        public init(format: FigureFormat, bytes: [UInt8]) {
            self.format = format
            self.bytes = bytes
        }
    }

    private let map: RegionMap
    private let table: ExclusionTable
    private let picture: Picture?
    private let missing: MissingBounds
    private let play: PagePlay?

    /// - Parameters:
    ///   - picture: nil where none could be drawn; the page then says so.
    ///   - missing: the bounds that take no part because they are not at hand.
    ///   - play: the map to play with; nil: none, and the page has the figure alone.
    public init(
        _ map: RegionMap, table: ExclusionTable, picture: Picture?, missing: MissingBounds = .none,
        play: PagePlay? = nil
    ) {
        self.play = play
        self.missing = missing
        self.map = map
        self.table = table
        self.picture = picture
    }

    /// The file.
    public var text: String {
        let title = "Allowed region of an Lμ−Lτ gauge boson: scenario \(map.scenario.name)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(PagePolicy.text(scripts: play?.scripts ?? []))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTMLText.escaped(title))</title>
            <style>\(PagePolicy.sheet)</style>
            </head>
            <body>
            <main>
            <h1>\(HTMLText.escaped(title))</h1>
            <p>\(HTMLText.escaped(map.scenario.summary))</p>
            \(pictures)
            <h2>Regions</h2>
            \(regions.text(as: .html))
            \(findings)
            <h2>Limits</h2>
            <div class="wide">
            \(ExclusionReport(table).text(as: .html))
            </div>
            <h2>What the bounds rest on</h2>
            \(provenance)
            <h2>References</h2>
            \(references)
            </main>
            \(play?.blocks ?? "")
            </body>
            </html>

            """
    }

    /// With a map to play with the figure stands folded beneath, unfolded where no script runs.
    private var pictures: String {
        guard let play else { return figure }
        return "\(play.section)\n<details id=\"still\" open><summary>The figure</summary>\n\(figure)\n</details>"
    }

    private var figure: String {
        guard let picture else { return "<p>No figure could be drawn.</p>" }
        let type = picture.format == .svg ? "image/svg+xml" : "image/\(picture.format.rawValue)"
        let data = Data(picture.bytes).base64EncodedString()
        let description =
            "Coupling against mass: in colour R < 1 (paper), outlined with what is better than the best fit without Z′ per "
            + "d.o.f.; limits as lines; in bold what is allowed and has R < 1."
        return "<figure><img alt=\"\(description)\" src=\"data:\(type);base64,\(data)\"></figure>"
    }

    private var regions: PrintedTable {
        let rows: [(String, PlaneRegion)] = [
            ("allowed", map.allowed), ("R < 1 (paper)", map.preferredByIceCube), ("both", map.allowedAndPreferred),
            ("better than the best fit without Z′ per d.o.f.", map.betterThanFreeFit),
        ]
        return PrintedTable(
            columns: [
                .init("Region"), .init("Area [dex²]", alignment: .right), .init("m [MeV]", alignment: .right),
                .init("g′", alignment: .right),
            ],
            rows: rows.map { name, region in
                [
                    .text(name), .text(NumberText.fixed(region.area, decimals: 3)), Self.cell(region.massRange),
                    Self.cell(region.couplingRange),
                ]
            })
    }

    private static func cell(_ range: ClosedRange<Double>?) -> TableCell {
        range.map { .intervals([.init(lower: $0.lowerBound, upper: $0.upperBound)]) } ?? .text("empty")
    }

    private var findings: String {
        let (mass, coupling) = map.bestPoint
        let best =
            "Least χ² on the grid: \(NumberText.fixed(map.chi2[map.best], decimals: 3)) at "
            + "m = \(NumberText.short(mass.inMeV)) MeV, g′ = \(NumberText.short(coupling.value)) "
            + "(\(map.standings[map.best].rawValue)); "
            + "\(NumberText.fixed(map.chi2WithoutMediator, decimals: 3)) without a Z′, "
            + "\(NumberText.fixed(map.chi2OfFreeFit, decimals: 3)) at the best fit without."
        let caveats = map.caveats.isEmpty ? [] : ["Somewhere on the grid:"] + map.caveats.map(Wording.sentence)
        let bounds = map.bounds.map(\.bound)
        let own = ConditionNotes(map).sentencesOfCurves + OwnDocuments(bounds).sentences
        let remarks = Wording.remarks(provisionalData: map.provisionalData, other: map.other)
        let failures = map.bounds.compactMap(Wording.failure)
        let absent = MissingWording.sentences(missing, on: map)
        return ([best] + remarks + failures + absent + caveats + own)
            .map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
    }

    private var provenance: String {
        let items = map.bounds.map(\.bound).map { bound in
            let card = bound.card
            let facts =
                [
                    card.method.rawValue + (card.methodNote.map { ": \($0)" } ?? ""),
                    "confidence level " + Wording.confidenceLevel(card.confidenceLevel), card.status.rawValue,
                    bound.caveat, bound.origin == .bundled ? nil : Wording.origin(bound.origin),
                    bound.code.map { "computed by \(Wording.code($0))" },
                ].compactMap(\.self) + Wording.conditions(of: bound)
            return "<li><b>\(HTMLText.escaped(card.title))</b>: \(HTMLText.escaped(facts.joined(separator: "; ")))</li>"
        }
        return "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private var references: String {
        let bibliography = Bibliography(references: map.references)
        let items = (bibliography.entries.map(\.reference) + bibliography.unkeyed).map { reference in
            "<li>\(HTMLText.escaped(reference.sentence)) \(Self.links(of: reference))</li>"
        }
        return items.isEmpty ? "<p>None.</p>" : "<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    }

    /// Addresses are built from identifiers, never taken from a card, and hold nothing but an identifier's characters.
    private static func links(of reference: Reference) -> String {
        [("https://arxiv.org/abs/", "arXiv:", reference.arxiv), ("https://doi.org/", "doi:", reference.doi)]
            .compactMap { address, prefix, identifier -> String? in
                guard let identifier else { return nil }
                let text = HTMLText.escaped(prefix + identifier)
                let isPlain = identifier.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "./-_()".contains($0))
                }
                return isPlain ? "<a href=\"\(address)\(identifier)\">\(text)</a>" : text
            }
            .joined(separator: " ")
    }
}
