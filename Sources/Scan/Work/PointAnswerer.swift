import AllowedRegion
import Assessment
import ConstraintKit
import Scenarios

/// Who answers for the points of a plan.
///
/// Where mass, coupling, A and γ of IceCube's spectrum and numbers of the sources' alone vary, all points share one preparation. Where
/// another choice of the scenario varies, each point is of a universe of its own.
struct PointAnswerer: Sendable {
    private enum Way: Sendable {
        case batch(PointBatch)
        case universes(UniverseBatch)
    }

    private let way: Way
    private let variation: ScenarioVariation
    private let place: (mass: Int, coupling: Int)
    private let spectrum: (amplitude: Int?, gamma: Int?)

    /// - Parameters:
    ///   - scenario: with the plan's choices.
    ///   - batch: makes that ready, where no universe varies; it is told which γ there may be, where points have their own.
    ///   - universes: the same, where one does.
    /// - Throws: what is refused of the scenario.
    init(
        _ plan: ScanPlan, _ scenario: Scenario, batch: (ClosedRange<Double>?) throws -> PointBatch,
        universes: () throws -> UniverseBatch
    ) throws {
        let variation = try ScenarioVariation(scenario, plan.parameters)
        self.variation = variation
        spectrum = plan.placesOfSpectrum
        place = try plan.placesOfPoint
        let isOneUniverse = !plan.parameters.contains(where: \.variesTheUniverse)
        // Of a profile each χ² is that of check, but where the spectrum has ranges: then one is as dear as a thousand.
        let takesSpectra = PointBatch.takesSpectra(scenario)
        let isShared = plan.method != .profile || takesSpectra && !variation.numbers.names.isEmpty
        if isShared, variation.isEmpty || isOneUniverse && takesSpectra {
            let reach = spectrum.gamma.map { plan.parameters[$0].reach }
            way = .batch(try batch(reach.map { $0.clamped(to: SpectrumLikelihood.usableIndices) }))
        } else {
            way = .universes(try universes())
        }
    }

    /// What is kept of each point beside its parameters.
    var columns: [ScanColumn] {
        let deciding =
            switch way {
            case .batch(let batch): batch.deciding
            case .universes(let batch): batch.deciding
            }
        return PointColumns.scanColumns(deciding, numbers: foundNumbers.map { variation.numbers.names[$0] })
    }

    /// The bytes of these columns.
    func bytes(_ answers: PointColumns) -> [[UInt8]] {
        switch way {
        case .batch: answers.scanBytes(numbers: foundNumbers)
        // There the others are no ranges any more.
        case .universes: answers.scanBytes(numbers: Array(foundNumbers.indices))
        }
    }

    /// The numbers of the spectrum that are no parameters: they are found.
    private var foundNumbers: [Int] {
        variation.placesOfNumbers.indices.filter { variation.placesOfNumbers[$0] == nil }
    }

    /// - Parameter values: a column for each parameter.
    /// - Throws: `PointBatchError.stopped`, and what bounds, transport or fit refuse.
    func answers(_ values: [[Double]], _ shouldStop: @Sendable () -> Bool) throws -> PointColumns {
        let (masses, couplings) = (values[place.mass], values[place.coupling])
        switch way {
        case .universes(let batch):
            return try batch.answers(
                masses: masses, couplings: couplings, numberCount: foundNumbers.count, shouldStop: shouldStop
            ) { row in
                try variation.scenario(values.map { $0[row] })
            }
        case .batch(let batch):
            let spectra = PointSpectra(
                amplitudes: spectrum.amplitude.map { values[$0] }, gammas: spectrum.gamma.map { values[$0] },
                numbers: variation.placesOfNumbers.map { $0.map { values[$0] } })
            var columns = PointColumns()
            try masses.withUnsafeBufferPointer { masses in
                try couplings.withUnsafeBufferPointer { couplings in
                    try batch.fill(
                        &columns, masses: masses, couplings: couplings, spectra: spectra, shouldStop: shouldStop)
                }
            }
            return columns
        }
    }

    /// χ² of IceCube's spectrum at a point, that of its answer.
    /// - Parameter values: of all parameters, in their order.
    /// - Throws: what the scenario, the transport or the fit refuse.
    func chi2(_ values: [Double]) throws -> Double {
        let (mass, coupling) = (try Mass(inMeV: values[place.mass]), try Coupling(values[place.coupling]))
        switch way {
        case .universes(let batch):
            return try batch.chi2(variation.scenario(values), mass: mass, coupling: coupling)
        case .batch(let batch):
            return try batch.chi2(
                mass: mass, coupling: coupling, amplitude: spectrum.amplitude.map { values[$0] },
                gamma: spectrum.gamma.map { values[$0] },
                numbers: variation.placesOfNumbers.map { $0.map { values[$0] } })
        }
    }
}
