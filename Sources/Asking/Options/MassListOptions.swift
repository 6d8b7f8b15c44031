import ArgumentParser
import ConstraintKit
import Scenarios

/// Masses to be asked about together: named one by one, or along a range.
package struct MassListOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "Masses, 1MeV,6.5MeV,0.1GeV for instance, at most \(AnswerLimits.masses).", valueName: "mass,…"))
    package var masses: String?

    @Option(help: ArgumentHelp("Masses at equal steps of log m, 1MeV:1GeV for instance.", valueName: "lower:upper"))
    package var massRange: String?

    @Option(help: "How many masses the range has. (default: 200)")
    package var points: Int?

    /// Whether any are named.
    package var areGiven: Bool { masses != nil || massRange != nil }

    package func validate() throws {
        guard masses == nil || massRange == nil else {
            throw ValidationError("--masses and --mass-range both say which masses are meant: give one of them")
        }
        guard points == nil || massRange != nil else {
            throw ValidationError("--points is of --mass-range: give both")
        }
    }

    /// The masses in the order in which they are named.
    /// - Throws: ``QuantityError``, ``MapGridError``, and what the argument parser shows.
    package func all() throws -> [Mass] {
        if let massRange { return try MapGrid.masses(in: readMassRange(massRange), count: points ?? 200) }
        let names = (masses ?? "").split(separator: ",", omittingEmptySubsequences: false)
        guard names.count <= AnswerLimits.masses else { throw MapGridError.badCount(masses: names.count) }
        return try names.map { try Mass(String($0)) }
    }
}
