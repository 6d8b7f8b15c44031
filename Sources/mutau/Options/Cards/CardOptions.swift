import ArgumentParser
import CurveFormats

/// What a user says of a file: it overrides what the file says itself. An option for each ``CardField``.
struct CardOptions: ParsableArguments {
    @Option(.stem) var stem: FieldStatement?
    @Option(.title) var title: FieldStatement?
    @Option(.summary) var summary: FieldStatement?
    @Option(.kind) var kind: FieldStatement?
    @Option(.confidenceLevel) var confidenceLevel: FieldStatement?
    @Option(.statistic) var statistic: FieldStatement?
    @Option(.excludedSide) var excludedSide: FieldStatement?
    @Option(.topology) var topology: FieldStatement?
    @Option(.massUnit) var massUnit: FieldStatement?
    @Option(.couplingUnit) var couplingUnit: FieldStatement?
    @Option(.quantity) var quantity: FieldStatement?
    @Option(.massColumn) var massColumn: FieldStatement?
    @Option(.couplingColumn) var couplingColumn: FieldStatement?
    @Option(.table) var table: FieldStatement?
    @Option(.curves) var curves: [FieldStatement] = []
    @Option(.kineticMixing) var kineticMixing: FieldStatement?
    @Option(.method) var method: FieldStatement?
    @Option(.methodNote) var methodNote: FieldStatement?
    @Option(.status) var status: FieldStatement?
    @Option(.alternatives) var alternatives: FieldStatement?
    @Option(.shortName) var shortName: FieldStatement?
    @Option(.exposure) var exposure: FieldStatement?
    @Option(.statisticKind) var statisticKind: FieldStatement?
    @Option(.signalPower) var signalPower: FieldStatement?
    @Option(.mixingPower) var mixingPower: FieldStatement?
    @Option(.curveError) var curveError: FieldStatement?
    @Option(.chargeRule) var chargeRule: FieldStatement?
    @Option(.assumptions) var assumptions: [FieldStatement] = []
    @Option(.texkey) var texkey: FieldStatement?
    @Option(.arxiv) var arxiv: FieldStatement?
    @Option(.doi) var doi: FieldStatement?
    @Option(.citation) var citation: FieldStatement?
    @Option(.references) var references: [FieldStatement] = []
    @Option(.parameters) var parameters: [FieldStatement] = []
    @Option(.massLimit) var massLimit: FieldStatement?

    @Flag(help: "Take the curve although its numbers look wrong.")
    var insist = false

    /// In the order in which they are taken: the parts of a single reference come before those beside it, a note on the
    /// method after the method.
    private var statements: [FieldStatement] {
        let single = [
            stem, title, summary, kind, confidenceLevel, statistic, excludedSide, topology, massUnit, couplingUnit,
            quantity, massColumn, couplingColumn, table, kineticMixing, method, methodNote, status, alternatives,
            shortName, exposure, statisticKind, signalPower, mixingPower, curveError, chargeRule, texkey, arxiv, doi,
            citation, massLimit,
        ]
        return single.compactMap(\.self) + curves + assumptions + references + parameters
    }

    func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        for statement in statements { try statement.take(into: &options) }
        options.insists = insist
        return options
    }
}
