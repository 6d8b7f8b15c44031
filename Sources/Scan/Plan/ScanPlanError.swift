import Scenarios

/// Why a plan can't be used. `path` names the place, `parameters.coupling.from` for instance.
public enum ScanPlanError: Error, Sendable, Hashable {
    /// The text is not YAML; `reason` is the parser's.
    case notYAML(reason: String)
    case usesAnchors(line: Int)
    /// A key that a plan can't do without.
    case missing(path: String, expected: String)
    case wrongValue(path: String, found: String, expected: String)
    /// A choice of the scenario that can't be made, or a parameter no value of which can.
    case unusableChoice(path: String, ChoiceError)
    /// A key that means nothing.
    case unknownKey(path: String, nearest: String?, known: [String])
    /// More rows, blocks or parameters than there may be.
    case tooMany(what: String, found: Int, limit: Int)
    /// Any of these, and the line of the file.
    indirect case at(line: Int, ScanPlanError)
}
