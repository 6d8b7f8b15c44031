import Foundation
import Testing

/// A terminal at which somebody has typed ahead.
final class Terminal {
    /// The end that the program reads.
    let keyboard: FileHandle
    private let screen: Int32

    init(typing text: String) throws {
        // Glibc's module shows these to nobody who does not ask for X/Open.
        let open = try Self.function("posix_openpt", as: (@convention(c) (Int32) -> Int32).self)
        let grant = try Self.function("grantpt", as: (@convention(c) (Int32) -> Int32).self)
        let unlock = try Self.function("unlockpt", as: (@convention(c) (Int32) -> Int32).self)
        let nameOf = try Self.function("ptsname", as: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
        screen = open(O_RDWR | O_NOCTTY)
        guard screen >= 0, grant(screen) == 0, unlock(screen) == 0, let name = nameOf(screen) else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        keyboard = try #require(FileHandle(forUpdatingAtPath: String(cString: name)))
        let bytes = Array(text.utf8)
        #expect(write(screen, bytes, bytes.count) == bytes.count)
    }

    deinit { close(screen) }

    private static func function<Function>(_ name: String, as type: Function.Type) throws -> Function {
        unsafeBitCast(try #require(dlsym(nil, name)), to: type)
    }
}
