/// The lines of a small file, taken apart at commas, semicolons and white space. Empty lines, and remarks behind `#`, are
/// left out.
public struct TextFile: Sendable {
    public struct Line: Sendable {
        /// From 1.
        public var number: Int
        public var text: String
        public var cells: [Substring]
    }

    public let lines: [Line]
    /// What stands behind `#` at the beginning of lines.
    public let remarks: [Line]
    /// Of the whole file.
    public let sha256: SHA256

    /// A table of a thousand lines has fifty kilobytes.
    private static let greatestSize = 4 << 20

    /// - Throws: ``ReadingError``
    public init(_ path: String) throws(ReadingError) {
        let bytes = try readFile(path, limit: Self.greatestSize, allowsPipe: true)
        sha256 = SHA256(of: bytes)
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var (lines, remarks): ([Line], [Line]) = ([], [])
        let texts = String(decoding: content, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (number, line) in zip(1..., texts) {
            let cells = line.split { $0 == "," || $0 == ";" || $0.isWhitespace }
            let bare = cells.prefix { !$0.hasPrefix("#") }
            if bare.isEmpty, !cells.isEmpty {
                let words = line.drop { $0 == "#" || $0.isWhitespace }
                remarks.append(
                    Line(
                        number: number, text: String(line),
                        cells: words.split { $0 == "," || $0 == ";" || $0.isWhitespace }))
            } else if !bare.isEmpty {
                lines.append(Line(number: number, text: String(line), cells: Array(bare)))
            }
        }
        (self.lines, self.remarks) = (lines, remarks)
    }

    /// Whether a text names a file of numbers rather than something by its name.
    public static func isPath(_ text: String) -> Bool {
        text.contains("/") || [".csv", ".dat", ".txt"].contains { text.hasSuffix($0) }
    }
}
