import AllowedRegion
import Assessment
import CurveArchive
import Documents
import Drawing
import NumericalMethods
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
    ///   - play: makes what one can play with in the page while the figure is drawn; nil: nothing.
    public init(
        _ map: RegionMap, table exclusionTable: ExclusionTable, options: MapFigure.Options = .init(),
        inputs: RunInputs = RunInputs(), missing: MissingBounds = .none, version: String, isDrawn: Bool = true,
        play makePlay: () -> PagePlay? = { nil }
    ) throws {
        var files: [(name: String, bytes: [UInt8])] = []
        var unlabelled: [String] = []
        var picture: MapPage.Picture?
        var failure: GnuplotError?
        var play: PagePlay?
        if isDrawn {
            let figure = MapFigure(map, options: options)
            unlabelled = figure.unlabelled
            let (drawn, made) = Parallel.both(aside: { Self.drawn(figure) }, here: makePlay)
            play = made
            do throws(GnuplotError) {
                for (format, bytes) in zip(FigureFormat.allCases, try drawn.get()) {
                    files.append(("map.\(format.fileExtension)", bytes))
                    if format == .svg {
                        picture = .init(format: format, bytes: bytes, isDark: options.style.theme == .dark)
                    }
                }
            } catch {
                failure = error
            }
            files.append(figure.commandFile)
            files += try MapFigure.curveFiles(of: map, options: options)
        } else {
            play = makePlay()
        }
        figureError = failure
        let exclusions = ExclusionReport(exclusionTable)
        for (name, format) in [("table.md", AnswerFormat.markdown), ("table.tex", .latex), ("table.csv", .csv)] {
            files.append((name, try exclusions.bytes(as: format)))
        }
        let page = MapPage(map, table: exclusionTable, picture: picture, missing: missing, play: play)
        let report = RunReport(
            map, table: exclusionTable, picture: picture, missing: missing, inputs: inputs, version: version)
        let table = MapVOTable(
            map, showsProjections: options.showsProjections, inputs: inputs, version: version)
        let (arrays, pages) = Parallel.both(
            aside: { [("map.vot", table.bytes), ("map.npz", MapArrays(map).bytes)] },
            here: { [("map.html", Array(page.text.utf8)), ("report.html", Array(report.text.utf8))] })
        files += pages + arrays
        files.append(("references.bib", Array(Bibliography(references: map.references).bibTeX.utf8)))
        let summary = MapSummary(
            map, table: exclusionTable, showsProjections: options.showsProjections, inputs: inputs, version: version,
            missing: missing)
        files.append(("summary.json", try summary.bytes(as: .json)))
        self.files = files
        self.unlabelled = unlabelled
    }

    private static func drawn(_ figure: MapFigure) -> Result<[[UInt8]], GnuplotError> {
        do throws(GnuplotError) { return .success(try figure.files(by: Gnuplot())) } catch { return .failure(error) }
    }
}
