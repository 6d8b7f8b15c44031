import Answers
import CurveArchive
import Documents
import Drawing
import Files
import Foundation

/// The words in which errors are told: what was found, where, what was expected, what to do.
package enum ErrorText {
    /// Any error, within a longer message; one from a plugin may call itself nothing.
    package static func words(for error: any Error) -> String {
        let words = ErrorReport(of: error)?.message ?? "\(error)"
        return Wording.hasWords(words) ? words : Wording.fault(.failed(words))
    }

    /// A name that stands for nothing, with the nearest that does.
    package static func unknown(_ thing: String, _ name: String, _ known: [String]) -> String {
        let meant = question(namesMeant(by: name, among: known)).map { "; \($0)" }
        return "there is no \(thing) '\(clipped(name))'" + (meant ?? ": known are \(list(known))")
    }

    /// An option that a command does not have.
    package static func unknownOption(_ name: String, of command: String, _ known: [String]) -> String {
        "'\(command)' has no option '\(clipped(name))'"
            + (question(namesMeant(by: name, among: known)).map { "; \($0)" } ?? "")
    }

    /// Whether one of these names is meant; nil where there are none.
    package static func question(_ names: [String]) -> String? {
        guard let last = names.last else { return nil }
        let quoted = names.dropLast().map { "'\($0)'" }
        return "did you mean " + (quoted.isEmpty ? "" : list(quoted) + " or ") + "'\(last)'?"
    }

    package static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    /// A text from outside, short enough for a message and without characters that a terminal obeys.
    package static func clipped(_ text: String) -> String { clipped(text, to: 60) }

    /// A path as far as a line holds it: who is to mend the file has to find it.
    package static func whole(_ path: String) -> String { clipped(path, to: 200) }

    package static func clipped(_ text: String, to length: Int) -> String {
        let visible = text.unicodeScalars.map { PlainText.isShown($0) ? String($0) : "?" }
        return visible.count > length ? visible.prefix(length).joined() + "…" : visible.joined()
    }

    /// A number with as many digits as a reader wants.
    package static func digits(_ number: Double) -> String { String(format: "%.4g", number) }
}

extension ErrorText {
    /// Why there is no figure.
    package static func of(_ error: GnuplotError) -> String {
        switch error {
        case .notFound(let package): "gnuplot is not installed; install the package \(package) for one"
        case .notStarted(let path, let code): "\(path) could not be started (error \(code))"
        case .failed(let status, let message): "gnuplot ended with status \(status): \(clipped(message))"
        case .tookTooLong(let seconds): "gnuplot was not done after \(digits(seconds)) s"
        }
    }
}
