/// What is wrong with a file of a format that is neither a VOTable nor plain text.
public enum FormatFault: Error, Sendable, Hashable {
    /// Not well-formed; the parser's own words, and the line where it names one.
    case notWellFormed(message: String, line: Int?)
    /// libxml2 is not installed; what is wrong, and which package helps.
    case libraryMissing(String)
    /// More than any curve needs.
    case tooLarge(Quantity, limit: Int)
    /// An anchor or alias of YAML, by which a small file can grow without bound.
    case anchor(line: Int)
    /// A tag of YAML, which asks for a type.
    case tag(line: Int)
    /// A key of YAML that stands in its mapping before.
    case keyTwice(String, line: Int)
    /// An entity declared or used in XML.
    case entity
    /// A DOCTYPE that declares more than entities, by the word of the declaration.
    case grammar(String)
    /// Something the format can't do without; `path` names the place.
    case missing(path: String)
    /// A value of another kind than its place asks for.
    case wrongValue(path: String, found: String, expected: String)
    /// Columns of one table that differ in length.
    case unequalColumns(path: String, found: Int, expected: Int)
    /// Points given on axes that are not two numbers: polar, ternary, dates, a map.
    case unsupportedAxes(type: String)
    /// Any of these, and where in the file.
    indirect case at(YAMLPlace, FormatFault)

    public enum Quantity: Sendable, Hashable {
        case bytes, depth, elements, attributes, attributeBytes, rows, curves, columns, nodes, lineBytes
    }
}
