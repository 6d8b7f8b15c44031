import AllowedRegion
import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import CurveFormats
import Drawing
import Files
import Foundation
import Scenarios
import Transport

struct SpectrumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spectrum",
        abstract: "Compute the neutrino flux at Earth, by flavour, after resonant scattering on relic neutrinos.",
        discussion: """
            An amplitude or index that is not given is the scenario's, or that of the best fit where the scenario profiles it.
            """)

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: WrittenMass.init)
    var mass: WrittenMass

    @Argument(help: "The gauge coupling g′.", transform: readCoupling)
    var coupling: Coupling

    @Flag(help: "Divide by the flux without a Z′.")
    var ratio = false

    @Option(help: ArgumentHelp("Flavours to show.", valueName: "e,mu,tau"), transform: readFlavours)
    var flavour: [Flavour] = Flavour.allCases

    @Flag(help: "Show the mass states too.")
    var states = false

    @Option(
        help: ArgumentHelp(
            "Energies to show, one a line, in GeV where it has no unit, and at most \(AnswerLimits.energies); '-' for standard input.",
            valueName: "file"), completion: .file())
    var energies: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: "A directory for the figure and the numbers, replaced as a whole.", completion: .directory)
    var directory: String?

    @OptionGroup var figures: FigureOptions
    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let style = try figures.readStyle()
        if let directory { try checkReplaceable(at: directory) }
        let mass = mass.told(beside: coupling)
        let analysis = try Ingredients(scenario.places).analysis(scenario)
        let energies = try self.energies.map(readEnergies) ?? Self.defaultEnergies
        let spectrum = try analysis.iceCube.spectrum(mass: mass, coupling: coupling, energies: energies)
        if ratio, let energy = spectrum.energyWithoutRatio {
            throw ErrorReport(
                "at \(energy) GeV nothing arrives without a Z′, so that there is no ratio to it: leave out --ratio, or "
                    + "name other energies", code: ExitStatus.usage)
        }
        var report = SpectrumReport(spectrum, flavours: flavour, showsStates: states, showsRatio: ratio)
        for caveat in spectrum.caveats { Console.warn(Wording.sentence(caveat)) }
        var figureError: GnuplotError?
        if let directory {
            let fine = try analysis.iceCube.spectrum(
                mass: mass, coupling: coupling, energies: spectrum.energiesOfFigure)
            // A ratio to nothing can't be drawn; the energies that were asked for have one.
            let drawn = ratio && fine.energyWithoutRatio != nil ? spectrum : fine
            let figure = SpectrumReport(drawn, flavours: flavour, showsStates: states, showsRatio: ratio)
            let documents = try SpectrumFiles(report, figure: figures.areDrawn ? figure : nil, style: style)
            figures.tell(documents.figureError, unlabelled: documents.unlabelled)
            try replaceDirectory(at: directory, with: documents.files)
            report.written = WrittenFiles(documents.files, in: directory)
            figureError = documents.figureError
        }
        try Console.write(report, as: output)
        try figures.end(figureError)
    }

    /// 1 TeV to 100 PeV, fifty a decade [GeV].
    private static let defaultEnergies = (0...250).map { pow(10, 3 + Double($0) / 50) }
}

func readFlavours(_ text: String) throws -> [Flavour] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
        guard let flavour = Flavour(rawValue: String(name)) else {
            throw ValidationError("'\(name)' is no flavour: write e, mu or tau")
        }
        return flavour
    }
}

/// Reads energies, one a line, with a unit or in GeV; empty lines and remarks behind # are passed over.
func readEnergies(_ path: String) throws -> [Double] {
    let limit = AnswerLimits.bytesOfEnergies
    let bytes = try path == "-" ? readStandardInput(limit: limit) : readInput(path, limit: limit)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let text = String(decoding: content, as: UTF8.self)
    var energies: [Double] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        guard !content.isEmpty else { continue }
        guard let energy = energy(of: content), EnergyBin.allowed.contains(energy) else {
            throw ErrorReport(
                "\(path):\(index + 1): '\(line.prefix(40))' is no energy: write one a line, in GeV or with its unit, from "
                    + "\(EnergyBin.allowed.lowerBound) to \(EnergyBin.allowed.upperBound)",
                code: ExitStatus.badData)
        }
        guard energies.count < AnswerLimits.energies else {
            throw ErrorReport(
                "\(path):\(index + 1): a spectrum has at most \(AnswerLimits.energies) energies: part the file",
                code: ExitStatus.badData)
        }
        energies.append(energy)
    }
    guard !energies.isEmpty else { throw ErrorReport("\(path) holds no energy", code: ExitStatus.badData) }
    return energies
}

/// A number in GeV as people and programs write it, or one with its unit.
private func energy(of text: String) -> Double? {
    if case .number(let number) = PointCell(text, hasDecimalComma: false) { return number }
    return try? EnergyUnit.gigaelectronvolt.value(of: text, quantity: "energy")
}
