import Asking
import CMutau
import Synchronization

/// What a ``mutau_scenario`` is.
final class Handle: Sendable {
    let inquiry: Inquiry
    let notices: Notices

    init(_ inquiry: Inquiry, _ notices: Notices) {
        self.inquiry = inquiry
        self.notices = notices
    }

    /// For the caller, who gives it back.
    var retained: OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

    /// - Parameter scenario: one that ``retained`` gave.
    static func of(_ scenario: OpaquePointer) -> Handle {
        Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(scenario)).takeUnretainedValue()
    }

    /// Takes back what ``retained`` gave.
    static func release(_ scenario: OpaquePointer) {
        Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(scenario)).release()
    }
}

/// What was warned of, until somebody asks.
final class Notices: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { if !$0.contains(line) { $0.append(line) } } }

    /// All of it, once.
    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}
