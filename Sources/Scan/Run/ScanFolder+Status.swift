extension ScanFolder {
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

        /// Rows in the merged file; nil where nothing was merged yet.
        public var mergedRows: Int?
        /// Rows that a merged file has.
        public var rows = 0

        public var missing: Int { blocks - done - damaged.count - failed.count }
        /// For what is left, one block after another [s]; nil before the first is done.
        public var secondsLeft: Double? { done > 0 ? seconds / Double(done) * Double(blocks - done) : nil }
    }

    /// - Throws: ``ScanError``
    public func status() throws(ScanError) -> Status {
        var status = Status()
        status.blocks = plan.blockCount
        (status.mergedRows, status.rows) = (mergedRows, rowsToMerge)
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
