import Glibc

/// Swift's runtime as a shared library, without which no plugin in Swift can be loaded.
enum SharedRuntime {
    /// Whether this program uses it, and has none inside itself, of which nobody else sees a function. To ask the loader for the
    /// library by its name would have it search all its folders at each start.
    static var isUsed: Bool { dlsym(nil, "swift_retain") != nil }
}
