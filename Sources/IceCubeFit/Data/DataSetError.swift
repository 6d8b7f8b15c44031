/// Why a document holds no usable data set.
public enum DataSetError: Error, Sendable, Hashable {
    /// A name that can't name a file: letters, digits, `-`, `_` and, inside, `.` are allowed.
    case unusableStem(String)
    /// No resource of the document has a table of segments.
    case noTable
    /// More than one has, so which one is meant can't be told.
    case severalTables(count: Int)
    /// A parameter that a data set can't do without.
    case parameterMissing(stem: String, name: String)
    case unusableParameter(stem: String, name: String, text: String)
    case columnMissing(stem: String, name: String)
    case columnNotNumeric(stem: String, name: String)
    case columnNotBoolean(stem: String, name: String)
    /// A unit that is not one of energy, or of energy × flux, as the column needs.
    case unknownUnit(stem: String, column: String, unit: String)
    /// Neither a flux nor a limit, or both. Rows count from 1.
    case ambiguousMeasurement(stem: String, row: Int)
    /// A flux without both of its errors.
    case errorMissing(stem: String, row: Int)
    case unusableSegment(stem: String, row: Int, reason: SegmentError)
    /// A table without rows, or none that a fit would use.
    case noSegments(stem: String)
    /// A line of a text that has more or fewer fields than the header. Lines count from 1, as in an editor.
    case wrongFieldCount(stem: String, line: Int, found: Int, expected: Int)
    /// A field of a text that is neither what its column holds nor empty.
    case unusableCell(stem: String, line: Int, column: String, text: String)
    case tooManySegments(stem: String, count: Int, maximum: Int)
    /// Edges [GeV].
    case overlappingSegments(stem: String, upperEdge: Double, nextLowerEdge: Double)
}
