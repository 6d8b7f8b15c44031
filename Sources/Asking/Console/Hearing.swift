import Foundation

/// Who hears warnings in place of standard error, which a library leaves alone: it gives them with its answer.
private final class Listener: Sendable {
    let hear: @Sendable (String) -> Void

    init(_ hear: @escaping @Sendable (String) -> Void) { self.hear = hear }

    /// Where each thread has its own.
    static let key: pthread_key_t = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, nil) == 0 else { fatalError("the system has no room for a thread's own value") }
        return key
    }()
}

extension Console {
    /// Does something while warnings of this thread are heard.
    package static func hearing<Value>(
        _ hear: @escaping @Sendable (String) -> Void, _ body: () throws -> Value
    ) rethrows -> Value {
        let before = pthread_getspecific(Listener.key)
        let listener = Unmanaged.passRetained(Listener(hear))
        pthread_setspecific(Listener.key, listener.toOpaque())
        defer {
            pthread_setspecific(Listener.key, before)
            listener.release()
        }
        return try body()
    }

    /// Who hears the warnings of this thread; nil: nobody does.
    static var listener: (@Sendable (String) -> Void)? {
        pthread_getspecific(Listener.key).map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue().hear }
    }
}
