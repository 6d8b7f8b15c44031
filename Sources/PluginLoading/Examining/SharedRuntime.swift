import Glibc

/// Swift's runtime as a shared library, without which no plugin in Swift can be loaded.
enum SharedRuntime {
    /// Whether this program uses it, and has none inside itself.
    static var isUsed: Bool {
        guard let runtime = dlopen("libswiftCore.so", RTLD_LAZY | RTLD_NOLOAD) else { return false }
        dlclose(runtime)
        return true
    }
}
