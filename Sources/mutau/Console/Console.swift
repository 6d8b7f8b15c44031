import Foundation

/// Standard output for results, standard error for everything else.
enum Console {
    /// Writes a result.
    /// - Throws: ``ErrorReport`` where standard output can't take it, a full disk for instance.
    static func write(_ text: String) throws {
        try write(bytes: Array((text.utf8.last == 0x0A ? text : text + "\n").utf8))
    }

    static func write(bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw unwritable() }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Says something that is not the result.
    static func note(_ text: String) { raw(text + "\n") }

    /// Puts text on standard error as it is.
    static func raw(_ text: String) {
        // A message that can't be shown has nowhere else to go.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    @Sendable static func noteWaiting() { note("mutau: waiting for another mutau that is changing the curves") }

    static func warn(_ text: String) { note("mutau: warning: \(text)") }
}
