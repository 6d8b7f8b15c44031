import Foundation

/// What the user is told when a command can't do its work: one clear message and an exit code.
struct ErrorReport: Error {
    let message: String
    let code: Int32

    init(_ message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    func exit() -> Never {
        Console.note("mutau: \(message)")
        Foundation.exit(code)
    }
}
