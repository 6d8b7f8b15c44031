extension FormatFault {
    /// What was found, what was expected, and where.
    public var explanation: String {
        switch self {
        case .libraryMissing(let problem): problem
        case .notWellFormed(let message, let line):
            "it is not well-formed" + (line.map { " (line \($0))" } ?? "") + ": \(message)"
        case .tooLarge(let quantity, let limit): "too much: \(quantity.words), at most \(limit)"
        case .anchor(let line):
            "line \(line) has an anchor or an alias (& or *), by which a file can grow without bound; "
                + "write the value itself"
        case .tag(let line): "line \(line) has a tag (!); write the value without it, a text in quotes"
        case .keyTwice(let key, let line): "the key '\(key)' stands twice: again in line \(line)"
        case .grammar(let word): "its DOCTYPE declares a grammar (\(word)), of which no curve has need"
        case .entity: "it declares or uses entities; they are not followed"
        case .missing(let path): "it lacks \(path)"
        case .wrongValue(let path, let found, let expected): "\(path) is '\(found)', expected \(expected)"
        case .unequalColumns(let path, let found, let expected): "\(path) has \(found) values, expected \(expected)"
        case .unsupportedAxes(let type): "its axes are \(type); only XYAxes give a mass and a coupling"
        case .at(let place, let fault): "\(fault.explanation) (\(place.words))"
        }
    }
}

extension FormatFault.Quantity {
    fileprivate var words: String {
        switch self {
        case .bytes: "bytes"
        case .depth: "levels inside one another"
        case .elements: "elements"
        case .attributes: "attributes in one element"
        case .attributeBytes: "bytes in one attribute"
        case .rows: "rows"
        case .curves: "curves"
        case .columns: "columns"
        case .lineBytes: "bytes in one line"
        case .nodes: "values"
        }
    }
}
