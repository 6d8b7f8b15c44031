import Assessment
import ConstraintKit
import IceCubeFit
import NumericalMethods
import Scenarios
import Synchronization
import Transport

/// Points that have each a universe of their own: a variation of one scenario in its numbers.
///
/// What does not vary is shared: the data, what the sources contribute, and the bounds as long as what the scenario lays down for these stays the same. The rest is
/// made ready for the one point that there is, and its χ² is to the bit what `check` finds.
public struct UniverseBatch: Sendable {
    /// The bounds that decide, in the order of the bits of ``PointColumns/excludedBy``.
    public var deciding: [Bound] { shared.deciding }
    private let shared: PointBatch
    private let conventions: Conventions
    private let dataSets: [DataSet]
    private let sources: SourceTables
    private let boundSet: @Sendable (Scenario) throws -> BoundSet
    /// Whether χ² says what stands: then nothing of it is shared.
    private let multiplies: Bool

    /// - Parameters:
    ///   - shared: of the scenario that is varied.
    ///   - comparison: of the same.
    ///   - boundSet: makes the bounds of a variation.
    /// - Throws: what is refused of the scenario.
    public init(
        _ shared: BoundSet, _ comparison: IceCubeComparison, boundSet: @escaping @Sendable (Scenario) throws -> BoundSet
    ) throws {
        multiplies = shared.scenario.combination == .likelihood
        self.shared = try PointBatch(shared, iceCube: multiplies ? comparison : nil)
        conventions = try shared.scenario.conventionsOfBounds
        dataSets = comparison.fit.dataSets
        sources = SourceTables(comparison.narrow.setting, indices: comparison.fit.precision.indices)
        self.boundSet = boundSet
    }

    /// Answers points on all cores.
    ///
    /// A point without a universe is ``PointStanding/invalid``, and why is one of ``PointColumns/iceCubeFailures``.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - cores: at most so many; nil: all.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - scenario: of each point; throws where there is none such.
    /// - Throws: ``PointBatchError``, and what the bounds of a variation refuse.
    public func answers(
        masses: [Double], couplings: [Double], cores: Int? = nil, shouldStop: @Sendable () -> Bool = { false },
        scenario: @Sendable (Int) throws -> Scenario
    ) throws -> PointColumns {
        var columns = PointColumns()
        let sharesBounds = !multiplies && masses.indices.first.map { hasSharedBounds($0, scenario) } == true
        if sharesBounds { try fill(&columns, shared, masses, couplings, cores: cores, shouldStop) }
        let failures = Mutex<[PointColumns.Failure]>([])
        let refusals = Mutex<[Int: any Error]>([:])
        var isDone = true
        columns.write(masses.count) { places in
            isDone = Parallel.ranges(masses.count, chunk: 4, cores: cores, shouldStop: shouldStop) { range in
                for place in range {
                    do {
                        let failure = try write(
                            masses[place], couplings[place], sharesBounds: sharesBounds, to: places, at: place
                        ) { try scenario(place) }
                        if let failure { failures.withLock { $0.append(.init(point: place, error: failure)) } }
                    } catch { refusals.withLock { $0[place] = error } }
                }
            }
        }
        if let refusal = refusals.withLock({ $0.min { $0.key < $1.key } }) { throw refusal.value }
        guard isDone else { throw PointBatchError.stopped }
        columns.iceCubeFailures = failures.withLock { $0.sorted { $0.point < $1.point } }
        return columns
    }

    /// χ² of IceCube's spectrum at a point of a variation; that of ``answers(masses:couplings:cores:shouldStop:scenario:)`` to the bit.
    /// - Throws: what the neutrinos, the transport or the fit refuse.
    public func chi2(_ variation: Scenario, mass: Mass, coupling: Coupling) throws -> Double {
        try UniverseSpectrum(variation, dataSets: dataSets, sources: sources, for: (mass, coupling))
            .best(mass: mass, coupling: coupling).chi2
    }

    private func hasSharedBounds(_ point: Int, _ scenario: (Int) throws -> Scenario) -> Bool {
        // Where there is no universe the bounds have nothing to say.
        do { return try scenario(point).conventionsOfBounds == conventions } catch { return false }
    }

    private func fill(
        _ columns: inout PointColumns, _ batch: PointBatch, _ masses: [Double], _ couplings: [Double], cores: Int?,
        _ shouldStop: @Sendable () -> Bool
    ) throws {
        try masses.withUnsafeBufferPointer { masses in
            try couplings.withUnsafeBufferPointer { couplings in
                try batch.fill(
                    &columns, masses: masses, couplings: couplings, cores: cores, shouldStop: shouldStop)
            }
        }
    }

    /// Writes what is said of one point.
    /// - Parameter sharesBounds: whether what the shared bounds say stands there already.
    /// - Returns: why there is no χ²; nil where there is one, and where the pair is no point.
    /// - Throws: what the bounds refuse.
    private func write(
        _ mass: Double, _ coupling: Double, sharesBounds: Bool, to places: PointPlaces, at place: Int,
        _ scenario: () throws -> Scenario
    ) throws -> (any Error)? {
        places.fits.clear(place)
        let (own, conventions): (Scenario, Conventions)
        do {
            own = try scenario()
            try own.checkNeutrinos()
            conventions = try own.conventionsOfBounds
        } catch {
            places.write(nil, at: place)
            return error
        }
        if !sharesBounds || conventions != self.conventions {
            let failure = try writeBounds(own, mass, coupling, to: places, at: place)
            if multiplies { return failure }
        }
        guard places.standing[place] != .invalid else { return nil }
        do {
            let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
            let spectrum = try UniverseSpectrum(own, dataSets: dataSets, sources: sources, for: (mass, coupling))
            let best = try spectrum.best(mass: mass, coupling: coupling)
            let free = try spectrum.withoutMediator()
            places.fits.write(
                chi2: best.chi2, amplitude: best.amplitude, gamma: spectrum.hasIndex ? best.gamma : .nan,
                ratio: spectrum.fit.ratio(chi2: best.chi2) ?? .nan, withoutMediator: free.chi2, at: place)
            return nil
        } catch { return error }
    }

    /// Writes what the bounds of a variation say, and where likelihoods are multiplied what χ² is.
    private func writeBounds(
        _ own: Scenario, _ mass: Double, _ coupling: Double, to places: PointPlaces, at place: Int
    ) throws -> (any Error)? {
        let batch = try PointBatch(boundSet(own), iceCube: multiplies ? IceCubeComparison(own) : nil)
        guard batch.deciding.map(\.card.stem) == deciding.map(\.card.stem) else {
            throw PointBatchError.otherBounds
        }
        var columns = PointColumns()
        try fill(&columns, batch, [mass], [coupling], cores: 1) { false }
        places.take(columns, at: place)
        return columns.iceCubeFailures.first?.error
    }
}
