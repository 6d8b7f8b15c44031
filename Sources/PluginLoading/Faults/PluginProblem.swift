/// A plugin, or one bound of it, that takes no part, and why: one line for the user.
public struct PluginProblem: Sendable, Hashable {
    public let file: PluginFile
    /// The bound, where the others of the plugin go on.
    public let stem: String?
    public let reason: PluginRefusal

    init(file: PluginFile, stem: String? = nil, reason: PluginRefusal) {
        self.file = file
        self.stem = stem
        self.reason = reason
    }
}
