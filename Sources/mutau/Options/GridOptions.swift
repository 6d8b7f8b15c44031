import ArgumentParser
import Scenarios

/// The part of the plane that a map covers.
struct GridOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Masses times couplings.", valueName: "columnsxrows"))
    var grid = GridSize(columns: 200, rows: 200)

    @Option(help: ArgumentHelp("Masses of the map.", valueName: "lower:upper"))
    var massRange = "1MeV:100MeV"

    @Option(help: ArgumentHelp("Couplings of the map.", valueName: "lower:upper"))
    var couplingRange = "1e-5:1e-1"

    /// - Throws: ``GridError``, and what the argument parser shows.
    func points() throws -> Grid {
        try Grid(
            massRange: readMassRange(massRange), couplingRange: readCouplingRange(couplingRange),
            columns: grid.columns, rows: grid.rows)
    }
}
