/// The name of a plugin: that of its folder, its file, and of a type in it.
public struct PluginName: Sendable, Hashable {
    public let text: String

    /// nil where the text can't name a type: a letter, then letters, digits and `_`, fifty at most.
    public init?(_ text: String) {
        func isLetter(_ sign: Character) -> Bool { sign.isASCII && sign.isLetter }
        guard let first = text.first, isLetter(first), text.count <= 50,
            text.allSatisfy({ isLetter($0) || ($0.isASCII && $0.isNumber) || $0 == "_" })
        else { return nil }
        self.text = text
    }

    /// The stem of its first bound: `MyBound` gives `my-bound`.
    public var stem: String {
        var stem = ""
        var before: Character?
        for sign in text {
            if sign.isUppercase, let before, before.isLowercase || before.isNumber { stem += "-" }
            stem += sign == "_" ? "-" : sign.lowercased()
            before = sign
        }
        return stem
    }
}
