/// A field of a CSV file, quoted as in RFC 4180.
package enum CSVText {
    /// A text, on one line. What a spreadsheet would run gets an apostrophe before the sign that begins it.
    ///
    /// A formula may hide behind spaces and quotation marks, which some programs drop, and behind a semicolon, which parts
    /// cells where the comma is the decimal sign. A number is none, whatever its sign.
    package static func text(_ text: String) -> String {
        let parts = PlainText.clean(text).unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
        return quoted(parts.map { defused(String($0)) }.joined(separator: ";"))
    }

    /// A number or what is built of numbers: never led by anything.
    package static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        guard needsQuotes else { return text }
        let parts = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false).map { String($0) }
        return "\"" + parts.joined(separator: "\"\"") + "\""
    }

    /// One record with its line end: a line feed alone, as the other programs of a shell expect, and every reader takes.
    package static func record(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }

    /// The apostrophe makes it a text.
    private static func defused(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace && !$0.properties.isQuotationMark && $0 != "`" }
        guard let start, signs.contains(scalars[start]), !isNumber(scalars[start...]) else { return cell }
        return String(scalars[..<start]) + "'" + String(scalars[start...])
    }

    /// What begins a formula, as wide and as small as it is also written.
    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"]

    private static func isNumber(_ scalars: Substring.UnicodeScalarView) -> Bool {
        scalars.allSatisfy { "+-.0123456789eE".unicodeScalars.contains($0) } && Double(String(scalars)) != nil
    }
}
