import AllowedRegion
import Assessment

// What a scan keeps of a point.

extension PointColumns {
    /// - Parameter deciding: the bounds, in the order of the bits of ``excludedBy``.
    static func scanColumns(_ deciding: [Bound]) -> [ScanColumn] {
        let stems = deciding.map(\.card.stem)
        return [
            ScanColumn("standing", .words(PointStanding.allCases.map { "\($0)" })),
            ScanColumn("excluded_by", .flags(stems)), ScanColumn("failed", .flags(stems)),
            ScanColumn("speaking_bounds"), ScanColumn("chi2"), ScanColumn("delta_chi2"), ScanColumn("R"),
            ScanColumn("best_amplitude"), ScanColumn("best_gamma"),
            ScanColumn(FitStatus.columnName, .words(FitStatus.allCases.map(\.rawValue))),
        ]
    }

    /// The bytes of these columns.
    var scanBytes: [[UInt8]] {
        [
            standing.map(\.rawValue), excludedBy.withUnsafeBytes { Array($0) },
            failedBounds.withUnsafeBytes { Array($0) }, speaking.map { Double($0) }.bytes, chi2.bytes,
            deltaChi2.bytes, ratio.bytes, amplitude.bytes, gamma.bytes, FitStatus.column(of: self),
        ]
    }
}
