import ArgumentParser
import CurveFormats

/// What a user says of a file: it overrides what the file says itself. An option for each ``CardField``.
package struct CardOptions: ParsableArguments {
    package init() {}

    @Option(.stem) package var stem: FieldStatement?
    @Option(.title) package var title: FieldStatement?
    @Option(.summary) package var summary: FieldStatement?
    @Option(.kind) package var kind: FieldStatement?
    @Option(.confidenceLevel) package var confidenceLevel: FieldStatement?
    @Option(.statistic) package var statistic: FieldStatement?
    @Option(.excludedSide) package var excludedSide: FieldStatement?
    @Option(.topology) package var topology: FieldStatement?
    @Option(.massUnit) package var massUnit: FieldStatement?
    @Option(.couplingUnit) package var couplingUnit: FieldStatement?
    @Option(.quantity) package var quantity: FieldStatement?
    @Option(.massColumn) package var massColumn: FieldStatement?
    @Option(.couplingColumn) package var couplingColumn: FieldStatement?
    @Option(.table) package var table: FieldStatement?
    @Option(.curves) package var curves: [FieldStatement] = []
    @Option(.kineticMixing) package var kineticMixing: FieldStatement?
    @Option(.method) package var method: FieldStatement?
    @Option(.methodNote) package var methodNote: FieldStatement?
    @Option(.status) package var status: FieldStatement?
    @Option(.alternatives) package var alternatives: FieldStatement?
    @Option(.shortName) package var shortName: FieldStatement?
    @Option(.exposure) package var exposure: FieldStatement?
    @Option(.statisticKind) package var statisticKind: FieldStatement?
    @Option(.signalPower) package var signalPower: FieldStatement?
    @Option(.mixingPower) package var mixingPower: FieldStatement?
    @Option(.curveError) package var curveError: FieldStatement?
    @Option(.chargeRule) package var chargeRule: FieldStatement?
    @Option(.assumptions) package var assumptions: [FieldStatement] = []
    @Option(.texkey) package var texkey: FieldStatement?
    @Option(.arxiv) package var arxiv: FieldStatement?
    @Option(.doi) package var doi: FieldStatement?
    @Option(.citation) package var citation: FieldStatement?
    @Option(.references) package var references: [FieldStatement] = []
    @Option(.parameters) package var parameters: [FieldStatement] = []
    @Option(.massLimit) package var massLimit: FieldStatement?

    @Flag(help: "Take the curve although its numbers look wrong.")
    package var insist = false

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

    package func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        for statement in statements { try statement.take(into: &options) }
        options.insists = insist
        return options
    }
}
