import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import Documents
import Files

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the curve of one bound, or of all bounds of a scenario, as CSV, JSON or VOTable.",
        usage: """
            mutau export <stem> [<options>]
            mutau export <stem> --mass-range <lower:upper> [--points <points>] [<options>]
            mutau export envelope --mass-range <lower:upper> [--points <points>] [<options>]
            """,
        discussion: """
            Masses are in MeV, couplings are g′; all digits are written. The VOTable is the document itself with its card; JSON \
            has the card, too.

            With masses the bound is evaluated at each of them under the scenario's conventions, and the document has what it \
            excludes or prefers there. 'envelope' stands for all that the scenario excludes; where a bound of yours has that very \
            name, say --envelope. Its VOTable can be given to 'add' and '--overlay'.
            """)

    @Argument(help: "The stem of the bound, as 'mutau list' has it, or 'envelope'.", completion: Completions.stems)
    var stem: String?

    @Flag(help: "Write what all bounds of the scenario exclude together.")
    var envelope = false

    @OptionGroup var list: MassListOptions

    @Option(help: "The form of the curve.")
    var format: ExportFormat = .csv

    @Option(name: .shortAndLong, help: "The file to write; otherwise standard output.", completion: .file())
    var output: String?

    @OptionGroup var scenario: ScenarioOptions

    func validate() throws {
        guard (stem != nil) != envelope else {
            throw ValidationError("give the stem of a bound, or --envelope for all bounds of the scenario")
        }
        guard list.areGiven || !scenario.changesWhatBoundsSay else {
            throw ValidationError(
                "a document is the same in every scenario: name the masses at which it is to be evaluated, with --masses or "
                    + "--mass-range")
        }
    }

    func run() throws {
        let masses = try list.areGiven ? MassRow(sorting: list.all()) : nil
        let ingredients = try Ingredients(scenario.places)
        let export = try export(ingredients, masses)
        guard let output else { return try Console.write(export, as: format.ofAnswer) }
        guard !fileExists(output) else {
            throw ErrorReport("'\(output)' is there already: name another file", code: ExitStatus.cannotCreate)
        }
        try replaceFile(at: output, with: try export.bytes(as: format.ofAnswer))
    }

    private func export(_ ingredients: Ingredients, _ masses: MassRow?) throws -> CurveExport {
        guard let stem, stem != Self.wordForEnvelope || ingredients.catalogue.stems.contains(stem) else {
            guard let masses else {
                throw ValidationError(
                    "an envelope is of masses: name them, with '--mass-range 1MeV:1GeV' for instance")
            }
            let (entry, edges) = try ingredients.envelope(ingredients.request(scenario), at: masses)
            return CurveExport(entry, edges: edges)
        }
        if let masses {
            return CurveExport(try ingredients.evaluated(stem, ingredients.request(scenario), at: masses))
        }
        let entry = try ingredients.catalogue.entry(for: stem)
        guard format != .csv || !entry.document.limits.isEmpty else {
            throw ErrorReport(
                "'\(stem)' has no curve: it is computed; name the masses at which it is wanted, with '--mass-range 1MeV:1GeV' "
                    + "for instance",
                code: ExitStatus.badData)
        }
        return CurveExport(entry)
    }

    /// What stands in the place of a stem for all bounds.
    private static let wordForEnvelope = "envelope"
}

/// The form of a curve.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, json, votable

    var ofAnswer: AnswerFormat {
        switch self {
        case .csv: .csv
        case .json: .json
        case .votable: .votable
        }
    }
}
