import AllowedRegion
import Assessment
import CMutau
import ConstraintKit

/// The points of a call.
struct Points: @unchecked Sendable {
    let masses, couplings: UnsafeBufferPointer<Double>

    init(_ masses: UnsafePointer<Double>?, _ couplings: UnsafePointer<Double>?, _ count: Int) throws {
        self.masses = try row(masses, count, "masses")
        self.couplings = try row(couplings, count, "couplings")
    }

    /// nil where the two numbers are no mass and coupling.
    subscript(index: Int) -> (mass: Mass, coupling: Coupling)? {
        do { return (try Mass(inMeV: masses[index]), try Coupling(couplings[index])) } catch { return nil }
    }
}

extension BoundSet {
    /// Asks bounds that want rows for the masses of all points.
    func remember(_ points: Points) { remember(points.masses.indices.lazy.compactMap { points[$0]?.mass }) }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_standings(
    _ scenario: OpaquePointer!, _ masses: UnsafePointer<Double>!, _ couplings: UnsafePointer<Double>!, _ count: Int,
    _ standings: UnsafeMutablePointer<UInt8>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let batch = try handle.inquiry.batch
        let points = try Points(masses, couplings, count)
        let standings = try row(standings, count, "standings")
        let flag = StopFlag(stop)
        var columns = PointColumns()
        do {
            try batch.fill(&columns, masses: points.masses, couplings: points.couplings) { flag.isSet }
        } catch PointBatchError.stopped { try flag.check() }
        for index in 0..<count { standings[index] = columns.standing[index].rawValue }
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_bound_count(
    _ scenario: OpaquePointer!, _ count: UnsafeMutablePointer<Int>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { try given(count, "count").pointee = try $0.inquiry.boundSet.bounds.count }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_margins(
    _ scenario: OpaquePointer!, _ masses: UnsafePointer<Double>!, _ couplings: UnsafePointer<Double>!, _ count: Int,
    _ margins: UnsafeMutablePointer<Double>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let points = try Points(masses, couplings, count)
        let boundSet = try handle.inquiry.boundSet
        guard count > 0, !boundSet.bounds.isEmpty else { return }
        nonisolated(unsafe) let margins = try given(margins, "margins")
        boundSet.remember(points)
        try StopFlag(stop).forEach(count) { index in
            let verdicts = points[index].map { boundSet.verdicts(mass: $0.mass, coupling: $0.coupling).verdicts }
            for place in boundSet.bounds.indices {
                margins[place * count + index] = verdicts?[place].marginInDex ?? .nan
            }
        }
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_chi2(
    _ scenario: OpaquePointer!, _ masses: UnsafePointer<Double>!, _ couplings: UnsafePointer<Double>!, _ count: Int,
    _ amplitudes: UnsafeMutablePointer<Double>!, _ gammas: UnsafeMutablePointer<Double>!,
    _ chi2: UnsafeMutablePointer<Double>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let points = try Points(masses, couplings, count)
        guard count > 0 else { return }
        nonisolated(unsafe) let (amplitudes, gammas, chi2) = (
            try given(amplitudes, "amplitudes"), try given(gammas, "gammas"), try given(chi2, "chi2")
        )
        let isGiven = (0..<count).contains { !(amplitudes[$0].isNaN && gammas[$0].isNaN) }
        if count >= pointsThatPayForATable, !isGiven {
            return try handle.inquiry.spectra.fill(points, amplitudes, gammas, chi2, StopFlag(stop))
        }
        let analysis = try handle.inquiry.profiling
        let chosen = analysis.scenario.iceCube
        try StopFlag(stop).forEach(count) { index in
            guard let point = points[index] else {
                (amplitudes[index], gammas[index], chi2[index]) = (.nan, .nan, .nan)
                return
            }
            let fit = try analysis.iceCube.fit(
                mass: point.mass, coupling: point.coupling,
                amplitude: amplitudes[index].isNaN ? chosen.amplitude : amplitudes[index],
                gamma: gammas[index].isNaN ? chosen.gamma : gammas[index])
            (amplitudes[index], gammas[index], chi2[index]) = (
                fit.amplitude, analysis.iceCube.hasIndex ? fit.gamma : .nan, fit.chi2
            )
        }
    }
}

/// From so many points on, χ² is read from a table of spectra, which agrees with single points within the scenario's tolerance.
private let pointsThatPayForATable = 2000

extension PointBatch {
    /// Writes χ² of all points, with the amplitudes and indices that it is for; NaN for what is no point.
    fileprivate func fill(
        _ points: Points, _ amplitudes: UnsafeMutablePointer<Double>, _ gammas: UnsafeMutablePointer<Double>,
        _ chi2: UnsafeMutablePointer<Double>, _ flag: StopFlag
    ) throws {
        var columns = PointColumns()
        do {
            try fill(&columns, masses: points.masses, couplings: points.couplings) { flag.isSet }
        } catch PointBatchError.stopped { try flag.check() }
        if let failure = columns.iceCubeFailures.first { throw failure.error }
        for index in points.masses.indices {
            amplitudes[index] = columns.amplitude[index]
            gammas[index] = columns.gamma[index]
            chi2[index] = columns.chi2[index]
        }
    }
}
