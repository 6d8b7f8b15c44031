import AllowedRegion
import Assessment
import Scenarios

/// Points of a plan, each answered as `check` answers it.
///
/// Where mass and coupling alone vary, all points share one preparation. Where a choice of the scenario varies, each point is of a
/// universe of its own.
public struct PointWork: ScanWork {
    /// Who answers.
    public enum Answerer: Sendable {
        case batch(PointBatch)
        case universes(UniverseBatch)

        var deciding: [Bound] {
            switch self {
            case .batch(let batch): batch.deciding
            case .universes(let batch): batch.deciding
            }
        }
    }

    private let plan: ScanPlan
    private let sequence: ScanSequence
    private let variation: ScenarioVariation
    private let answerer: Answerer
    private let massPlace: Int
    private let couplingPlace: Int

    public let columns: [ScanColumn]

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - batch: makes that ready, where no choice varies.
    ///   - universes: the same, where one does.
    /// - Throws: what is refused of the scenario.
    public init(
        _ plan: ScanPlan, _ scenario: Scenario, batch: () throws -> PointBatch, universes: () throws -> UniverseBatch
    ) throws {
        self.plan = plan
        sequence = ScanSequence(plan)
        variation = try ScenarioVariation(scenario, plan.parameters)
        answerer = variation.isEmpty ? .batch(try batch()) : .universes(try universes())
        (massPlace, couplingPlace) = try plan.placesOfPoint
        columns = plan.parameters.map { ScanColumn($0.name) } + PointColumns.scanColumns(answerer.deciding)
    }

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let values = rows.map { plan.values(ofRow: $0, sequence) }
        guard let answers = try answers(values, shouldStop) else { return nil }
        let parameters = plan.parameters.indices.map { place in values.map { $0[place] }.bytes }
        return parameters + answers.scanBytes
    }

    private func answers(_ values: [[Double]], _ shouldStop: @Sendable () -> Bool) throws -> PointColumns? {
        let (masses, couplings) = (values.map { $0[massPlace] }, values.map { $0[couplingPlace] })
        do {
            switch answerer {
            case .universes(let batch):
                return try batch.answers(masses: masses, couplings: couplings, shouldStop: shouldStop) {
                    try variation.scenario(values[$0])
                }
            case .batch(let batch):
                var columns = PointColumns()
                try masses.withUnsafeBufferPointer { masses in
                    try couplings.withUnsafeBufferPointer { couplings in
                        try batch.fill(&columns, masses: masses, couplings: couplings, shouldStop: shouldStop)
                    }
                }
                return columns
            }
        } catch PointBatchError.stopped { return nil }
    }
}
