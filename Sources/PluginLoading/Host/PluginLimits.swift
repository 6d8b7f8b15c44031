/// What the code of plugins may use up.
public struct PluginLimits: Sendable, Hashable {
    /// The time for one request [s]: to load a plugin, to make a bound, to answer for a row of masses.
    public var seconds: Double
    /// The address space of the child process [bytes]. The program alone takes a few hundred megabytes of it.
    public var memory: Int

    /// With so much in use [bytes] it is for lack of memory that a plugin fails.
    var mostOfMemory: Int { memory / 10 * 7 }

    public init(seconds: Double = 10, memory: Int = 2 << 30) {
        self.seconds = seconds
        self.memory = memory
    }
}
