/// A field of a CSV file, quoted as in RFC 4180.
package enum CSVText {
    /// A text. One that a spreadsheet would take for a formula is led by an apostrophe.
    package static func text(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        return quoted(isFormula ? "'" + text : text)
    }

    /// A number or what is built of numbers: never led by anything.
    package static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// One record with its line end: a line feed alone, as the other programs of a shell expect, and every reader takes.
    package static func record(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }
}
