import Files

extension ScanFolder {
    private var extentPath: String { "\(path)/extent" }

    /// Adds to a scan: its full blocks stay, and `run` computes what is new. The plan stays as it is, and `extent` says how many rows there are.
    /// - Parameter count: points, pseudo-experiments, or of an ensemble steps of each walker, in whole blocks then.
    /// - Returns: how many rows of a last block that was not full are to be computed anew.
    /// - Throws: ``ScanError``; a grid has the points of its plan.
    @discardableResult public mutating func extend(by count: Int) throws(ScanError) -> Int {
        let more: Int
        switch plan.method {
        case .grid, .profile: throw .notExtended(method: plan.method.rawValue)
        case .random, .toys: more = count
        case .ensemble:
            let size = plan.ensemble.map { $0.stepsOfBlock * $0.thin } ?? 1
            let blocks = count / size + (count % size == 0 ? 0 : 1)
            more = blocks.multipliedReportingOverflow(by: plan.greatestShards * plan.block).partialValue
            guard blocks <= ScanPlan.greatestRows else { throw .tooManyRows(limit: ScanPlan.greatestRows) }
        }
        guard count >= 1, more >= 1, more <= ScanPlan.greatestRows - plan.rows else {
            throw .tooManyRows(limit: ScanPlan.greatestRows)
        }
        // The last block, which was not full, is another now.
        let again = plan.rows % plan.block
        let last = again == 0 ? nil : plan.blockCount - 1
        var extended = plan
        extended.take(rows: plan.rows + more)
        guard extended.blockCount <= ScanPlan.greatestBlockCount else {
            throw .tooManyRows(limit: ScanPlan.greatestBlockCount * plan.block)
        }
        do { try replaceFile(at: extentPath, with: Array("rows \(extended.rows)\n".utf8)) } catch {
            throw .writing(error)
        }
        if let last { Disk.discard(file(last)) }
        plan = extended
        return again
    }

    mutating func readExtent() throws(ScanError) {
        let bytes: [UInt8]
        do { bytes = try readFile(extentPath, limit: 64) } catch .unreadable(_, let cause) where cause.isMissing {
            return
        } catch { throw .reading(error) }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let parts = words[0].split(separator: " ")
        // Of an ensemble all chains have the same blocks.
        let unit = plan.ensemble.map { plan.block * $0.chains } ?? 1
        guard words.count == 2, words[1].isEmpty, parts.count == 2, parts[0] == "rows", let rows = Int(parts[1]),
            rows > plan.rows, rows <= ScanPlan.greatestRows, rows % unit == 0
        else { throw .unusableExtent(path: extentPath) }
        var extended = plan
        extended.take(rows: rows)
        guard extended.blockCount <= ScanPlan.greatestBlockCount else { throw .unusableExtent(path: extentPath) }
        plan = extended
    }
}

extension ScanPlan {
    fileprivate mutating func take(rows: Int) {
        self.rows = rows
        if let ensemble { self.ensemble?.blocks = rows / block / ensemble.chains - ensemble.burnBlocks }
    }
}
