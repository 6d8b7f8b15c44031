import ArgumentParser
import ConstraintKit
import CurveFormats

/// What a user says of a file: it overrides what the file says itself.
struct CardOptions: ParsableArguments {
    @Option(help: "The stem: letters, digits, - and _; otherwise the name of the document's file.")
    var stem: String?

    @Option(help: "A short name for figures and tables.", transform: readName)
    var name: String?

    @Option(help: "What was measured or computed, in one sentence.")
    var summary: String?

    @Option(help: "What the curve is worth.")
    var kind: Kind?

    @Option(
        help: ArgumentHelp(
            "Confidence level: 0.9, 90%, 'inferred 90%' or 'not stated'.", valueName: "level"),
        transform: readStatedConfidenceLevel)
    var confidenceLevel: ConfidenceLevel?

    @Option(help: "The statistical procedure, CLs for instance.")
    var statistic: String?

    @Option(help: "The side of the curve that is excluded.")
    var side: ExcludedSide?

    @Option(help: "How the points are joined.")
    var topology: Topology?

    @Option(help: "Unit of the mass column.")
    var massUnit: EnergyUnit?

    @Option(help: "What the coupling column holds.")
    var quantity: CurveQuantity?

    @Option(help: ArgumentHelp("The mass column by name, or by number from 1.", valueName: "column"))
    var massColumn: String?

    @Option(help: ArgumentHelp("The coupling column by name, or by number from 1.", valueName: "column"))
    var couplingColumn: String?

    @Option(help: ArgumentHelp("The curve to take of a file that holds several; may be repeated.", valueName: "name"))
    var curve: [String] = []

    @Option(help: "Kinetic mixing the curve was derived with: natural, none or ε/g′.", transform: readMixing)
    var mixing: KineticMixing?

    @Option(help: "How the numbers were obtained.")
    var method: Method?

    @Option(help: "How exactly the numbers were obtained, in words.")
    var methodNote: String?

    @Option(help: "Whether the bound has been checked against its source.")
    var status: Status?

    @Option(help: "What the bound takes for granted; may be repeated.")
    var assumption: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            A reference as key=value pairs separated by ';' with the keys texkey, arxiv, doi, citation; may be repeated.
            """, valueName: "reference"), transform: readReference)
    var reference: [Reference] = []

    @Option(help: "arXiv number of a single reference.")
    var arxiv: String?

    @Option(help: "INSPIRE texkey of a single reference.")
    var texkey: String?

    @Option(help: ArgumentHelp("A number by name; may be repeated.", valueName: "name=value"), transform: readParameter)
    var parameter: [NamedNumber] = []

    @Option(
        help: ArgumentHelp(
            "A bound that excludes every mass below one, for couplings above a floor.", valueName: "mass,floor"),
        transform: readMassLimit)
    var massLimit: ImportOptions.MassLimit?

    @Flag(help: "Take the curve although its numbers look wrong.")
    var insist = false

    func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        options.stem = stem
        options.title = name
        options.summary = summary
        options.kind = kind
        options.confidenceLevel = confidenceLevel
        options.statistic = statistic
        options.side = side
        options.topology = topology
        options.massUnit = massUnit
        options.quantity = quantity
        options.massColumn = massColumn
        options.couplingColumn = couplingColumn
        options.curves = curve
        options.mixing = mixing
        options.assumptions = assumption.isEmpty ? nil : assumption
        options.references = reference
        if arxiv != nil || texkey != nil {
            options.references.append(Reference(texkey: texkey, arxiv: arxiv, citation: ""))
        }
        options.method = method
        options.methodNote = methodNote
        options.status = status
        for number in parameter { options.parameters[number.name] = number.value }
        options.massLimit = massLimit
        options.insists = insist
        return options
    }
}

private func readName(_ text: String) throws -> String {
    guard
        text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
        )
    else { throw ValidationError("a name needs a character that can be seen") }
    return text
}

struct NamedNumber {
    var name: String
    var value: Double
}

func readStatedConfidenceLevel(_ text: String) throws -> ConfidenceLevel {
    if text == "not stated" || text == "not-stated" { return .notStated }
    if text.hasPrefix("inferred ") { return .inferred(try readConfidenceLevel(String(text.dropFirst(9)))) }
    return .stated(try readConfidenceLevel(text))
}

func readParameter(_ text: String) throws -> NamedNumber {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
        throw ValidationError("'\(text)' is no parameter: write name=value with a number")
    }
    return NamedNumber(name: String(parts[0]), value: value)
}

func readMassLimit(_ text: String) throws -> ImportOptions.MassLimit {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 1 || parts.count == 2 else {
        throw ValidationError("'\(text)' is no mass limit: write 5MeV,1e-9 (mass, smallest coupling)")
    }
    return try worded {
        .init(mass: try Mass(parts[0]), couplings: .above(parts.count == 2 ? try Coupling(parts[1]).value : 0))
    }
}

func readReference(_ text: String) throws -> Reference {
    var reference = Reference(citation: "")
    for pair in text.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard parts.count == 2 else { throw ValidationError("'\(pair)' is no part of a reference: write key=value") }
        let value = String(parts[1])
        switch parts[0] {
        case "texkey": reference.texkey = value
        case "arxiv": reference.arxiv = value
        case "doi": reference.doi = value
        case "citation": reference.citation = value
        default: throw ValidationError("'\(parts[0])' is not one of texkey, arxiv, doi, citation")
        }
    }
    return reference
}

extension Kind: ExpressibleByArgument {}
extension Method: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}
extension EnergyUnit: ExpressibleByArgument {}
extension ExcludedSide: ExpressibleByArgument {}
extension Topology: ExpressibleByArgument {}
extension CurveQuantity: ExpressibleByArgument {}
