import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import Drawing
import Files
import Scenarios

struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract:
            "Draw the allowed region in the plane of mass and coupling, with its tables, bibliography and summary.",
        discussion: """
            The output directory is replaced as a whole, and only if it holds nothing but an earlier map. \
            'mutau map --scenario mutau-map/summary.json', or map.vot, makes an earlier map again, its grid and projections as \
            they were.
            """)

    @OptionGroup var plane: GridOptions

    @Option(name: .shortAndLong, help: "The directory to write.", completion: .directory)
    var output = "mutau-map"

    @Flag(inversion: .prefixedNo, help: "Show projections in the figure, or leave them out. (default: --projections)")
    var projections: Bool?

    @OptionGroup var figures: FigureOptions
    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        var style = try figures.readStyle()
        try checkReplaceable(at: output)
        if projections == true { style.layers.insert(.projections) }
        let recorded = try ChosenScenario(scenario.scenario).run
        let grid = try plane.points(otherwise: recorded?.plane)
        let showsProjections = projections ?? recorded?.showsProjections ?? true
        let ingredients = try Ingredients(scenario.places)
        let request = try ingredients.request(scenario)
        figures.tell(unknownOf: style, known: ingredients.catalogue.stems + request.overlays.map(\.stem))
        let analysis = try ingredients.analysis(of: request)
        let progress = ProgressBar(label: "map")
        let map = try analysis.map(grid) { progress.update($0) }
        defer { progress.finish() }
        let table = analysis.boundSet.exclusionTable(masses: try tableMasses(grid))
        let (version, inputs) = (ProgramVersion.text, analysis.inputs)
        let missing = try analysis.boundSet.missing
        let documents = try MapFiles(
            map, table: table, options: .init(showsProjections: showsProjections, style: style), inputs: inputs,
            missing: missing, version: version, isDrawn: figures.areDrawn,
            play: { ingredients.pagePlay(map, analysis, request) })
        figures.tell(documents.figureError, unlabelled: documents.unlabelled)
        try replaceDirectory(at: output, with: documents.files)
        let answer = MapSummary(
            map, table: table, showsProjections: showsProjections, inputs: inputs, version: version,
            written: WrittenFiles(documents.files, in: output), missing: missing)
        warn(of: answer.silentBounds)
        try Console.write(answer, as: format)
        try figures.end(documents.figureError)
    }

    /// A bound that was asked for by its name is not to be missed in silence.
    private func warn(of silent: [SilentBoundRecord]) {
        let asked = Set(scenario.bounds.only.map(ScenarioOptions.names) ?? [])
        for bound in silent where asked.contains(bound.stem) { Console.warn(bound.sentence) }
    }

    /// The usual masses that the map covers, so that the table has few columns; its ends where it covers none of them.
    private func tableMasses(_ grid: MapGrid) throws -> [Mass] {
        guard let first = grid.masses.first, let last = grid.masses.last else { return [] }
        let usual = try [1, 3, 6.5, 10, 30, 100, 300, 1000, 3000, 10000].map { try Mass(inMeV: $0) }
        let covered = usual.filter { first <= $0 && $0 <= last }
        return covered.isEmpty ? [first, last] : covered
    }
}
