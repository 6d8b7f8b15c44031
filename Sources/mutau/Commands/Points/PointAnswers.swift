import AllowedRegion
import Answers
import Asking
import Assessment
import PointTables

/// What the bounds and IceCube's spectrum say of the points of a table, as columns beside its own.
struct PointAnswers {
    let names: [String]
    private let batch: PointBatch
    private let singly: ((PointBlock) -> PointColumns)?
    private let hasIceCube: Bool
    private let stems: [String]

    /// In the order of ``AllowedRegion/PointStanding``.
    private static let standings = [Standing.allowed, .excluded, .unconstrained].map(\.rawValue) + ["invalid"]

    /// - Parameters:
    ///   - singly: what answers each point by itself; nil: the batch does.
    ///   - taken: the names of the table's own columns.
    init(_ batch: PointBatch, hasIceCube: Bool, singly: ((PointBlock) -> PointColumns)?, beside taken: [String]) {
        (self.batch, self.hasIceCube, self.singly) = (batch, hasIceCube, singly)
        stems = batch.deciding.map(\.card.stem)
        let spectrum = hasIceCube ? ["chi2", "delta_chi2", "R", "amplitude", "gamma"] + batch.numbers : []
        names = AddedColumn.names(
            ["standing", "excluded_by"] + spectrum + [
                "speaking_bounds", "limiting_bounds", "deciding_bounds", "reason",
            ], beside: taken)
    }

    func columns(_ block: PointBlock, _ tally: inout PointTally) throws -> [AddedColumn] {
        let answers = try singly?(block) ?? filled(block)
        let standings = answers.standing.withUnsafeBytes { Array($0) }
        let order = batch.excludingOrder(answers, masses: block.masses, couplings: block.couplings)
        var values: [AddedColumn.Values] = [
            .words(standings, among: Self.standings), .lists(order.positions, ends: order.ends, among: stems),
        ]
        if hasIceCube {
            values += [answers.chi2, answers.deltaChi2, answers.ratio, answers.amplitude, answers.gamma].map {
                .numbers($0)
            }
            values += batch.numbers.indices.map { .numbers(Array(answers.number($0))) }
        }
        values += [
            .counts(answers.speaking), .counts(answers.limiting), .count(stems.count),
            .texts(reasons(answers, block, &tally)),
        ]
        return zip(names, values).enumerated().map { number, column in
            AddedColumn(column.0, column.1, isOfPoints: number != 0 && number != values.count - 1)
        }
    }

    /// Why a row has no answer.
    struct Fault: Error { let reason: String }

    /// The same for lines of JSON: what is said of each row, which may be asked from any thread.
    func rows(
        _ block: PointBlock, _ tally: inout PointTally
    ) throws -> @Sendable (Int) -> Result<PointRow, Fault> {
        let answers = try singly?(block) ?? filled(block)
        let (masses, couplings) = (block.masses, block.couplings)
        let order = batch.excludingOrder(answers, masses: masses, couplings: couplings)
        let reasons = reasons(answers, block, &tally)
        let (stems, hasIceCube, batch) = (stems, hasIceCube, batch)
        return { row in
            guard let standing = answers.standing[row].standing else {
                return .failure(Fault(reason: reasons[row] ?? ""))
            }
            let excluding = order.positions[(row == 0 ? 0 : order.ends[row - 1])..<order.ends[row]]
            return .success(
                PointRow(
                    mass: masses[row], coupling: couplings[row], standing,
                    excludedBy: excluding.map { stems[Int($0)] },
                    bounds: (stems.count, Int(answers.speaking[row]), Int(answers.limiting[row])),
                    failed: Self.stems(answers.failedBounds[row], of: stems),
                    fit: !hasIceCube || answers.chi2[row].isNaN
                        ? nil
                        : PointRow.FitOfRow(
                            chi2: answers.chi2[row], deltaChi2: answers.deltaChi2[row], ratio: answers.ratio[row],
                            amplitude: answers.amplitude[row], gamma: answers.gamma[row],
                            spectrumValues: batch.spectrumValues(answers, at: row)),
                    reason: reasons[row]))
        }
    }

    /// The stems of a set of deciding bounds, a bit for each.
    private static func stems(_ set: UInt64, of stems: [String]) -> [String] {
        set == 0 ? [] : stems.indices.filter { set >> UInt64($0) & 1 == 1 }.map { stems[$0] }
    }

    private func filled(_ block: PointBlock) throws -> PointColumns {
        var answers = PointColumns()
        try block.masses.withUnsafeBufferPointer { masses in
            try block.couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(&answers, masses: masses, couplings: couplings) { Interruption.isAsked }
            }
        }
        return answers
    }

    /// Why a row is no point, has no χ², was answered without a bound, or is allowed at any coupling.
    private func reasons(
        _ answers: PointColumns, _ block: PointBlock, _ tally: inout PointTally
    ) -> [Int: String] {
        var failures: [Int: String] = [:]
        for failure in answers.iceCubeFailures { failures[failure.point] = ErrorText.words(for: failure.error) }
        var reasons = tally.reasons(block, failures: failures)
        for row in answers.rowsWithRemarks where reasons[row] == nil {
            reasons[row] = Wording.reason(
                without: Self.stems(answers.failedBounds[row], of: stems),
                isAllowedWithoutLimit: answers.isAllowedWithoutLimit(row))
        }
        return reasons
    }
}
