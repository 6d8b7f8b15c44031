import AllowedRegion
import ConstraintKit
import Foundation
import NumericalMethods
import Scenarios

/// The least χ² at each point of a plan's grid, over the parameters that have none: IceCube's, and for each normal prior the square
/// of the distance from its mean in units of its width. Ranges are not left.
///
/// A and γ are found exactly wherever the scenario leaves them free and the plan does not name them.
public struct ProfileWork: ScanWork {
    private let plan: ScanPlan
    private let search: SeveralStarts
    private let answerer: PointAnswerer
    /// The places of the parameters that have no grid.
    private let profiled: [Int]

    public let columns: [ScanColumn]

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - batch: makes that ready, where the spectrum has ranges and no universe varies.
    ///   - universes: the same else.
    /// - Throws: ``ScanPlanError``, `ChoiceError`
    public init(
        _ plan: ScanPlan, _ profile: ProfilePlan, _ scenario: Scenario,
        batch: (ClosedRange<Double>?) throws -> PointBatch, universes: () throws -> UniverseBatch
    ) throws {
        self.plan = plan
        answerer = try PointAnswerer(plan, scenario, batch: batch, universes: universes)
        profiled = plan.parameters.indices.filter { plan.parameters[$0].count == nil }
        search = profile.search(dimension: profiled.count, seed: plan.seed)
        columns =
            plan.parameters.map { ScanColumn($0.name) } + answerer.columns
            + [
                ScanColumn("penalty"), ScanColumn("chi2_total"), ScanColumn("evaluations"),
                ScanColumn("converged", .words(["no", "yes"])),
            ]
    }

    /// One for each core: a row takes hundreds of fits.
    public var rowsTriedFirst: Int { ProcessInfo.processInfo.activeProcessorCount }

    private struct Stopped: Error {}

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let found: [(values: [Double], best: SeveralStarts.Found)]
        let answers: PointColumns
        do {
            found = try Parallel.map(rows.count, chunk: 1) { try least(row: rows.lowerBound + $0, shouldStop) }
            answers = try answerer.answers(
                plan.parameters.indices.map { parameter in found.map { $0.values[parameter] } }, shouldStop)
        } catch is Stopped { return nil } catch PointBatchError.stopped { return nil }
        let penalties = found.map { penalty($0.values) }
        return plan.parameters.indices.map { parameter in found.map { $0.values[parameter] }.bytes }
            + answerer.bytes(answers) + [
                penalties.bytes, zip(answers.chi2, penalties).map { $0 + $1 }.bytes,
                found.map { Double($0.best.evaluations) }.bytes, found.map { $0.best.hasConverged ? 1 : 0 },
            ]
    }

    /// The best values at a point of the grid.
    private func least(
        row: Int, _ shouldStop: () -> Bool
    ) throws -> (values: [Double], best: SeveralStarts.Found) {
        let grid = plan.columnsOfGrid(row..<row + 1).map { $0[0] }
        func values(_ x: [Double]) -> [Double] {
            var values = grid
            for (axis, parameter) in profiled.enumerated() {
                values[parameter] = plan.parameters[parameter].value(inSearch: x[axis])
            }
            return values
        }
        let best = try search.minimum { x in
            guard !shouldStop() else { throw Stopped() }
            return chi2(values(x))
        }
        return (values(best.x), best)
    }

    /// With the penalties; infinite where there is none, of which the answer to the point that is kept has the reason.
    private func chi2(_ values: [Double]) -> Double {
        do {
            return try penalty(values) + answerer.chi2(values)
        } catch { return .infinity }
    }

    private func penalty(_ values: [Double]) -> Double {
        profiled.reduce(0) { $0 - 2 * plan.parameters[$1].logPrior(of: values[$1]) }
    }
}

extension ScanParameter {
    /// The value at a coordinate of a search: a range from 0 to 1, in which what is beyond an end is mirrored (a plateau there would
    /// hold a simplex that steps over the end); of a normal prior two widths to either side of the mean, and what is beyond.
    func value(inSearch x: Double) -> Double {
        switch distribution {
        case .linear(let from, let to), .logarithmic(let from, let to):
            min(max(value(atFraction: abs(x - 2 * (x / 2).rounded())), from), to)
        case .normal(let mean, let sigma): mean + sigma * (4 * x - 2)
        }
    }
}
