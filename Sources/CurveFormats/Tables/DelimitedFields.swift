/// The fields of a line; separators and doubled quotes may stand in quotes (RFC 4180), which are such only where a field
/// begins with one. White space around them is left out.
func fields(of line: Substring, separator: Character) -> [String] {
    if let separator = separator.asciiValue, !line.holds(anyOf: "\"") { return line.split(at: separator) }
    var fields = [""]
    var isQuoted = false
    var isPlain = false
    var previous = separator
    for character in line {
        switch character {
        case "\"" where isQuoted: isQuoted = false
        case "\"" where !isPlain:
            isQuoted = true
            if previous == "\"" { fields[fields.count - 1].append("\"") }
        case separator where !isQuoted:
            fields.append("")
            isPlain = false
        default:
            fields[fields.count - 1].append(character)
            isPlain = isPlain || (!isQuoted && !character.isWhitespace)
        }
        previous = character
    }
    return fields.map { String($0.trimmed) }
}
