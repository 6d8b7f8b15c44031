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
}
