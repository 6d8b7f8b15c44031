import AllowedRegion
import Assessment
import CurveArchive
import Documents
import Drawing
import Scenarios

/// All files of a map: figure, page, report, tables, arrays, bibliography, summary.
public struct MapFiles: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there is no figure; nil where there is one. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines and outlines of the figure whose label found no place.
    public let unlabelled: [String]

    /// - Parameters:
    ///   - options: of the figure.
    ///   - inputs: what the map was made from.
    ///   - missing: the bounds that take no part because they are not at hand.
    ///   - version: of the program.
    ///   - isDrawn: whether there is to be a figure.
    ///   - play: what one can play with in the page; nil: nothing.
    public init(
        _ map: RegionMap, table exclusionTable: ExclusionTable, options: MapFigure.Options = .init(),
        inputs: RunInputs = RunInputs(), missing: MissingBounds = .none, version: String, isDrawn: Bool = true,
        play: PagePlay? = nil
    ) throws {
        var files: [(name: String, bytes: [UInt8])] = []
        var unlabelled: [String] = []
        var picture: MapPage.Picture?
        var failure: GnuplotError?
        if isDrawn {
            let figure = MapFigure(map, options: options)
            unlabelled = figure.unlabelled
            do throws(GnuplotError) {
                let drawn = try figure.files(by: Gnuplot())
                for (format, bytes) in zip(FigureFormat.allCases, drawn) {
                    files.append(("map.\(format.fileExtension)", bytes))
                    if format == .svg { picture = .init(format: format, bytes: bytes) }
                }
            } catch {
                failure = error
            }
            files.append(figure.commandFile)
            files += try MapFigure.curveFiles(of: map, options: options)
        }
        figureError = failure
        let exclusions = ExclusionReport(exclusionTable)
        for (name, format) in [("table.md", AnswerFormat.markdown), ("table.tex", .latex), ("table.csv", .csv)] {
            files.append((name, try exclusions.bytes(as: format)))
        }
        files.append(
            (
                "map.html",
                Array(
                    MapPage(map, table: exclusionTable, picture: picture, missing: missing, play: play).text.utf8)
            ))
        let report = RunReport(
            map, table: exclusionTable, picture: picture, missing: missing, inputs: inputs, version: version)
        files.append(("report.html", Array(report.text.utf8)))
        let table = MapVOTable(
            map, showsProjections: options.showsProjections, inputs: inputs, version: version)
        files.append(("map.vot", table.bytes))
        files.append(("map.npz", MapArrays(map).bytes))
        files.append(("references.bib", Array(Bibliography(references: map.references).bibTeX.utf8)))
        let summary = MapSummary(
            map, table: exclusionTable, showsProjections: options.showsProjections, inputs: inputs, version: version,
            missing: missing)
        files.append(("summary.json", try summary.bytes(as: .json)))
        self.files = files
        self.unlabelled = unlabelled
    }
}
