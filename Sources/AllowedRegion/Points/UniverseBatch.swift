import Assessment
import ConstraintKit
import IceCubeFit
import NumericalMethods
import Scenarios
import Synchronization
import Transport

/// Points that have each a universe of their own: a variation of one scenario in its numbers.
///
/// What does not vary is shared: the data, what the sources contribute, and of the bounds what ``UniverseBounds`` says. The rest is made
/// ready for the one point that there is, and its χ² is to the bit what `check` finds.
public struct UniverseBatch: Sendable {
    /// The bounds that decide, in the order of the bits of ``PointColumns/excludedBy``.
    public var deciding: [Bound] { bounds.deciding }
    private let bounds: UniverseBounds
    private let dataSets: [DataSet]
    private let sources: SourceTables

    /// - Parameters:
    ///   - shared: of the scenario that is varied.
    ///   - comparison: of the same.
    ///   - boundSet: makes the bounds of a variation: all that decide, or of these the ones that have certain stems.
    /// - Throws: what is refused of the scenario.
    public init(
        _ shared: BoundSet, _ comparison: IceCubeComparison,
        boundSet: @escaping @Sendable (Scenario, Set<String>?) throws -> BoundSet
    ) throws {
        bounds = try UniverseBounds(shared, comparison, boundSet: boundSet)
        dataSets = comparison.fit.dataSets
        sources = SourceTables(comparison.narrow.setting, indices: comparison.fit.precision.indices)
    }

    /// Answers points on all cores.
    ///
    /// A point without a universe is ``PointStanding/invalid``, and why is one of ``PointColumns/iceCubeFailures``.
    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: g′, one to each mass.
    ///   - numberCount: how many numbers of the spectrum have ranges in each scenario.
    ///   - cores: at most so many; nil: all.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - scenario: of each point; throws where there is none such.
    /// - Throws: ``PointBatchError``, and what the bounds of a variation refuse.
    public func answers(
        masses: [Double], couplings: [Double], numberCount: Int = 0, cores: Int? = nil,
        shouldStop: @Sendable () -> Bool = { false }, scenario: @Sendable (Int) throws -> Scenario
    ) throws -> PointColumns {
        var columns = PointColumns()
        // Points without a universe say nothing of what the others have.
        var place = 0
        var first: UniverseBounds.Sharing?
        while first == nil, place < masses.count {
            first = bounds.sharing { try scenario(place) }
            place += 1
        }
        let sharing = first ?? .nothing
        try bounds.fill(&columns, sharing, masses: masses, couplings: couplings, cores: cores, shouldStop)
        let failures = Mutex<[PointColumns.Failure]>([])
        let refusals = Mutex<[Int: any Error]>([:])
        var isDone = true
        columns.write(masses.count, numberCount: numberCount) { places in
            isDone = Parallel.ranges(masses.count, chunk: 4, cores: cores, shouldStop: shouldStop) { range in
                for place in range {
                    do {
                        let failure = try write(
                            masses[place], couplings[place], sharing, to: places, at: place
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

    /// χ² of IceCube's spectrum at a point of a variation; that of ``answers(masses:couplings:numberCount:cores:shouldStop:scenario:)`` to the bit.
    /// - Throws: what the neutrinos, the transport or the fit refuse.
    public func chi2(_ variation: Scenario, mass: Mass, coupling: Coupling) throws -> Double {
        try UniverseSpectrum(variation, dataSets: dataSets, sources: sources, for: (mass, coupling))
            .best(mass: mass, coupling: coupling).chi2
    }

    /// Writes what is said of one point.
    /// - Parameter sharing: what stands there already of what the bounds say.
    /// - Returns: why there is no χ²; nil where there is one, and where the pair is no point.
    /// - Throws: what the bounds refuse.
    private func write(
        _ mass: Double, _ coupling: Double, _ sharing: UniverseBounds.Sharing, to places: PointPlaces, at place: Int,
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
        let failure = try bounds.complete(
            own, conventions, sharing, mass: mass, coupling: coupling, to: places, at: place)
        if bounds.multiplies { return failure }
        guard places.standing[place] != .invalid else { return nil }
        do {
            let (mass, coupling) = (try Mass(inMeV: mass), try Coupling(coupling))
            let spectrum = try UniverseSpectrum(own, dataSets: dataSets, sources: sources, for: (mass, coupling))
            let (there, best) = try spectrum.best(
                spectrum.mediator(mass: mass, coupling: coupling), amplitude: spectrum.amplitude,
                gamma: spectrum.gamma)
            let free = try spectrum.withoutMediator()
            places.fits.write(
                chi2: best.chi2, amplitude: best.amplitude, gamma: spectrum.hasIndex ? best.gamma : .nan,
                ratio: spectrum.fit.ratio(chi2: best.chi2) ?? .nan, withoutMediator: free.chi2, at: place)
            places.fits.write(numbers: there.spectrumValues.map(\.value), at: place)
            return nil
        } catch { return error }
    }
}
