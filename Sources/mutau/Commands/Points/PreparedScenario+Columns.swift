import AllowedRegion
import Asking
import Assessment
import ConstraintKit
import PointTables

extension PreparedScenario {
    /// What is said of the points of a block, each by itself, with a best fit that was sought once for all blocks.
    /// - Parameter numberCount: how many numbers of the spectrum have ranges.
    func columns(of block: PointBlock, _ combined: CombinedLikelihood?, numberCount: Int) -> PointColumns {
        var columns = PointColumns()
        let (masses, couplings) = (block.masses, block.couplings)
        columns.standing = masses.map { _ in .invalid }
        (columns.excludedBy, columns.failedBounds) = (masses.map { _ in 0 }, masses.map { _ in 0 })
        (columns.speaking, columns.limiting) = (masses.map { _ in 0 }, masses.map { _ in 0 })
        columns.chi2 = masses.map { _ in .nan }
        columns.deltaChi2 = columns.chi2
        (columns.ratio, columns.amplitude, columns.gamma) = (columns.chi2, columns.chi2, columns.chi2)
        columns.numbers = [Double](repeating: .nan, count: masses.count * numberCount)
        let rows = masses.indices.filter { !masses[$0].isNaN }
        let points = rows.compactMap { row in Self.point(masses[row], couplings[row]) }
        for (row, answer) in zip(rows, assessments(at: points, combined)) {
            switch answer {
            case .success(let assessment): columns.take(assessment, at: row)
            case .failure(let error): columns.iceCubeFailures.append(.init(point: row, error: error))
            }
        }
        return columns
    }

    private static func point(_ mass: Double, _ coupling: Double) -> (mass: Mass, coupling: Coupling)? {
        do { return (try Mass(inMeV: mass), try Coupling(coupling)) } catch { return nil }
    }
}

extension PointColumns {
    fileprivate mutating func take(_ assessment: PointAssessment, at row: Int) {
        standing[row] = PointStanding(assessment.standing)
        let deciding = assessment.verdicts.filter(\.decides)
        for (bit, verdict) in deciding.enumerated() {
            switch verdict.verdict {
            case .excluded: excludedBy[row] |= 1 << UInt64(bit)
            case .failed: failedBounds[row] |= 1 << UInt64(bit)
            case .allowed, .preferred, .disfavoured, .silent: continue
            }
        }
        speaking[row] = UInt8(assessment.allowedBy.count + assessment.point.excludedBy.count)
        limiting[row] = UInt8(assessment.limiting)
        guard let iceCube = assessment.iceCube else { return }
        (chi2[row], deltaChi2[row], ratio[row]) = (iceCube.chi2, iceCube.deltaChi2, iceCube.ratio ?? .nan)
        (amplitude[row], gamma[row]) = (iceCube.amplitude, iceCube.gamma ?? .nan)
        for (column, number) in iceCube.spectrumValues.enumerated() { numbers[column * count + row] = number.value }
    }
}
