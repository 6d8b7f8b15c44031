/// Of the rows of a scan of points: how many have no χ², and why.
public struct RowSummary: Sendable, Hashable {
    /// Rows without χ² by why there is none; those of which there are none are left out.
    public let withoutChi2: [FitStatus: Int]

    /// - Returns: nil for a scan without such a column.
    /// - Throws: ``ScanError`` where the scan is not complete.
    public init?(_ folder: ScanFolder) throws(ScanError) {
        guard let place = folder.columns.firstIndex(where: { $0.name == FitStatus.columnName }) else { return nil }
        var counts = [Int](repeating: 0, count: FitStatus.allCases.count)
        try folder.forEachBlock { _, block in for word in block.columns[place] { counts[Int(word)] += 1 } }
        withoutChi2 = Dictionary(uniqueKeysWithValues: zip(FitStatus.allCases, counts)).filter {
            $0.key != .found && $0.value > 0
        }
    }
}
