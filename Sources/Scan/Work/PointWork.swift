import AllowedRegion
import Scenarios

/// Points of a plan, each answered as `check` answers it.
public struct PointWork: ScanWork {
    private let plan: ScanPlan
    private let sequence: ScanSequence
    private let answerer: PointAnswerer

    public let columns: [ScanColumn]

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - batch: makes that ready, where no universe varies; it is told which γ there may be, where points have their own.
    ///   - universes: the same, where one does.
    /// - Throws: what is refused of the scenario.
    public init(
        _ plan: ScanPlan, _ scenario: Scenario, batch: (ClosedRange<Double>?) throws -> PointBatch,
        universes: () throws -> UniverseBatch
    ) throws {
        self.plan = plan
        sequence = ScanSequence(plan)
        answerer = try PointAnswerer(plan, scenario, batch: batch, universes: universes)
        columns = plan.parameters.map { ScanColumn($0.name) } + answerer.columns
    }

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let values = plan.columns(ofRows: rows, sequence)
        do {
            return values.map(\.bytes) + answerer.bytes(try answerer.answers(values, shouldStop))
        } catch PointBatchError
            .stopped
        {
            return nil
        }
    }
}
