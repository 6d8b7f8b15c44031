import Files

/// Why a table of points can't be read to its end, or its answers can't be written.
public enum PointTableError: Error, Sendable, Hashable {
    /// No row, and no heading either.
    case noPoints(file: String)
    /// A line longer than any row; the number of the line, from 1.
    case lineTooLong(line: Int, limit: Int, file: String)
    /// More columns than ``mostColumns``.
    case tooManyColumns(found: Int, limit: Int, file: String)
    /// Text in UTF-16.
    case utf16(file: String)
    /// Compressed data that are damaged.
    case badCompression(file: String)
    /// The bytes end within a row.
    case brokenOff(file: String)
    /// The file could not be read further.
    case unreadable(SystemError, file: String)
    case numPy(NumPyFault, file: String)
    /// A pipe, or a compressed file, where several places have to be read at once.
    case notSeekable(SeekingKind, file: String)

    /// How many columns a table may have.
    static let mostColumns = 512

    /// What has to be read at several places.
    public enum SeekingKind: Sendable, Hashable {
        case archive
        /// A table whose columns stand one behind another.
        case fortranOrder
    }
}

/// What is wrong with a file of NumPy.
public enum NumPyFault: Error, Sendable, Hashable {
    /// Its header is not what NumPy writes.
    case badHeader
    /// A version of the format that is not read.
    case version(Int)
    /// Values that are no numbers, by their descriptor.
    case type(String)
    /// Neither a list of records nor a table of numbers: its dimensions.
    case shape([Int])
    /// A table with a few rows and many columns, which was meant the other way round.
    case transposed(rows: Int, columns: Int)
    /// No archive that can be read.
    case badArchive
    /// An archive whose files are no arrays of one length.
    case noArrays
    /// An archive of other things than arrays: a spreadsheet, for instance.
    case noArchiveOfArrays
    /// Arrays called as a mass or coupling beside a table or grid, each with its dimensions: which are the points nobody can tell.
    case axesApart([NamedShape])
    /// Arrays of one length beside a table, where nothing says which of them are the points.
    case listsBesideTable([String], table: String)
    /// Two arrays of one name.
    case nameTwice(String)
    /// An array of words that says units, and not that of the masses.
    case unitBeside(String)
    /// An array that says the unit of masses, and not as the only one and in one word.
    case severalMassUnits(String)
    /// A way to compress that is not read, by its number.
    case compression(Int)

    /// An array by its name and dimensions.
    public struct NamedShape: Sendable, Hashable {
        public let name: String
        public let shape: [Int]
    }
}

/// Why a row is no point.
public enum RowFault: Sendable, Hashable {
    case fieldCount(found: Int, expected: Int)
    case missing(PointPart)
    case notANumber(PointPart, text: String)
    case notPositive(PointPart, text: String)
    /// A quotation mark without its other.
    case openQuote

    /// The two numbers of a point.
    public enum PointPart: String, Sendable, Hashable {
        case mass, coupling
    }
}
