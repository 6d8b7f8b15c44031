import Documents
import Files
import Foundation

/// What is known of where text goes: standard output or standard error.
package struct ConsoleStream: Sendable {
    /// The columns a line has and the signs that are shown.
    package let style: TextStyle
    /// Whether what reads it obeys colours, and is to be given them.
    package let isColoured: Bool
    package let isTerminal: Bool

    package static let output = ConsoleStream(STDOUT_FILENO)
    package static let errors = ConsoleStream(STDERR_FILENO)

    private init(_ descriptor: Int32) {
        self.init(
            isTerminal: isatty(descriptor) == 1, windowColumns: Self.windowColumns(descriptor),
            environment: ProcessEnvironment.values(of: Self.variables))
    }

    /// Those of the environment that ``init(isTerminal:windowColumns:environment:)`` asks for.
    private static let variables =
        ["COLUMNS", "CLICOLOR_FORCE", "TERM", "NO_COLOR"] + localeVariables
    /// The first that is set names the locale.
    private static let localeVariables = ["LC_ALL", "LC_CTYPE", "LANG"]

    /// - Parameters:
    ///   - windowColumns: the width of the terminal; nil where it is none, or does not know.
    ///   - environment: COLUMNS comes before what the terminal says of itself; NO_COLOR forbids colours and CLICOLOR_FORCE
    ///     gives them to a pipe too.
    package init(isTerminal: Bool, windowColumns: Int?, environment: [String: String]) {
        let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? windowColumns
        style = TextStyle(columns: columns.map { max($0, Self.fewest) }, isASCII: Self.isASCII(environment))
        self.isTerminal = isTerminal
        func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        let isForced = isSet("CLICOLOR_FORCE") && environment["CLICOLOR_FORCE"] != "0"
        let isAble = isTerminal && isSet("TERM") && environment["TERM"] != "dumb"
        isColoured = !isSet("NO_COLOR") && (isForced || isAble)
    }

    /// In less room nothing is readable [columns].
    private static let fewest = 40

    /// A locale that is named and not of UTF-8 has signs of ASCII alone, as far as one can know. Where none is named, as in
    /// containers, text stays as it is.
    private static func isASCII(_ environment: [String: String]) -> Bool {
        guard let locale = localeVariables.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
            return false
        }
        return !locale.lowercased().filter { $0 != "-" }.contains("utf8")
    }

    private static func windowColumns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
