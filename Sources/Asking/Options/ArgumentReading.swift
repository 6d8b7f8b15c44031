import ArgumentParser
import ConstraintKit
import CurveFormats
import VOTable

// Readers for arguments: a wrong one is told what was found and what is expected, by the same words as everywhere.

package func readMass(_ text: String) throws -> Mass { try worded { try Mass(text) } }

package func readCoupling(_ text: String) throws -> Coupling {
    try worded {
        do throws(QuantityError) { return try Coupling(text) } catch {
            // A number alone could be either; one with a unit is a mass.
            guard case .notANumber = error,
                case .success = Result(catching: { () throws(QuantityError) in try Mass(text) })
            else { throw error }
            throw ValidationError("'\(text)' is a mass, and here a coupling is expected: the mass comes first")
        }
    }
}

/// Turns an error of a module into one whose words the argument parser shows.
package func worded<Value>(_ read: () throws -> Value) throws -> Value {
    do {
        return try read()
    } catch {
        guard let report = ErrorReport(of: error) else { throw error }
        throw ValidationError(report.message)
    }
}

/// Reads `1MeV:100MeV` into MeV.
package func readMassRange(_ text: String) throws -> ClosedRange<Double> {
    let ends = try readEnds(text, of: "mass range", example: "1MeV:100MeV")
    return try inRange(text) { try readRange(text, try Mass(ends.0).inMeV, try Mass(ends.1).inMeV) }
}

/// Reads `1e-5:1e-1`.
package func readCouplingRange(_ text: String) throws -> ClosedRange<Double> {
    let ends = try readEnds(text, of: "coupling range", example: "1e-5:1e-1")
    return try inRange(text) { try readRange(text, try Coupling(ends.0).value, try Coupling(ends.1).value) }
}

/// Reads `0.1:2.5`.
package func readNumberRange(_ text: String, of quantity: String, example: String) throws -> ClosedRange<Double> {
    let ends = try readEnds(text, of: quantity, example: example)
    guard let lower = DecimalText.finiteNumber(ends.0), let upper = DecimalText.finiteNumber(ends.1) else {
        throw ValidationError("'\(text)' is no \(quantity): write it as \(example)")
    }
    return try readRange(text, lower, upper)
}

private func readEnds(_ text: String, of quantity: String, example: String) throws -> (String, String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ValidationError("'\(text)' is no \(quantity): write it as \(example)") }
    return (parts[0], parts[1])
}

/// Says of which range an end can't be one.
private func inRange(_ text: String, _ read: () throws -> ClosedRange<Double>) throws -> ClosedRange<Double> {
    do { return try read() } catch {
        guard let report = ErrorReport(of: error) else { throw error }
        throw ValidationError("in the range '\(text)': \(report.message)")
    }
}

private func readRange(_ text: String, _ lower: Double, _ upper: Double) throws -> ClosedRange<Double> {
    guard lower < upper else { throw ValidationError("'\(text)' is no range: its upper end must be above its lower") }
    return lower...upper
}

/// The columns and rows of a map.
package struct GridSize: ExpressibleByArgument {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// Reads `200x200`.
    package init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]) else { return nil }
        self.init(columns: columns, rows: rows)
    }

    package var defaultValueDescription: String { "\(columns)x\(rows)" }
}

/// Reads a number.
package func readNumber(_ text: String) throws -> Double {
    guard let number = DecimalText.finiteNumber(text) else {
        throw ValidationError("'\(text)' is no number: write 2.5 or 1e3 for instance")
    }
    return number
}
