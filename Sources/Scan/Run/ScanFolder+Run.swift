import NumericalMethods

extension ScanFolder {
    /// Computes what is missing of a shard; what is damaged or failed is computed again. A block goes to the disk while the next is
    /// computed.
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
        // Computed, and not on the disk yet.
        var unwritten: [Unwritten] = []
        let blocks = shard.blocks(of: plan)
        outcome.count = blocks.count
        var rest = blocks[...]
        while let first = rest.first, !outcome.wasStopped {
            guard !shouldStop() else {
                outcome.wasStopped = true
                break
            }
            // None of these goes on from another of them.
            let together = rest.prefix(work.blocksAtOnce).prefix { $0 < first + (plan.ensemble?.chains ?? 1) }
            rest = rest.dropFirst(together.count)
            defer { progress(Double(blocks.count - rest.count) / Double(blocks.count)) }
            if together.contains(where: { plan.predecessor(of: $0) != nil }) {
                try write(unwritten)
                unwritten = []
            }
            var wanted: [Int] = []
            for number in together {
                if case .done = try state(of: number) {
                    outcome.before += 1
                    outcome.done += 1
                } else {
                    wanted.append(number)
                }
            }
            let (written, attempts) = try Parallel.both(
                aside: { [unwritten] in Result { () throws(ScanError) in try write(unwritten) } },
                here: { [wanted] () throws(ScanError) in
                    try Parallel.map(wanted.count) { place throws(ScanError) in
                        try attempt(wanted[place], work, shouldStop: shouldStop)
                    }
                })
            try written.get()
            unwritten = []
            for (number, attempt) in zip(wanted, attempts) {
                switch attempt {
                case .computed(let columns, let seconds):
                    unwritten.append(.block(number, columns, seconds: seconds))
                    outcome.done += 1
                case .stopped: outcome.wasStopped = true
                case .refused(let error):
                    let words = words(error)
                    outcome.failed[number] = words
                    unwritten.append(.failure(number, words))
                case .waits(let predecessor):
                    outcome.failed[number] = "it goes on from block \(predecessor), which is not there"
                }
            }
        }
        try write(unwritten)
        return outcome
    }

    private enum Unwritten: Sendable {
        case block(Int, [[UInt8]], seconds: Double)
        case failure(Int, String)
    }

    private func write(_ unwritten: [Unwritten]) throws(ScanError) {
        for part in unwritten {
            switch part {
            case .block(let number, let columns, let seconds): try write(number, columns, seconds: seconds)
            case .failure(let number, let words): try noteFailure(number, words)
            }
        }
    }

    private enum Attempt: Sendable {
        case computed([[UInt8]], seconds: Double)
        case stopped
        case refused(any Error)
        /// For a block that could not be computed.
        case waits(Int)
    }

    private func attempt(
        _ number: Int, _ work: some ScanWork, shouldStop: @Sendable () -> Bool
    ) throws(ScanError) -> Attempt {
        var last: [ArraySlice<UInt8>]?
        if let predecessor = plan.predecessor(of: number) {
            guard case .done(let block) = try state(of: predecessor) else { return .waits(predecessor) }
            last = block.columns
        }
        let start = ContinuousClock.now
        do {
            guard let columns = try work.compute(plan.rows(ofBlock: number), after: last, shouldStop: shouldStop) else {
                return .stopped
            }
            return .computed(columns, seconds: (ContinuousClock.now - start) / .seconds(1))
        } catch { return .refused(error) }
    }
}
