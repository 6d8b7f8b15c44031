import NumericalMethods
import Synchronization
import Testing

@Suite struct ParallelTests {
    private enum Failure: Error, Equatable { case at(Int) }

    @Test(arguments: [0, 1, 2, 7, 1000], [0, 1, 3, 64, 5000]) func keepsTheOrder(_ count: Int, _ chunk: Int) {
        #expect(Parallel.map(count, chunk: chunk) { 3 * $0 } == (0..<count).map { 3 * $0 })
    }

    @Test func asksForEachIndexOnce() {
        let asked = Mutex([Int](repeating: 0, count: 500))
        _ = Parallel.map(500, chunk: 7) { index in asked.withLock { $0[index] += 1 } }
        #expect(asked.withLock { $0.allSatisfy { $0 == 1 } })
    }

    @Test(arguments: [1, 10]) func theLowestFailureCounts(_ chunk: Int) {
        // Whichever fails first in time.
        for _ in 0..<20 {
            #expect(throws: Failure.at(13)) {
                try Parallel.map(300, chunk: chunk) { index throws(Failure) in
                    if index % 100 == 13 || index > 250 { throw .at(index) }
                    return index
                }
            }
        }
    }

    @Test func tellsHowFarItIs() {
        let told = Mutex<[Double]>([])
        _ = Parallel.map(10, chunk: 4, progress: { part in told.withLock { $0.append(part) } }, { $0 })
        // Three chunks, of 4, 4 and 2, in any order.
        let parts = told.withLock { $0.sorted() }
        #expect(parts.count == 3 && parts.last == 1 && parts.allSatisfy { $0 > 0 })
    }
}
