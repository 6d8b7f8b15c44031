import Documents
import Foundation
import Synchronization

/// Standard output for results, standard error for everything else.
///
/// The one gate for text, whoever wrote it: what goes through holds nothing that a terminal obeys but line breaks, and has
/// the signs that the locale shows. Bytes pass as they are only as ``writeData(_:)``; only ``draw(_:)`` moves the cursor, and
/// only ``Highlighting`` colours.
package enum Console {
    /// Writes a result for people.
    /// - Throws: ``ErrorReport`` where standard output can't take it, a full disk for instance.
    package static func write(_ text: String) throws {
        try writeLines(ConsoleStream.output.style.spelled(PlainText.shown(text)))
    }

    /// Writes a document for other programs: UTF-8 in every locale.
    /// - Throws: ``ErrorReport``, as ``write(_:)``.
    package static func writeDocument(_ text: String) throws { try writeLines(PlainText.shown(text)) }

    /// Writes JSON, whose signs are escapes where the locale does not show them.
    /// - Throws: ``ErrorReport``, as ``write(_:)``.
    package static func writeJSON(_ text: String) throws {
        let shown = PlainText.shown(text)
        try writeLines(ConsoleStream.output.style.isASCII ? ASCIIText.escapedJSON(shown) : shown)
    }

    /// Writes what has passed the gate.
    static func writeLines(_ shown: String) throws {
        try writeData(Array((shown.utf8.last == 0x0A ? shown : shown + "\n").utf8))
    }

    /// Writes a document for other programs, byte for byte.
    /// - Throws: ``ErrorReport``, as ``write(_:)``.
    package static func writeData(_ bytes: [UInt8]) throws {
        takeAwayDrawn()
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EPIPE { endUnread() }
            guard count >= 0 || errno == EINTR else { throw unwritable() }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Says something that is not the result.
    package static func note(_ text: String) { tell(spelled(text) + "\n") }

    /// Says why there is no result; the word that says so comes first.
    package static func fail(_ text: String) {
        let shown = spelled(text)
        guard ConsoleStream.errors.isColoured, let colon = shown.firstIndex(of: ":") else { return tell(shown + "\n") }
        tell(Highlighting.painted(shown[...colon], .failure) + shown[shown.index(after: colon)...] + "\n")
    }

    /// Warns, on one line where there is room for it.
    package static func warn(_ text: String) { warner(text) }

    /// Warns whoever hears warnings now, later on and from any thread too.
    package static var warner: @Sendable (String) -> Void {
        let listener = listener
        return { text in
            let line = PlainText.clean(text)
            if let listener { return listener(line) }
            let mark = "mutau: warning:"
            let shown = spelled("\(mark) \(line)")
            tell(
                (ConsoleStream.errors.isColoured ? Highlighting.painted(mark, .warning) : mark)
                    + shown.dropFirst(mark.count) + "\n")
        }
    }

    /// Begins a line that the user ends.
    package static func ask(_ question: String) { tell(spelled(question)) }

    /// Puts a line on the terminal in place of the one drawn before; an empty one takes it away. So does whatever is said or
    /// written next.
    package static func draw(_ line: String) {
        let style = ConsoleStream.errors.style
        let shown = style.spelled(PlainText.clean(line))
        takeAwayDrawn()
        guard !shown.isEmpty else { return }
        // The last column stays free: a terminal that breaks the line there could not take it away again.
        emit(String(shown.prefix((style.columns ?? 80) - 1)))
        isDrawn.store(true, ordering: .relaxed)
    }

    /// Whether a line stands on the terminal that is to be taken away.
    private static let isDrawn = Atomic(false)

    private static func takeAwayDrawn() {
        if isDrawn.exchange(false, ordering: .relaxed) { emit("\r\u{1B}[K") }
    }

    /// In the signs and the room there are.
    private static func spelled(_ text: String) -> String {
        let style = ConsoleStream.errors.style
        let shown = style.spelled(PlainText.shown(text))
        return style.columns.map { WrappedText.fitted(shown, columns: $0) } ?? shown
    }

    private static func tell(_ text: String) {
        takeAwayDrawn()
        emit(text)
    }

    private static func emit(_ text: String) {
        // A message that can't be shown has nowhere else to go.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    @Sendable package static func noteWaiting() { note("mutau: waiting for another mutau that is changing the curves") }
}
