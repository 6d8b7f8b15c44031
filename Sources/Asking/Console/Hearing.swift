import Foundation
import Synchronization

/// Who hears warnings in place of standard error, which a library leaves alone: it gives them with its answer. Each thread has
/// its own, and the one that came last is asked.
private let listeners = Mutex<[pthread_t: [@Sendable (String) -> Void]]>([:])

extension Console {
    /// Does something while warnings of this thread are heard.
    package static func hearing<Value>(
        _ hear: @escaping @Sendable (String) -> Void, _ body: () throws -> Value
    ) rethrows -> Value {
        let thread = pthread_self()
        listeners.withLock { $0[thread, default: []].append(hear) }
        defer {
            listeners.withLock { listeners in
                listeners[thread]?.removeLast()
                if listeners[thread]?.isEmpty == true { listeners[thread] = nil }
            }
        }
        return try body()
    }

    /// Who hears the warnings of this thread; nil: nobody does.
    static var listener: (@Sendable (String) -> Void)? {
        let thread = pthread_self()
        return listeners.withLock { $0[thread]?.last }
    }
}
