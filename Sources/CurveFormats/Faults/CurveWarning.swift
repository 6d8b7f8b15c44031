import ConstraintKit
import VOTable

/// Something about a document that was read all the same.
public enum CurveWarning: Sendable, Hashable {
    /// What the reader of VOTables noticed.
    case votable(VOTableWarning)
    /// Something unlikely in a curve that was taken as it is.
    case implausible(PlausibilityFinding)
    /// A column of common logarithms was turned into the quantity itself.
    case logarithmsConverted(table: String, column: String)
    /// A column of another quantity was turned into g′.
    case quantityConverted(table: String, column: String, from: CurveQuantity)
    /// A text file without a coupling was taken as an auxiliary table.
    case readAsAuxiliaryTable(file: String, table: String)
    /// Errors of the values, which a limit does not have; they were left out.
    case errorsLeftOut(table: String)
    /// Bins without a value of their own were taken at their centres.
    case binsAtCentres(table: String, column: String)
    /// The user says something else than the file, and was followed; `field` is the key of what they differ in.
    case overruled(table: String, field: String, said: String, given: String)
    /// A table of the document that is neither a curve nor anything else of the profile.
    case tableIgnored(name: String)
    /// The edge of a band around a limit, which is no limit: it was left out.
    case bandEdgeLeftOut(table: String)
    /// Nobody said which side is excluded; that of an upper limit, or the inside of a contour, was taken.
    case sideAssumed(table: String, side: ExcludedSide)
    /// Masses [MeV] that occur twice where the masses only rise or fall: the limit steps there.
    case verticalSteps(table: String, masses: [Double])
    /// Points that had to move for the masses to rise.
    case reordered(table: String, points: Int)
    /// Columns that are neither the mass nor the coupling.
    case columnsLeftOut(table: String, columns: [String])
    /// Rows with a mass and no limit: gaps, or nothing at an end.
    case rowsWithoutValue(table: String, rows: Int)
    /// Rows without a coupling in a contour, which are those of other curves.
    case rowsOfOthersLeftOut(table: String, rows: Int)
    /// Rows with an infinite limit, which exclude nothing.
    case infiniteLimits(table: String, rows: Int)
    /// Commas were read as decimal points.
    case decimalCommas(file: String)
    /// Cells with a sign, `<1e-3`, were read as limits.
    case limitSigns(table: String, column: String, side: ExcludedSide)
    /// The column is taken for the mass because it alone has a unit of energy.
    case massAssumed(table: String, column: String)
    /// A column that says no unit was read in the one that a remark says in words.
    case unitOfRemark(table: String, column: String, unit: String)
    /// A remark seems to say a factor of the couplings, in words that are not read.
    case remarkOfFactor(file: String, words: String)
    /// Two columns were taken as the edges of what is excluded.
    case edgesJoined(table: String, lower: String, upper: String)
    /// Rows parted by empty lines, headings or marks became curves of their own.
    case blocksParted(file: String, count: Int)
    /// Several closed lines in one table became regions of their own.
    case regionsParted(table: String, count: Int)
    /// An outline of so many points that nobody looked whether it crosses itself.
    case crossingsUnchecked(table: String)
    /// What is wrong with a curve that was not asked for.
    case faultElsewhere(table: String, CurveFormatError)
    /// The kind, which the file says of other curves and not of this one, is what was given.
    case kindTaken(table: String, kind: Kind)
    /// A remark begins with a key that is ours and goes on with what is no value of it: it was taken for words.
    case remarkUnreadable(file: String, line: Int, key: String, value: String, expected: String)
    /// An INFO of a document that is not ours is called as a fact of ours, and says none.
    case infoUnreadable(file: String, name: String, value: String, expected: String)
    /// A remark begins with what an option alone can say; it was taken for words.
    case remarkOfOption(file: String, line: Int, key: String, option: String)
    /// A remark begins with what is nearly a key; it was taken for words.
    case remarkMisspelled(file: String, line: Int, key: String, nearest: String)
}
