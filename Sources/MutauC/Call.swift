import ArgumentParser
import Asking
import CMutau
import Glibc
import NumericalMethods

/// A text that the caller is given.
typealias Text = UnsafeMutablePointer<CChar>

/// Whether the caller wants a call to end.
struct StopFlag: @unchecked Sendable {
    private let flag: UnsafePointer<Int32>?

    init(_ flag: UnsafePointer<Int32>?) { self.flag = flag }

    var isSet: Bool { mutau_stop_is_set(flag) != 0 }

    /// - Throws: ``ErrorReport`` where it is.
    func check() throws {
        if isSet { throw ErrorReport("stopped by the caller", code: ExitStatus.interrupted) }
    }
}

/// Does what a function of the library does: errors are values, and warnings are kept for whoever asks.
/// - Returns: 0, or the exit code of the program for such an error.
func answering(_ notices: Notices, _ error: UnsafeMutablePointer<Text?>?, _ body: () throws -> Void) -> Int32 {
    error?.pointee = nil
    do {
        try Console.hearing({ notices.add($0) }, body)
        return 0
    } catch let found {
        let report =
            ErrorReport(of: found) ?? ErrorReport(unforeseen: found)
            ?? ErrorReport(ScenarioOptions.message(for: found), code: ExitStatus.usage)
        error?.pointee = strdup(report.message)
        return report.code
    }
}

extension Handle {
    /// The same for a call about a scenario.
    static func answering(
        _ scenario: OpaquePointer?, _ error: UnsafeMutablePointer<Text?>?, _ body: (Handle) throws -> Void
    ) -> Int32 {
        guard let scenario else {
            error?.pointee = strdup("no scenario was given")
            return ExitStatus.usage
        }
        let handle = Handle.of(scenario)
        return MutauC.answering(handle.notices, error) { try body(handle) }
    }
}

extension StopFlag {
    /// Does something for each index on all cores, some dozens in a row.
    func forEach(_ count: Int, _ body: @Sendable (Int) throws -> Void) throws {
        let size = max(1, min(256, count / 64))
        _ = try Parallel.map((count + size - 1) / size) { number in
            for index in number * size..<min((number + 1) * size, count) {
                try check()
                try body(index)
            }
        }
        try check()
    }
}

/// A word of C as a text; nil for NULL.
/// - Throws: ``ErrorReport`` for what is no UTF-8.
func text(_ word: UnsafePointer<CChar>?) throws -> String? {
    guard let word else { return nil }
    guard let text = String(validatingCString: word) else {
        throw ErrorReport("'\(ErrorText.clipped(String(cString: word)))' is no UTF-8", code: ExitStatus.usage)
    }
    return text
}

/// A place of the caller.
/// - Throws: ``ErrorReport`` for NULL.
func given<Pointer>(_ pointer: Pointer?, _ name: StaticString) throws -> Pointer {
    guard let pointer else { throw ErrorReport("\(name) is NULL", code: ExitStatus.usage) }
    return pointer
}

/// The caller's elements.
/// - Throws: ``ErrorReport`` for NULL that should have some, and for more than any memory has.
func row<Element>(
    _ start: UnsafePointer<Element>?, _ count: Int, _ name: StaticString
) throws -> UnsafeBufferPointer<Element> {
    guard count != 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    // A size_t beyond half of the memory there could be is a number below zero here.
    guard count > 0 else { throw ErrorReport("the count of \(name) is out of range", code: ExitStatus.usage) }
    return UnsafeBufferPointer(start: try given(start, name), count: count)
}

/// Room of the caller for as many values as the function says.
/// - Throws: as ``row(_:_:_:)-(UnsafePointer<_>?,_,_)`` does.
func row<Element>(
    _ start: UnsafeMutablePointer<Element>?, _ count: Int, _ name: StaticString
) throws -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(mutating: try row(UnsafePointer(start), count, name))
}

extension UnsafePointer<mutau_choice>? {
    /// Choices as the words of a command line.
    /// - Throws: ``ErrorReport`` for a name that could be none, and for choices that are not there.
    func words(_ count: Int) throws -> [String] {
        try row(self, count, "choices").map { choice in
            let name = try text(choice.name) ?? ""
            let isName = name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
            guard isName, let first = name.utf8.first, first != UInt8(ascii: "-"), !name.hasPrefix("help") else {
                throw ErrorReport("'\(ErrorText.clipped(name))' is no choice", code: ExitStatus.usage)
            }
            return try text(choice.value).map { "--\(name)=\($0)" } ?? "--\(name)"
        }
    }
}
