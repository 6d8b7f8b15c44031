import AllowedRegion
import Assessment
import Scenarios

/// Points of a plan, each answered as `check` answers it.
///
/// Where mass, coupling, and A and γ of IceCube's spectrum alone vary, all points share one preparation. Where another choice of the
/// scenario varies, each point is of a universe of its own.
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
    private let amplitudePlace: Int?
    private let gammaPlace: Int?

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
        variation = try ScenarioVariation(scenario, plan.parameters)
        let places = plan.placesOfSpectrum
        (amplitudePlace, gammaPlace) = (places.amplitude, places.gamma)
        let isOneUniverse = !plan.parameters.contains(where: \.variesTheUniverse)
        if variation.isEmpty || isOneUniverse && PointBatch.takesSpectra(scenario) {
            let reach = places.gamma.map { plan.parameters[$0].reach }
            let usable = SpectrumLikelihood.usableIndices
            answerer = .batch(try batch(reach.map { $0.clamped(to: usable) }))
        } else {
            answerer = .universes(try universes())
        }
        (massPlace, couplingPlace) = try plan.placesOfPoint
        columns = plan.parameters.map { ScanColumn($0.name) } + PointColumns.scanColumns(answerer.deciding)
    }

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let values = plan.columns(ofRows: rows, sequence)
        guard let answers = try answers(values, shouldStop) else { return nil }
        return values.map(\.bytes) + answers.scanBytes
    }

    /// - Parameter values: a column for each parameter.
    private func answers(_ values: [[Double]], _ shouldStop: @Sendable () -> Bool) throws -> PointColumns? {
        let (masses, couplings) = (values[massPlace], values[couplingPlace])
        do {
            switch answerer {
            case .universes(let batch):
                return try batch.answers(masses: masses, couplings: couplings, shouldStop: shouldStop) { row in
                    try variation.scenario(values.map { $0[row] })
                }
            case .batch(let batch):
                let spectra = PointSpectra(
                    amplitudes: amplitudePlace.map { values[$0] }, gammas: gammaPlace.map { values[$0] })
                var columns = PointColumns()
                try masses.withUnsafeBufferPointer { masses in
                    try couplings.withUnsafeBufferPointer { couplings in
                        try batch.fill(
                            &columns, masses: masses, couplings: couplings, spectra: spectra, shouldStop: shouldStop)
                    }
                }
                return columns
            }
        } catch PointBatchError.stopped { return nil }
    }
}
