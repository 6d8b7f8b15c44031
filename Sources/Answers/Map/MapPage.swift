import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Drawing

/// `map.html`: the map to play with, the figure, the table, the numbers and what they rest on, in one file that needs nothing
/// else.
public struct MapPage: Sendable {
    /// A figure to show in the page.
    public struct Picture: Sendable {
        public var format: FigureFormat
        public var bytes: [UInt8]
        /// Whether it was drawn for a dark ground; else a dark screen shows it turned over.
        public var isDark: Bool

        /// - Parameter format: `svg` or `png`; a browser shows no PDF as a picture.
        public init(format: FigureFormat, bytes: [UInt8], isDark: Bool = false) {
            (self.format, self.bytes, self.isDark) = (format, bytes, isDark)
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
        let sections = MapSections(map, missing: missing)
        let findings = (sections.best + sections.remarks + sections.absent)
            .map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
        let inside = """
            <p id="summary">\(HTMLText.escaped(map.scenario.summary))</p>
            \(pictures)
            <h2>Regions</h2>
            <div class="wide">
            \(sections.regions.text(as: .html))
            </div>
            \(findings)
            <h2>Limits</h2>
            <div class="wide">
            \(ExclusionReport(table).text(as: .html))
            </div>
            <h2>What the bounds rest on</h2>
            \(sections.provenance)
            <h2>References</h2>
            \(sections.references)
            """
        return StandingPage.text(title: title, scripts: play?.scripts ?? [], inside: inside, blocks: play?.blocks ?? "")
    }

    /// With a map to play with the figure stands folded beneath, unfolded where no script runs.
    private var pictures: String {
        let figure = MapSections.figure(picture)
        guard let play else { return figure }
        let below = HTMLText.escaped("What follows is of the scenario \(map.scenario.name), whatever is chosen above.")
        return "\(play.section)\n<p>\(below)</p>\n"
            + "<details id=\"still\" open><summary>The figure</summary>\n\(figure)\n</details>"
    }
}
