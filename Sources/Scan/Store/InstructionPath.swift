#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the last digit of an answer may depend on: the machine's kind, and which of its instructions the C library takes for
/// exponentials and logarithms. Two machines with the same path give the same bits.
public enum InstructionPath {
    public static let ofThisMachine: String = {
        #if arch(x86_64)
            let machine = "x86_64"
        #elseif arch(arm64)
            let machine = "arm64"
        #else
            let machine = "other"
        #endif
        #if canImport(Glibc)
            var version = [CChar](repeating: 0, count: 64)
            let size = confstr(Int32(_CS_GNU_LIBC_VERSION), &version, version.count)
            let library = String(decoding: version.prefix(max(size, 1) - 1).map(UInt8.init(bitPattern:)), as: UTF8.self)
        #else
            let library = "system"
        #endif
        return ([machine, library] + units).joined(separator: " ")
    }()

    /// Those by which glibc chooses between its functions.
    private static var units: [String] {
        var flags: Set<Substring> = []
        guard let file = fopen("/proc/cpuinfo", "r") else { return [] }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 8192)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard text.hasPrefix("flags") else { continue }
            flags = Set(text.split { $0 == " " || $0 == "\t" || $0 == "\n" })
            break
        }
        return ["fma", "avx2"].filter { flags.contains(Substring($0)) }
    }
}
