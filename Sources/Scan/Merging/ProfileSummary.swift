/// What a profile says: where χ² is least, and whether each point of the grid can be believed.
public struct ProfileSummary: Sendable {
    /// Of the row with the least χ², by the names of the parameters; nil where no row has one.
    public let best: (chi2: Double, penalty: Double, row: Int, values: [(name: String, value: Double)])?
    /// Rows whose search ended before it could gain nothing more.
    public let notConverged: Int
    /// Of χ², in all.
    public let evaluations: Int

    /// - Returns: nil for a scan by another method.
    /// - Throws: ``ScanError`` where the scan is not complete.
    public init?(_ folder: ScanFolder) throws(ScanError) {
        func place(_ name: String) -> Int? { folder.columns.firstIndex { $0.name == name } }
        guard folder.plan.profile != nil, let total = place("chi2_total"), let penalty = place("penalty"),
            let converged = place("converged"), let evaluations = place("evaluations")
        else { return nil }
        let names = folder.plan.parameters.map(\.name)
        var best: (chi2: Double, penalty: Double, row: Int, values: [(name: String, value: Double)])?
        var (missed, asked) = (0, 0.0)
        try folder.forEachBlock { number, block in
            asked += block.columns[evaluations].numbers.reduce(0, +)
            let totals = block.columns[total].numbers
            // A row without χ² is counted by its reason.
            missed += zip(block.columns[converged], totals).count { $0 == 0 && !$1.isNaN }
            for (row, chi2) in totals.enumerated() where chi2 < best?.chi2 ?? .infinity {
                // The parameters are the first columns, in their order.
                let values = names.indices.map { (names[$0], block.columns[$0].numbers[row]) }
                best = (chi2, block.columns[penalty].numbers[row], number * folder.plan.block + row, values)
            }
        }
        (self.best, notConverged, self.evaluations) = (best, missed, Int(asked))
    }
}
