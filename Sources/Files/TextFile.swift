/// The lines of a small file, taken apart at commas and white space. Empty lines and those that begin with `#` are left
/// out.
public struct TextFile: Sendable {
    public struct Line: Sendable {
        /// From 1.
        public var number: Int
        public var text: String
        public var cells: [Substring]
    }

    public let lines: [Line]
    /// Of the whole file.
    public let sha256: SHA256

    /// A table of a thousand lines has fifty kilobytes.
    private static let greatestSize = 4 << 20

    /// - Throws: ``ReadingError``
    public init(_ path: String) throws(ReadingError) {
        let bytes = try readFile(path, limit: Self.greatestSize, allowsPipe: true)
        sha256 = SHA256(of: bytes)
        lines = zip(
            1..., String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        )
        .compactMap { number, line in
            let cells = line.split { $0 == "," || $0.isWhitespace }
            guard let first = cells.first, !first.hasPrefix("#") else { return nil }
            return Line(number: number, text: String(line), cells: cells)
        }
    }

    /// Whether a text names a file of numbers rather than something by its name.
    public static func isPath(_ text: String) -> Bool {
        text.contains("/") || [".csv", ".dat", ".txt"].contains { text.hasSuffix($0) }
    }
}
