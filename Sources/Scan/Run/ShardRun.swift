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

    /// In their order. Those of a chain stay together, for each goes on from the one before.
    func blocks(of plan: ScanPlan) -> [Int] {
        guard let chains = plan.ensemble?.chains else {
            return Array(stride(from: number - 1, to: plan.blockCount, by: count))
        }
        return (0..<plan.blockCount).filter { $0 % chains % count == number - 1 }
    }
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
