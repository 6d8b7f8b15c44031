import AllowedRegion
import Assessment

// What a scan keeps of a point.

extension PointColumns {
    /// - Parameters:
    ///   - deciding: the bounds, in the order of the bits of ``excludedBy``.
    ///   - numbers: of the spectrum, those that are found at each point, by name.
    static func scanColumns(_ deciding: [Bound], numbers: [String]) -> [ScanColumn] {
        let stems = deciding.map(\.card.stem)
        return [
            ScanColumn("standing", .words(PointStanding.allCases.map { "\($0)" })),
            ScanColumn("excluded_by", .flags(stems)), ScanColumn("failed", .flags(stems)),
            ScanColumn("speaking_bounds"), ScanColumn("limiting_bounds"), ScanColumn("chi2"), ScanColumn("delta_chi2"),
            ScanColumn("R"), ScanColumn("best_amplitude"), ScanColumn("best_gamma"),
        ] + numbers.map { ScanColumn("best_\($0)") } + [
            ScanColumn(FitStatus.columnName, .words(FitStatus.allCases.map(\.rawValue)))
        ]
    }

    /// The bytes of these columns.
    /// - Parameter numbers: which of ``numbers`` are kept.
    func scanBytes(numbers: [Int]) -> [[UInt8]] {
        [
            standing.map(\.rawValue), excludedBy.withUnsafeBytes { Array($0) },
            failedBounds.withUnsafeBytes { Array($0) }, speaking.map { Double($0) }.bytes,
            limiting.map { Double($0) }.bytes, chi2.bytes, deltaChi2.bytes, ratio.bytes, amplitude.bytes, gamma.bytes,
        ] + numbers.map { Array(number($0)).bytes } + [FitStatus.column(of: self)]
    }
}
