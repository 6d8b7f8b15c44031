#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The environment of the process.
public enum ProcessEnvironment {
    /// Those of some variables that are set, as they are now. All that there are take ten times as long to gather, and a start
    /// asks four times.
    public static func values(of names: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for name in names { values[name] = getenv(name).map { String(cString: $0) } }
        return values
    }
}
