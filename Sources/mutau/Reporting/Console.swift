import Foundation

/// Standard output for results, standard error for everything else.
enum Console {
    /// Writes a result.
    /// - Throws: ``ErrorReport`` where standard output can't take it, a full disk for instance.
    static func write(_ text: String) throws {
        try write(bytes: Array((text.utf8.last == 0x0A ? text : text + "\n").utf8))
    }

    static func write(bytes: [UInt8]) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw ErrorReport(
                "the result could not be written to standard output (\(error.localizedDescription))",
                code: ExitStatus.inputOutput)
        }
    }

    /// Says something that is not the result.
    static func note(_ text: String) { raw(text + "\n") }

    /// Puts text on standard error as it is.
    static func raw(_ text: String) {
        // A message that can't be shown has nowhere else to go.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    static func warn(_ text: String) { note("mutau: warning: \(text)") }
}
