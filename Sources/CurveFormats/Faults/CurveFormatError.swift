import ConstraintKit
import VOTable

/// Why a file does not give a document of curves. `table` names the table or the file the fact was found in.
public enum CurveFormatError: Error, Sendable, Hashable {
    /// No reader knows what this is.
    case unknownFormat(file: String)
    /// The file is of a kind that holds no table.
    case foreign(ForeignFile, file: String)
    /// The file is no readable VOTable.
    case votable(VOTableError, file: String)
    /// The file is legal and holds nothing to draw: no rows, no data, or parameters alone.
    case noCurve(file: String)
    /// What the file does not say and no option supplied: everything that is missing, at once.
    case missing([MissingItem], file: String)
    /// The user chose a column that the table does not have.
    case unknownColumn(String, known: [String], table: String)
    /// Two columns claim to be the same axis.
    case ambiguousColumns(axis: CurveAxis, columns: [String], table: String)
    /// A column of an axis that does not hold numbers.
    case columnNotNumeric(column: String, table: String)
    /// A unit that is not one of energy, or none of VOUnits; `hint` is what was probably meant.
    case badUnit(column: String, unit: String, hint: String?, table: String)
    /// The column is, or may be, something other than g′; `found` is what its name says.
    case quantityUnsettled(column: String, found: CurveQuantity?, table: String)
    /// A column of logarithms that does not say to which base.
    case logarithmUnsettled(column: String, table: String)
    /// A column whose heading computes something of a quantity, and is not that of the quantity alone.
    case expressionUnsettled(axis: CurveAxis, column: String, table: String)
    /// ε becomes g′ only by a kinetic mixing, and none is given.
    case mixingNeeded(quantity: CurveQuantity, table: String)
    /// A value that the vocabulary of the profile does not have.
    case unknownWord(parameter: String, value: String, expected: [String], table: String)
    /// A parameter that must be a number of some range and is not.
    case badParameter(parameter: String, value: String, expected: String, table: String)
    /// A confidence level that is no fraction between 0 and 1: a percentage without its unit?
    case confidenceLevelOutOfRange(value: Double, table: String)
    /// An open line excludes above or below; a closed one inside or outside; two edges, what lies inside.
    case sideDoesNotFit(side: ExcludedSide, topology: Topology, table: String)
    /// Two edges make a band; this many were found under the name.
    case edgesUnpaired(band: String, found: Int)
    /// A row that is not what its table needs. Rows count from 1.
    case badRow(row: Int, reason: RowFault, table: String)
    /// The rows do not make a curve or contour.
    case curve(CurveError, table: String)
    /// What is read is too unlikely to be meant; an option insists.
    case implausible([PlausibilityFinding])
    /// A text file that breaks the rules of its format.
    case badText(line: Int, fault: TextFault, file: String)
    /// A file that breaks the rules of its format.
    case badFile(CurveFormat, FormatFault, file: String)
    /// The user chose a curve that the file does not hold.
    case unknownCurve(String, known: [String], file: String)
    /// A stem with characters that can't name a file.
    case badStem(String)
    /// Masses that go out and turn back at one [MeV]: the points go round a contour, and no side of a line is meant.
    case turnsBack(mass: Double, table: String)
    /// Points to and fro in mass, which sorted would go up and down by so much more [decade].
    case zigzag(decades: Double, table: String)
    /// Nothing but edges of bands.
    case bandEdges([String], file: String)
    /// The edge of a band was to be an observed limit.
    case bandEdgeObserved(String, table: String)
    /// Cells say by their signs that another side is excluded than is said.
    case boundOfOtherSide(column: String, side: ExcludedSide, table: String)
    /// The unit that is given is another than the one a remark of the file says.
    case unitContradicted(column: String, said: String, given: String, table: String)
    /// Another column tells rows of the same mass apart, or blocks of rows: they are several curves.
    case severalCurves(column: String, values: [String], table: String)
    /// A remark of the file says that a curve is worth something else than its heading says.
    case kindContradicted(column: String, said: Kind, found: Kind, table: String)
    /// A remark of the file says that a column holds something else than its heading says.
    case quantityContradicted(column: String, said: CurveQuantity, found: CurveQuantity, table: String)
    /// The index of a submission to HEPData without its data files.
    case submissionAlone(tables: [String], file: String)
    /// A file of several tables, of which one has to be chosen; `given` is the name that none of them has.
    case tableUnsettled(given: String?, known: [String], file: String)
    /// More points than any curve has.
    case tooManyPoints(found: Int, limit: Int, table: String)
    /// Two tables, parameters or limits of one name.
    case duplicateName(String, file: String)

    public enum RowFault: Sendable, Hashable {
        /// A coupling without a mass.
        case massMissing
        /// A null in a contour, a band or an auxiliary table, where a gap has no meaning.
        case valueMissing(column: String)
    }

    public enum TextFault: Sendable, Hashable {
        case notUTF8
        case notANumber(column: String, text: String)
        /// The first of lines none of which has a number in it.
        case noNumbers(text: String)
        case wrongFieldCount(found: Int, expected: Int)
        case duplicateColumn(String)
        case badMetadata(key: String, value: String, expected: String)
        /// What another line has said is something else; the number of that line, from 1.
        case saidOtherwise(key: String, value: String, line: Int)
        case tooManyFields(limit: Int)
        case tooLarge(limit: Int)
        case tooManyLines(limit: Int)
    }
}

extension CurveFormatError {
    /// A value of the profile that can't be read.
    init(_ fault: UnreadableText, of parameter: String, _ text: String, in table: String) {
        switch fault {
        case .unknownWord(let expected):
            self = .unknownWord(parameter: parameter, value: text, expected: expected, table: table)
        case .malformed(let expected):
            self = .badParameter(parameter: parameter, value: text, expected: expected, table: table)
        case .noFraction(let value, _): self = .confidenceLevelOutOfRange(value: value, table: table)
        }
    }
}
