import Dispatch
import Synchronization

/// Work on all cores whose result does not depend on how many there are.
public enum Parallel {
    /// The value of each index from 0 on, in order.
    ///
    /// Indices are handed out in chunks, to whichever core is free. Each value has a place of its own, so that nothing is
    /// locked; where several indices fail the error is that of the lowest, as in a loop.
    ///
    /// - Parameters:
    ///   - count: of the indices.
    ///   - chunk: how many are done in a row. What takes less than some ten microseconds wants more than one.
    ///   - progress: told the fraction done after each chunk, from any thread.
    ///   - transform: called once for each index, from any thread; not for those above one that failed.
    /// - Throws: what `transform` throws.
    public static func map<Value: Sendable, Failure: Error>(
        _ count: Int, chunk: Int = 1, progress: @Sendable (Double) -> Void = { _ in },
        _ transform: @Sendable (Int) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        guard count > 0 else { return [] }
        let size = max(chunk, 1)
        let results = UnsafeMutableBufferPointer<Result<Value, Failure>?>.allocate(capacity: count)
        results.initialize(repeating: nil)
        defer {
            results.deinitialize()
            results.deallocate()
        }
        // Each index is written by one thread alone, and read when all have ended.
        nonisolated(unsafe) let places = results
        let done = Atomic(0)
        let lowestFailure = Atomic(Int.max)
        DispatchQueue.concurrentPerform(iterations: (count - 1) / size + 1) { number in
            let end = min((number + 1) * size, count)
            for index in number * size..<end where index < lowestFailure.load(ordering: .relaxed) {
                do throws(Failure) {
                    places[index] = .success(try transform(index))
                } catch {
                    places[index] = .failure(error)
                    lowestFailure.min(index, ordering: .relaxed)
                }
            }
            let sum = done.add(end - number * size, ordering: .relaxed).newValue
            progress(Double(sum) / Double(count))
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        for result in results {
            // Only what lies above a failure has none.
            guard let result else { break }
            values.append(try result.get())
        }
        return values
    }
}
