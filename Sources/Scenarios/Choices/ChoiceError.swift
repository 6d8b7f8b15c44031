import ConstraintKit
import CurveArchive
import Files
import Physics
import Transport

/// What a text on the command line or in a scenario file chooses.
public enum Choice: String, Sendable, Hashable {
    case evolution = "evolution of the sources"
    case composition = "flavour composition at the sources"
    case charges = "coupling matrix"
    case spectrum = "spectrum of the sources"
}

/// Why a text chooses nothing.
public enum ChoiceError: Error, Sendable, Hashable {
    /// Neither a name nor of any form there is.
    case unknown(Choice, text: String, known: [String])
    /// A form that lacks a number, or has one too many, or none where one should be.
    case malformed(Choice, text: String, expected: String)
    /// Not of the form that a choice takes: `noun` says what it should be, `expected` how to write it.
    case notOfForm(noun: String, text: String, expected: String)
    /// A number that can't be computed with; `noun` says of what.
    case outOfRange(noun: String, value: Double, allowed: ClosedRange<Double>)
    /// No energy.
    case quantity(QuantityError)
    /// A file that can't be read.
    case unreadable(ReadingError)
    /// A line of a file that is not the numbers it should be.
    case badLine(path: String, line: Int, text: String, expected: String)
    /// A heading of a file that says another unit than its energies are read in.
    case otherUnit(path: String, line: Int, found: EnergyUnit, expected: EnergyUnit)
    /// A heading that calls a column as what is not read.
    case otherQuantity(path: String, line: Int, found: String, expected: String)
    /// A file with more lines or fewer than it can have.
    case rowsOutOfRange(path: String, found: Int, allowed: ClosedRange<Int>)
    /// `path` is nil where the numbers stand on the command line.
    case evolution(SourceEvolutionError, path: String?)
    case composition(FlavourCompositionError)
    case charges(ChargeMatrixError, path: String?)
    case spectrum(SourceSpectrumError, path: String?)
    /// γ for a spectrum none of whose indices follows it.
    case noIndex(spectrum: String)
}

extension NumberFile {
    /// A file of two columns that a user chose.
    /// - Parameters:
    ///   - expected: what a line holds, for a message.
    ///   - abscissa: what the first column holds.
    init(
        choice path: String, lineHolds expected: String, _ abscissa: NumberHeading.Abscissa
    ) throws(ChoiceError) {
        do throws(NumberFileError) {
            try self.init(path, abscissa: abscissa, columns: 2, count: 2...Self.greatestCount)
        } catch {
            switch error {
            case .unreadable(let error): throw .unreadable(error)
            case .badLine(let line, let text):
                throw .badLine(path: path, line: line, text: text, expected: expected)
            case .otherUnit(let line, let found, let unit):
                throw .otherUnit(path: path, line: line, found: found, expected: unit)
            case .otherQuantity(let line, let found):
                throw .otherQuantity(path: path, line: line, found: found, expected: expected)
            case .rowsOutOfRange(let found, let allowed):
                throw .rowsOutOfRange(path: path, found: found, allowed: allowed)
            }
        }
    }
}
