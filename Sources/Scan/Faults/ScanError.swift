import Files

/// Why a scan can't be begun, gone on with or put together.
public enum ScanError: Error, Sendable, Hashable {
    case reading(ReadingError)
    case writing(WritingError)
    /// A folder that holds no scan.
    case noScan(directory: String)
    /// A folder that holds something else, and is left alone.
    case holdsOther(directory: String)
    /// The folder's scan is another: the plan, the scenario, data or the program changed since it was begun.
    case otherScan(directory: String)
    /// Blocks computed on machines whose arithmetic differs in the last digits.
    case twoPaths(first: String, other: String, block: Int)
    /// Blocks that are not there yet, or can't be used.
    case incomplete(missing: Int, damaged: [Int], failed: [Int])
    /// A shard that is none of so many.
    case noShard(number: Int, count: Int)
    /// No place with a posterior above zero was found for all walkers, as often as the priors were asked.
    case nowhereToBegin(turns: Int)
    /// A scan of a method whose plan says all of it.
    case notExtended(method: String)
    /// A record of a scan's extension that is none.
    case unusableExtent(path: String)
    /// More rows than a scan may have.
    case tooManyRows(limit: Int)
}
