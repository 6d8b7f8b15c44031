/// What a document may cost. Every bound is checked against what has arrived, and nothing is allocated because an
/// attribute announces it.
public struct ReadingLimits: Sendable, Hashable {
    /// Size of what is given, compressed or not [byte].
    public var inputBytes = 16 << 20
    /// Size after decompression [byte]: 16 MB hold a curve of some 400,000 rows. libxml2 keeps a copy, and the cells
    /// below take as much again, so that reading stays within 64 MB.
    public var inflatedBytes = 16 << 20
    /// Elements inside one another. VOTable needs about twelve; libxml2 itself stops at 256.
    public var depth = 64
    /// Length of one attribute [byte].
    public var attributeBytes = 1 << 16
    /// Length of one cell, DESCRIPTION or INFO [byte].
    public var textBytes = 1 << 20
    /// Length of the base64 text of one STREAM [byte].
    public var streamBytes = 16 << 20
    /// Columns of one table.
    public var fields = 1_000
    /// Columns of the whole document, those too that a table takes from another.
    public var allFields = 10_000
    /// Cells of the whole document: rows times columns, summed over the tables.
    public var cells = 1_000_000
    /// Primitives in one cell that is an array.
    public var arrayElements = 1 << 20
    /// Attributes of the whole document; libxml2 keeps each of their names.
    public var allAttributes = 200_000
    /// Elements other than rows and cells: PARAM, INFO, GROUP …
    public var elements = 100_000
    /// Internal entities a document may declare, and the length of each [byte]: plain words only.
    public var entities = 16
    public var entityBytes = 1 << 10
    /// Warnings kept; further ones are dropped.
    public var warnings = 100

    public init() {}

    /// The bounds of ordinary use.
    public static var standard: ReadingLimits { .init() }
}
