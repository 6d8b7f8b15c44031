import CurveFormats

/// Why a style file can't be used. `path` names the place, `layers.icecube` for instance.
public enum FigureStyleError: Error, Sendable, Hashable {
    /// More bytes than any style has.
    case tooLarge(bytes: Int, limit: Int)
    /// The text is not YAML; `reason` is the parser's.
    case notYAML(reason: String)
    /// An anchor or alias, by which a small file can grow without bound.
    case usesAnchors
    /// A value of another kind or vocabulary than its key asks for.
    case wrongValue(path: String, found: String, expected: String)
    /// A key that means nothing: a slip of the pen, most likely for `nearest`.
    case unknownKey(path: String, nearest: String?, known: [String])
    /// Any of these, and where in the file.
    indirect case at(YAMLPlace, FigureStyleError)
}
