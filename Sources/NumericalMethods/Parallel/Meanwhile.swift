import Dispatch
import Synchronization

/// One piece of work after another, each done beside what the caller does.
public final class Meanwhile<Failure: Error>: Sendable {
    private let group = DispatchGroup()
    private let result = Mutex<Result<Void, Failure>>(.success(()))

    public init() {}

    /// Begins a piece of work when the one before has ended.
    /// - Throws: what that one has thrown; then nothing is begun.
    public func start(_ body: @escaping @Sendable () throws(Failure) -> Void) throws(Failure) {
        try finish()
        DispatchQueue.global().async(group: group) { [self] in
            let ended: Result<Void, Failure>
            do throws(Failure) { ended = .success(try body()) } catch { ended = .failure(error) }
            result.withLock { $0 = ended }
        }
    }

    /// Waits for what was begun.
    /// - Throws: what that has thrown.
    public func finish() throws(Failure) {
        group.wait()
        try result.withLock { $0 }.get()
    }
}
