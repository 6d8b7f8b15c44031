/// What a file of one of these formats may cost. A table of a limit has some hundred rows; the bounds keep a wrong or
/// hostile file within a few ten megabytes and a fraction of a second.
enum FormatLimits {
    /// Size of an XML or JSON file [byte].
    static let bytes = 4 << 20
    /// Size of what was compressed, or of an archive with a picture in it [byte].
    static let unpackedBytes = 16 << 20
    /// Size of a YAML file [byte], and the separators in it: each may cost a node of half a kilobyte.
    static let yamlBytes = 1 << 20
    static let yamlNodes = 60_000
    /// Elements inside one another. None of the formats needs more than ten.
    static let depth = 64
    static let elements = 100_000
    static let attributeBytes = 1 << 16
    /// Points of one curve, or rows of one table.
    static let rows = 50_000
    /// Curves of one file, or columns of one table.
    static let curves = 1_000
    /// Fields of one line of text.
    static let fields = 4_000
    /// Length of one line of text [byte].
    static let lineBytes = 1 << 16
}
