import Documents
import Foundation

/// Standard output for results, standard error for everything else.
///
/// The one gate for text, whoever wrote it: what goes through holds nothing that a terminal obeys but line breaks. Bytes
/// pass as they are only as ``writeData(_:)``, and only ``draw(_:)`` moves the cursor.
package enum Console {
    /// Writes a result.
    /// - Throws: ``ErrorReport`` where standard output can't take it, a full disk for instance.
    package static func write(_ text: String) throws {
        let shown = PlainText.shown(text)
        try writeData(Array((shown.utf8.last == 0x0A ? shown : shown + "\n").utf8))
    }

    /// Writes a document for other programs, byte for byte.
    /// - Throws: ``ErrorReport``, as ``write(_:)``.
    package static func writeData(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EPIPE { endUnread() }
            guard count >= 0 || errno == EINTR else { throw unwritable() }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Says something that is not the result.
    package static func note(_ text: String) { tell(PlainText.shown(text) + "\n") }

    /// Warns, on one line.
    package static func warn(_ text: String) { warner(text) }

    /// Warns whoever hears warnings now, later on and from any thread too.
    package static var warner: @Sendable (String) -> Void {
        let listener = listener
        return { text in
            let line = PlainText.clean(text)
            if let listener { listener(line) } else { note("mutau: warning: " + line) }
        }
    }

    /// Begins a line that the user ends.
    package static func ask(_ question: String) { tell(PlainText.shown(question)) }

    /// Puts a line on the terminal in place of the one drawn before; an empty one takes it away.
    package static func draw(_ line: String) { tell("\r\u{1B}[K" + PlainText.clean(line)) }

    private static func tell(_ text: String) {
        // A message that can't be shown has nowhere else to go.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    @Sendable package static func noteWaiting() { note("mutau: waiting for another mutau that is changing the curves") }
}
