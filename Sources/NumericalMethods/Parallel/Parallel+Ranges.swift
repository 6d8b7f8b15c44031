import Dispatch
import Synchronization

extension Parallel {
    /// Ranges of indices that together are those from 0 to a count, each handed to whichever core is free.
    /// - Parameters:
    ///   - count: of the indices.
    ///   - chunk: how many make a range.
    ///   - cores: at most so many work at once; nil: all.
    ///   - shouldStop: asked before each range, from any thread; once it says so no further one begins.
    ///   - body: called once for each range, from any thread.
    /// - Returns: whether all were handed out.
    public static func ranges(
        _ count: Int, chunk: Int, cores: Int? = nil, shouldStop: @Sendable () -> Bool = { false },
        _ body: @Sendable (Range<Int>) -> Void
    ) -> Bool {
        let size = max(chunk, 1)
        let chunks = (count + size - 1) / size
        let next = Atomic(0)
        let isStopped = Atomic(false)
        DispatchQueue.concurrentPerform(iterations: min(chunks, max(1, cores ?? chunks))) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < chunks, !isStopped.load(ordering: .relaxed) else { return }
                guard !shouldStop() else { return isStopped.store(true, ordering: .relaxed) }
                body(number * size..<min((number + 1) * size, count))
            }
        }
        return !isStopped.load(ordering: .relaxed)
    }
}
