import AllowedRegion
import NumericalMethods
import Scenarios

/// Points of a plan, each answered as `check` answers it.
///
/// Where mass and coupling alone vary, all points share one preparation. Where a choice of the scenario varies, each point is of a
/// universe of its own, whose bounds and transport are made ready for it alone.
public struct PointWork: ScanWork {
    private let plan: ScanPlan
    private let sequence: ScanSequence
    private let scenario: Scenario
    private let prepare: @Sendable (Scenario) throws -> PointBatch
    /// Of the scenario itself.
    private let batch: PointBatch
    private let massPlace: Int
    private let couplingPlace: Int
    /// The choices that vary, and their places among the parameters.
    private let varied: [(choice: ScenarioChoice, place: Int)]

    public let columns: [ScanColumn]

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - prepare: makes a scenario ready.
    /// - Throws: what is refused of the scenario.
    public init(
        _ plan: ScanPlan, _ scenario: Scenario, prepare: @escaping @Sendable (Scenario) throws -> PointBatch
    ) throws {
        (self.plan, self.scenario, self.prepare) = (plan, scenario, prepare)
        sequence = ScanSequence(plan)
        batch = try prepare(scenario)
        let names = plan.parameters.map(\.name)
        guard let mass = names.firstIndex(of: ScanParameter.mass),
            let coupling = names.firstIndex(of: ScanParameter.coupling)
        else { throw ScanPlanError.missing(path: "parameters", expected: "mass_MeV and coupling") }
        (massPlace, couplingPlace) = (mass, coupling)
        varied = names.indices.compactMap { place in
            ScenarioChoice.all.first { $0.path == names[place] }.map { ($0, place) }
        }
        columns =
            names.map { ScanColumn($0) }
            + [
                ScanColumn("standing", .words(PointStanding.allCases.map { "\($0)" })),
                ScanColumn("excluded_by", .flags(batch.deciding.map(\.card.stem))),
                ScanColumn("failed", .flags(batch.deciding.map(\.card.stem))), ScanColumn("speaking_bounds"),
                ScanColumn("chi2"), ScanColumn("delta_chi2"), ScanColumn("R"), ScanColumn("best_amplitude"),
                ScanColumn("best_gamma"),
            ]
    }

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let values = rows.map { plan.values(ofRow: $0, sequence) }
        let answers = varied.isEmpty ? try shared(values, shouldStop) : try single(values, shouldStop)
        guard let answers else { return nil }
        let parameters = plan.parameters.indices.map { place in values.map { $0[place] }.bytes }
        return parameters + [
            answers.standing.map(\.rawValue), answers.excludedBy.withUnsafeBytes { Array($0) },
            answers.failedBounds.withUnsafeBytes { Array($0) }, answers.speaking.map { Double($0) }.bytes,
            answers.chi2.bytes,
            answers.deltaChi2.bytes, answers.ratio.bytes, answers.amplitude.bytes, answers.gamma.bytes,
        ]
    }

    private func shared(_ values: [[Double]], _ shouldStop: @Sendable () -> Bool) throws -> PointColumns? {
        try answers(batch, values, cores: nil, shouldStop)
    }

    private func answers(
        _ batch: PointBatch, _ values: [[Double]], cores: Int?, _ shouldStop: @Sendable () -> Bool
    ) throws -> PointColumns? {
        let (masses, couplings) = (values.map { $0[massPlace] }, values.map { $0[couplingPlace] })
        var columns = PointColumns()
        do {
            try masses.withUnsafeBufferPointer { masses in
                try couplings.withUnsafeBufferPointer { couplings in
                    try batch.fill(
                        &columns, masses: masses, couplings: couplings, cores: cores, shouldStop: shouldStop)
                }
            }
        } catch PointBatchError.stopped { return nil }
        return columns
    }

    /// Each row in its own universe.
    private func single(_ values: [[Double]], _ shouldStop: @Sendable () -> Bool) throws -> PointColumns? {
        let rows = try Parallel.map(values.count) { row throws -> PointColumns? in
            guard !shouldStop() else { return nil }
            var own = scenario
            for (choice, place) in varied { try choice.set("\(values[row][place])", in: &own) }
            let batch = try prepare(own)
            guard batch.deciding.map(\.card.stem) == self.batch.deciding.map(\.card.stem) else {
                throw ScanError.otherBounds(row: row)
            }
            return try answers(batch, [values[row]], cores: 1, shouldStop)
        }
        var all = PointColumns()
        for row in rows {
            guard let row else { return nil }
            all.append(row)
        }
        return all
    }
}

extension PointColumns {
    fileprivate mutating func append(_ other: PointColumns) {
        standing += other.standing
        excludedBy += other.excludedBy
        failedBounds += other.failedBounds
        speaking += other.speaking
        chi2 += other.chi2
        deltaChi2 += other.deltaChi2
        ratio += other.ratio
        amplitude += other.amplitude
        gamma += other.gamma
    }
}
