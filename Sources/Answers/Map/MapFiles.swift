import AllowedRegion
import Assessment
import CurveArchive
import Documents
import Drawing
import Files

/// All files of a map: figure, page, tables, VOTable, bibliography, summary.
public struct MapFiles: Sendable {
    /// Names without a directory, each with its contents.
    public let files: [(name: String, bytes: [UInt8])]
    /// Why there is no figure; nil where there is one. Everything else is made all the same.
    public let figureError: GnuplotError?
    /// Lines and outlines of the figure whose label found no place.
    public let unlabelled: [String]

    /// - Parameters:
    ///   - options: of the figure.
    ///   - digests: of the documents the bounds were made from, by stem.
    ///   - version: of the program.
    public init(
        _ map: RegionMap, table: ExclusionTable, options: MapFigure.Options = .init(), digests: [String: SHA256] = [:],
        version: String
    ) throws {
        var files: [(name: String, bytes: [UInt8])] = []
        let figure = MapFigure(map, options: options)
        var picture: MapPage.Picture?
        do {
            let drawn = try figure.files(by: Gnuplot())
            for (format, bytes) in zip(FigureFormat.allCases, drawn) {
                files.append(("map.\(format.fileExtension)", bytes))
                if format == .svg { picture = .init(format: format, bytes: bytes) }
            }
            figureError = nil
        } catch {
            figureError = error
        }
        let exclusions = ExclusionReport(table)
        for (name, format) in [("table.md", AnswerFormat.markdown), ("table.tex", .latex), ("table.csv", .csv)] {
            files.append((name, try exclusions.bytes(as: format)))
        }
        files.append(("map.html", Array(MapPage(map, table: table, picture: picture).text.utf8)))
        files.append(("map.vot", MapVOTable(map).bytes))
        files.append(("references.bib", Array(Bibliography(references: map.references).bibTeX.utf8)))
        let summary = MapSummary(
            map, table: table, showsProjections: options.showsProjections, digests: digests, version: version)
        files.append(("summary.json", try summary.bytes(as: .json)))
        self.files = files
        unlabelled = figure.unlabelled
    }
}
