import CurveArchive
import Files

/// The lines of a small file, taken apart at commas and white space. Empty lines and those that begin with `#` are left
/// out.
struct TextFile {
    struct Line {
        /// From 1.
        var number: Int
        var text: String
        var cells: [Substring]
    }

    let lines: [Line]

    /// A table of a thousand lines has fifty kilobytes.
    private static let greatestSize = 4 << 20

    /// - Throws: ``ChoiceError/unreadable(_:)``
    init(_ path: String) throws(ChoiceError) {
        let bytes: [UInt8]
        do { bytes = try readFile(path, limit: Self.greatestSize, allowsPipe: true) } catch { throw .unreadable(error) }
        lines = zip(
            1..., String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        )
        .compactMap { number, line in
            let cells = line.split { $0 == "," || $0.isWhitespace }
            guard let first = cells.first, !first.hasPrefix("#") else { return nil }
            return Line(number: number, text: String(line), cells: cells)
        }
    }
}
