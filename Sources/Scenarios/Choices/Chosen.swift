import Files

/// A value with the words it was chosen by, for answers to name it.
public struct Chosen<Value: Sendable & Hashable>: Sendable, Hashable {
    /// As the command line and scenario files take it.
    public let text: String
    public let value: Value
    /// Of the file it was read from; nil where it has a name.
    public let sha256: SHA256?

    /// A value that has a name, or is that of a file.
    init(named text: String, _ value: Value, sha256: SHA256? = nil) {
        self.text = text
        self.value = value
        self.sha256 = sha256
    }
}
