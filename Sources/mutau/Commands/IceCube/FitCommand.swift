import AllowedRegion
import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import Drawing
import Files
import IceCubeFit
import Scenarios

struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract:
            "Fit mass, coupling, amplitude and spectral index to IceCube's spectrum, with profiles and contours.",
        discussion: """
            All four parameters are fitted within the ranges given. The output directory, where one is named, is replaced as a \
            whole, and only if it holds nothing but an earlier answer. '--scenario fit.json' takes the scenario of an earlier fit \
            and what it was made from; the ranges, --grid, --below, --profile, --levels, --forecast and --injected are to be given \
            again, since a fit of another scenario's data in ranges that were chosen for the first would pass for the same \
            search.
            """)

    @OptionGroup var space: FitSpaceOptions

    @Option(
        help: ArgumentHelp("Keep the coupling below these bounds, at each mass.", valueName: "stem,…"),
        completion: Completions.stemLists)
    var below: String?

    @Option(
        help: ArgumentHelp(
            "Profile or contours of one or two parameters of mass, coupling, amplitude, gamma; may be repeated.",
            valueName: "name[,name]"), transform: ProfileArgument.init(argument:))
    var profile: [ProfileArgument] = []

    @Option(
        help: ArgumentHelp("Confidence levels of the contours.", valueName: "fraction,…"),
        transform: readConfidenceLevels)
    var levels = ConfidenceLevels(values: [0.9, 0.95])

    @Option(
        help: ArgumentHelp("Fit what this many times today's exposure should bring.", valueName: "exposure"),
        transform: readNumber)
    var forecast: Double?

    @Option(
        help: ArgumentHelp(
            """
            The model a forecast takes for true: 6.5MeV,5e-4,1.5,2.5 (mass, coupling, amplitude, and gamma where the spectrum \
            of the sources has one), 'none' or 'best'.
            """,
            valueName: "model"), transform: InjectedModel.init(argument:))
    var injected: InjectedModel?

    @Option(name: .shortAndLong, help: "A directory for figures and tables.", completion: .directory)
    var output: String?

    @OptionGroup var figures: FigureOptions
    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard injected == nil || forecast != nil else {
            throw ValidationError("--injected says what a forecast takes for true: give --forecast too")
        }
        guard scenario.sources.amplitude?.isProfiled ?? true, scenario.sources.gamma?.isProfiled ?? true else {
            throw ValidationError(
                "amplitude and gamma are fitted: narrow them with --amplitude-range and --gamma-range")
        }
    }

    func run() throws {
        let style = try figures.readStyle()
        if let output { try checkReplaceable(at: output) }
        let ingredients = try Ingredients(self.scenario.places)
        var request = try ingredients.request(scenario)
        request.scenario.iceCube.amplitude = nil
        request.scenario.iceCube.gamma = nil
        if request.isOfFit { Console.warn(Self.whatIsNotTaken) }
        let below = try self.below.map { try ScenarioOptions.stems($0, known: ingredients.catalogue.stems) } ?? []
        let present = Set(request.scenario.stems + request.overlays.map(\.stem))
        request.overlays += try below.filter { !present.contains($0) }.map { try ingredients.catalogue.entry(for: $0) }
        let analysis = try ingredients.analysis(of: request)
        let progress = ProgressBar(label: "fit")
        let answer = try analysis.fit(fitRequest(below, of: analysis.fittedParameters)) { progress.update($0) }
        progress.finish()
        let inputs = analysis.inputs
        let files = try documents(answer, inputs, style)
        let written = output.flatMap { directory in files.map { WrittenFiles($0.files, in: directory) } }
        try Console.write(FitReport(answer, inputs: inputs, written: written), as: format)
        try figures.end(files?.figureError)
    }

    /// A fit is no other one unnoticed.
    private static let whatIsNotTaken =
        "of the earlier answer the scenario is taken and what it was made from, and not what a fit was asked: ranges, --grid, "
        + "--below, --profile, --levels, --forecast and --injected hold as they are given here"

    /// - Parameter parameters: what is shown of where nothing is said.
    private func fitRequest(_ below: [String], of parameters: [FitParameter]) throws -> FitRequest {
        FitRequest(
            space: try space.space(), below: below,
            profiles: profile.isEmpty
                ? (output == nil && format.format == .text ? [] : parameters)
                : profile.compactMap(\.parameter),
            planes: profile.isEmpty ? FitPair.usual(of: parameters) : profile.compactMap(\.pair),
            confidenceLevels: levels.values,
            forecast: forecast.map { .init(exposure: $0, model: injected?.model ?? .bestFit) })
    }

    /// - Returns: the files that were written.
    private func documents(_ answer: FitAnswer, _ inputs: RunInputs, _ style: FigureStyle) throws -> FitFiles? {
        guard let output else { return nil }
        let documents = try FitFiles(answer, inputs: inputs, areDrawn: figures.areDrawn, style: style)
        figures.tell(documents.figureError, unlabelled: documents.unlabelled)
        try replaceDirectory(at: output, with: documents.files)
        return documents
    }
}
