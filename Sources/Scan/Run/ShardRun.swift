import Files

/// A part of a scan's blocks: those whose number leaves k−1 when divided by how many parts there are.
public struct Shard: Sendable, Hashable {
    public let number: Int
    public let count: Int

    public static let whole = Shard(unchecked: 1, of: 1)

    /// - Parameter number: from 1.
    /// - Throws: ``ScanError/noShard(number:count:)``
    public init(_ number: Int, of count: Int) throws(ScanError) {
        guard count >= 1, (1...count).contains(number) else { throw .noShard(number: number, count: count) }
        self.init(unchecked: number, of: count)
    }

    private init(unchecked number: Int, of count: Int) { (self.number, self.count) = (number, count) }

    func blocks(of plan: ScanPlan) -> StrideTo<Int> { stride(from: number - 1, to: plan.blockCount, by: count) }
}

/// What became of a run.
public struct ShardOutcome: Sendable, Hashable {
    /// Blocks of the shard that are done now, and how many of these were before.
    public var done = 0
    public var before = 0
    /// Of those that could not be computed, the first words.
    public var failed: [Int: String] = [:]
    /// Whether it was told to stop: the rest is for the next run.
    public var wasStopped = false
    /// Blocks of the shard.
    public var count = 0
}

extension ScanFolder {
    /// Computes what is missing of a shard; what is damaged or failed is computed again.
    /// - Parameters:
    ///   - shouldStop: asked from time to time, from any thread. The block that is begun is then given up.
    ///   - progress: told the fraction done, and the blocks done.
    ///   - words: for what is refused of a block.
    /// - Throws: ``ScanError`` where the disk does not take it.
    public func run(
        _ work: some ScanWork, _ shard: Shard = .whole, shouldStop: @escaping @Sendable () -> Bool,
        progress: (Double) -> Void = { _ in }, words: (any Error) -> String
    ) throws(ScanError) -> ShardOutcome {
        var outcome = ShardOutcome()
        let blocks = Array(shard.blocks(of: plan))
        outcome.count = blocks.count
        for (place, number) in blocks.enumerated() {
            guard !shouldStop() else {
                outcome.wasStopped = true
                return outcome
            }
            defer { progress(Double(place + 1) / Double(blocks.count)) }
            if case .done = try state(of: number) {
                outcome.before += 1
                outcome.done += 1
                continue
            }
            let start = ContinuousClock.now
            let computed: [[UInt8]]?
            do { computed = try work.compute(plan.rows(ofBlock: number), shouldStop: shouldStop) } catch {
                let words = words(error)
                outcome.failed[number] = words
                try noteFailure(number, words)
                continue
            }
            guard let computed else {
                outcome.wasStopped = true
                return outcome
            }
            try write(number, computed, seconds: (ContinuousClock.now - start) / .seconds(1))
            outcome.done += 1
        }
        return outcome
    }

    /// How far a scan is.
    public struct Status: Sendable, Hashable {
        public var blocks = 0
        public var done = 0
        public var damaged: [Int] = []
        public var failed: [Int: String] = [:]
        /// By the clock, of the blocks that are done [s].
        public var seconds = 0.0
        /// The paths that blocks were computed on.
        public var paths: Set<String> = []

        public var missing: Int { blocks - done - damaged.count - failed.count }
        /// For what is left, one block after another [s]; nil before the first is done.
        public var secondsLeft: Double? { done > 0 ? seconds / Double(done) * Double(blocks - done) : nil }
    }

    /// - Throws: ``ScanError``
    public func status() throws(ScanError) -> Status {
        var status = Status()
        status.blocks = plan.blockCount
        for number in 0..<plan.blockCount {
            switch try state(of: number) {
            case .missing: continue
            case .damaged: status.damaged.append(number)
            case .failed(let words): status.failed[number] = words
            case .done(let block):
                status.done += 1
                status.seconds += block.seconds
                status.paths.insert(block.path)
            }
        }
        return status
    }
}
