/// The fields of a line; separators and doubled quotes may stand in quotes (RFC 4180). White space around them is left out.
func fields(of line: Substring, separator: Character) -> [String] {
    var fields = [""]
    var isQuoted = false
    var previous = separator
    for character in line {
        switch character {
        case "\"" where isQuoted: isQuoted = false
        case "\"":
            isQuoted = true
            if previous == "\"" { fields[fields.count - 1].append("\"") }
        case separator where !isQuoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
        previous = character
    }
    return fields.map { String($0.trimmed) }
}
