import ArgumentParser
import CurveFormats

/// A file of many points, how it is read, and where the answers go.
package struct PointOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            """
            Check many points: a table of any columns (CSV, tabs, blanks; gzip too) or a file of NumPy (.npy, .npz); '-' for \
            standard input. Its rows come back with the answers behind them; with --strict, rows that are no points end with 65.
            """,
            valueName: "file"), completion: .file())
    package var points: String?

    @Option(.massColumn) package var massColumn: FieldStatement?
    @Option(.couplingColumn) package var couplingColumn: FieldStatement?
    @Option(.massUnit) package var massUnit: FieldStatement?
    @Option(.couplingUnit) package var couplingUnit: FieldStatement?
    @Option(.quantity) package var quantity: FieldStatement?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Write the answers to a file, by its ending: .csv, .csv.gz, .jsonl, or .npz for NumPy.", valueName: "file"),
        completion: .file())
    package var output: String?

    @Flag(help: "Say of each point what each bound says, with its limit and its margin, in lines of JSON.")
    package var verdicts = false

    private var statements: [FieldStatement] {
        [massColumn, couplingColumn, massUnit, couplingUnit, quantity].compactMap(\.self)
    }

    package func validate() throws {
        guard points == nil else { return }
        guard statements.isEmpty, output == nil, !verdicts else {
            throw ValidationError(
                "options of columns, units and quantities, --output and --verdicts are about a file of points: give it with "
                    + "--points"
            )
        }
    }

    /// How the columns are to be understood.
    package func importOptions() throws -> ImportOptions {
        var options = ImportOptions()
        for statement in statements { try statement.take(into: &options) }
        return options
    }
}
