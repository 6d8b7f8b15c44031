import Synchronization

/// A value that is computed when it is first asked for, and kept. Threads that ask at once may each compute it; all get the same.
public final class Later<Value: Sendable>: Sendable {
    private final class Kept: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private let kept = AtomicLazyReference<Kept>()
    private let compute: @Sendable () -> Value

    /// - Parameter compute: says the same whenever it is asked.
    public init(_ compute: @escaping @Sendable () -> Value) { self.compute = compute }

    public var value: Value { (kept.load() ?? kept.storeIfNil(Kept(compute()))).value }
}
