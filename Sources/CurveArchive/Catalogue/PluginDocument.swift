import Files

/// The document of a bound whose code is a plugin's, beside that code.
public struct PluginDocument: Sendable, Hashable {
    public var stem: String
    public var path: String
    public var code: PluginCode

    public init(stem: String, path: String, code: PluginCode) {
        self.stem = stem
        self.path = path
        self.code = code
    }
}

/// Code from outside the program that computes a bound.
public struct PluginCode: Sendable, Hashable {
    /// Its file.
    public var path: String
    public var sha256: SHA256

    public init(path: String, sha256: SHA256) {
        self.path = path
        self.sha256 = sha256
    }
}
