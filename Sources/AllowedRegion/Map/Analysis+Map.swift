import Assessment
import ConstraintKit
import IceCubeFit
import Physics
import RealModule
import Scenarios
import Transport

extension Analysis {
    /// The scenario over a grid, on all cores.
    ///
    /// Every bound is asked once a mass; every point costs one spectrum, or one for each index tried where the index is
    /// profiled.
    ///
    /// - Parameters:
    ///   - progress: told the fraction done from time to time, from any thread.
    ///   - shouldStop: asked before each point, from any thread; `FitError.stopped` ends the map then.
    /// - Throws: ``MapError``, and what the transport or the fit refuses.
    public func map(
        _ grid: MapGrid, progress: @Sendable (Double) -> Void = { _ in },
        shouldStop: @Sendable () -> Bool = { false }
    ) throws -> RegionMap {
        guard iceCube.fit.degreesOfFreedom > 0 else { throw MapError.tooFewDataPoints(iceCube.fit.pointCount) }
        let plane = StandingMap(boundSet, grid: grid)
        let spectra = try iceCube.map(grid, progress: progress, shouldStop: shouldStop)
        let combinations = MapCombinations(
            scenario.combination, plane,
            LikelihoodSurface(
                bounds, on: grid, iceCube: spectra.chi2, withoutMediator: iceCube.withoutMediator.chi2))
        let standings = combinations.standings(by: scenario.combination)
        let regions = regions(on: grid, standings, spectra.ratio, combinations)
        return RegionMap(
            scenario: scenario, grid: grid, bounds: plane.bounds, standings: standings,
            decidingBound: combinations.decidingBound(plane), chi2: spectra.chi2, ratio: spectra.ratio,
            amplitude: spectra.amplitude, gamma: spectra.gamma, transportError: spectra.transportError,
            chi2WithoutMediator: iceCube.withoutMediator.chi2, chi2OfFreeFit: iceCube.freeFit.chi2,
            chi2StandardModel: iceCube.fit.standardModelChi2,
            best: spectra.best, allowed: regions.allowed, preferredByIceCube: regions.preferred,
            allowedAndPreferred: regions.both, betterThanFreeFit: betterThanFreeFit(on: grid, spectra.chi2),
            caveats: spectra.caveats, dataReferences: iceCube.references, provisionalData: iceCube.provisionalData,
            spectrumValues: spectra.spectrumValues, freeSpectrumValues: iceCube.freeSpectrumValues,
            other: try iceCube.otherAnswer(at: spectra.best, of: grid), combinations: combinations)
    }

    private func betterThanFreeFit(on grid: MapGrid, _ chi2: [Double]) -> PlaneRegion {
        let level = iceCube.fit.chi2(asGoodAs: iceCube.freeFit.chi2)
        let excess = chi2.map { $0 - level }
        return RegionTracer(grid: grid).region(isInside: excess.map { $0 < 0 }, field: excess)
    }

    private func regions(
        on grid: MapGrid, _ standings: [Standing], _ ratio: [Double], _ combinations: MapCombinations
    ) -> (allowed: PlaneRegion, preferred: PlaneRegion, both: PlaneRegion) {
        let tracer = RegionTracer(grid: grid)
        let excess = ratio.map { $0 - 1 }
        let isAllowed = standings.map { $0 == .allowed }
        let isPreferred = excess.map { $0 < 0 }
        // A product of likelihoods has a value at each point of the grid; the bounds answer between them too.
        let field = combinations.chosen == .likelihood ? combinations.likelihood.excess : nil
        var probe = StandingProbe(bounds, by: combinations.chosen)
        let allows: RegionTracer.Condition = { x, y in
            // A point between two of the grid is positive and finite as they are.
            guard let mass = try? Mass(inMeV: Double.exp10(x)), let coupling = try? Coupling(Double.exp10(y)) else {
                return false
            }
            return probe.standing(mass: mass, coupling: coupling) == .allowed
        }
        let announce: PlaneTracer.Announcement = { points in
            // Between points of the grid, as above.
            probe.prepare(points.compactMap { point in try? Mass(inMeV: Double.exp10(point.x)) })
        }
        return (
            field.map { tracer.region(isInside: isAllowed, field: $0) }
                ?? tracer.region(isInside: isAllowed, condition: allows, announce: announce),
            tracer.region(isInside: isPreferred, field: excess),
            tracer.region(
                isInside: zip(isAllowed, isPreferred).map { $0 && $1 },
                field: field.map { zip(excess, $0).map(max) } ?? excess, condition: field == nil ? allows : nil,
                announce: announce)
        )
    }
}
