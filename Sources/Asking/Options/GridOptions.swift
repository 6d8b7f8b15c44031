import ArgumentParser
import Scenarios

/// The part of the plane that a map covers.
package struct GridOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "Masses times couplings, as 200x200, at most \(AnswerLimits.points) points and \(AnswerLimits.side) a side. (default: 200x200)",
            valueName: "columnsxrows"))
    package var grid: GridSize?

    @Option(help: ArgumentHelp("Masses of the map. (default: 1MeV:100MeV)", valueName: "lower:upper"))
    package var massRange: String?

    @Option(help: ArgumentHelp("Couplings of the map. (default: 1e-5:1e-1)", valueName: "lower:upper"))
    package var couplingRange: String?

    /// - Parameter recorded: the points of an earlier map, which options override.
    /// - Throws: what the argument parser shows.
    package func points(otherwise recorded: RecordedRun.Plane? = nil) throws -> MapGrid {
        let masses = try massRange.map(readMassRange) ?? recorded?.masses ?? 1...100
        let couplings = try couplingRange.map(readCouplingRange) ?? recorded?.couplings ?? 1e-5...1e-1
        return try worded {
            try MapGrid(
                massRange: masses, couplingRange: couplings,
                columns: grid?.columns ?? recorded?.columns ?? 200, rows: grid?.rows ?? recorded?.rows ?? 200)
        }
    }
}
