import ArgumentParser
import ConstraintKit
import Scenarios

/// Masses to be asked about together: named one by one, or along a range.
struct MassListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Masses, 1MeV,6.5MeV,0.1GeV for instance, at most \(AnswerLimits.masses).", valueName: "mass,…"))
    var masses: String?

    @Option(help: ArgumentHelp("Masses at equal steps of log m, 1MeV:1GeV for instance.", valueName: "lower:upper"))
    var massRange: String?

    @Option(help: "How many masses the range has. (default: 200)")
    var points: Int?

    /// Whether any are named.
    var areGiven: Bool { masses != nil || massRange != nil }

    func validate() throws {
        guard masses == nil || massRange == nil else {
            throw ValidationError("--masses and --mass-range both say which masses are meant: give one of them")
        }
        guard points == nil || massRange != nil else {
            throw ValidationError("--points is of --mass-range: give both")
        }
    }

    /// The masses in the order in which they are named.
    /// - Throws: what the argument parser shows.
    func all() throws -> [Mass] {
        if let massRange {
            let range = try readMassRange(massRange)
            return try worded { try MapGrid.masses(in: range, count: points ?? 200) }
        }
        let names = (masses ?? "").split(separator: ",", omittingEmptySubsequences: false)
        return try worded {
            guard names.count <= AnswerLimits.masses else { throw MapGridError.badCount(masses: names.count) }
            return try names.map { try Mass(String($0)) }
        }
    }
}
