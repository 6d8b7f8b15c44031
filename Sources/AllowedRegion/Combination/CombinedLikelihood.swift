import Assessment
import ConstraintKit
import RealModule
import Scenarios

/// The best fit that points are compared with where likelihoods are multiplied.
public struct CombinedLikelihood: Sendable {
    public let best: LikelihoodBest
    /// The least χ² of IceCube's spectrum in the ranges searched.
    let leastOfIceCube: Double
    /// The bounds that are left out because they can't be evaluated at a point that was looked at, by stem.
    var failed: [String: LikelihoodOmission] = [:]

    /// The couplings that are searched.
    static let couplings = 1e-5...1e-1
}

extension Analysis {
    /// Searches the best fit of all likelihoods together from 1 to 100 MeV and g′ = 1e-5 to 0.1, and without a Z′: on a grid,
    /// and around the best of its points five times as finely.
    ///
    /// A spectrum of another shape than a power law, and lines of finite width, cost ten times as much a point: their grid has a
    /// third of the steps.
    /// A bound that can't be evaluated at a point of the search, or at one that will be asked about, has no part in any.
    ///
    /// - Parameter points: those that will be compared with the best fit.
    /// - Throws: what the transport or the fit refuses.
    public func combinedLikelihood(
        for points: [(mass: Mass, coupling: Coupling)] = []
    ) throws -> CombinedLikelihood {
        var failed = [String: LikelihoodOmission]().with(failuresOf: bounds, at: points)
        while true {
            let found = try combinedLikelihood(without: failed)
            if found.failed.count == failed.count { return found }
            failed = found.failed
        }
    }

    /// - Returns: with more bounds that fail than are left out, it has to be sought again without them.
    private func combinedLikelihood(without failed: [String: LikelihoodOmission]) throws -> CombinedLikelihood {
        let steps = iceCube.shape == nil && iceCube.scanChoice != .grid ? 60 : 20
        let (masses, couplings) = (1.0...100.0, CombinedLikelihood.couplings)
        let coarse = try surface(masses, couplings, side: steps + 1, failed)
        guard let point = coarse.best.point else {
            return CombinedLikelihood(
                best: coarse.best, leastOfIceCube: coarse.leastOfIceCube, failed: coarse.failed)
        }
        func around(_ value: Double, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
            let step = Double.pow(range.upperBound / range.lowerBound, 1 / Double(steps))
            return max(range.lowerBound, value / step)...min(range.upperBound, value * step)
        }
        let fine = try surface(
            around(point.mass.inMeV, masses), around(point.coupling.value, couplings), side: 11, coarse.failed)
        let better = fine.best.value < coarse.best.value ? fine.best : coarse.best
        return CombinedLikelihood(
            best: LikelihoodBest(
                point: better.point, value: better.value, iceCube: better.iceCube, masses: masses, couplings: couplings),
            leastOfIceCube: min(coarse.leastOfIceCube, fine.leastOfIceCube), failed: fine.failed)
    }

    private func surface(
        _ masses: ClosedRange<Double>, _ couplings: ClosedRange<Double>, side: Int,
        _ failed: [String: LikelihoodOmission]
    ) throws -> LikelihoodSurface {
        try likelihoodSurface(
            on: MapGrid(massRange: masses, couplingRange: couplings, columns: side, rows: side), without: failed)
    }

    /// The product of all likelihoods over a grid.
    /// - Parameter failed: bounds that are left out, by stem.
    /// - Throws: what the transport or the fit refuses.
    public func likelihoodSurface(
        on grid: MapGrid, without failed: [String: LikelihoodOmission] = [:],
        shouldStop: @Sendable () -> Bool = { false }
    ) throws -> LikelihoodSurface {
        LikelihoodSurface(
            bounds, on: grid, iceCube: try iceCube.map(grid, shouldStop: shouldStop).chi2,
            withoutMediator: iceCube.withoutMediator.chi2, without: failed)
    }

    /// What the ways to combine the bounds say of a point that has been assessed.
    /// - Parameter chi2: of IceCube's spectrum there.
    public func combinations(
        of point: PointVerdicts, _ chi2: Double, _ combined: CombinedLikelihood
    ) -> PointCombinations {
        let bounds = BoundsLikelihood(bounds, at: point.mass, without: combined.failed).terms(at: point.coupling)
        return PointCombinations(
            scenario.combination, point,
            likelihood: LikelihoodAnswer(
                best: combined.best, terms: bounds.terms, omitted: bounds.omitted, iceCube: chi2,
                leastOfIceCube: combined.leastOfIceCube))
    }

    /// Of the couplings at one mass: 24 a decade.
    private static let stepsOfCouplings = 96

    /// The couplings that each way to combine the bounds leaves at a mass.
    /// - Throws: what the transport or the fit refuses.
    public func combinedCouplings(at mass: Mass) throws -> CombinedCouplings {
        let couplings = try Self.couplings(in: CombinedLikelihood.couplings)
        return try combinedCouplings(at: mass, combinedLikelihood(for: couplings.map { (mass, $0) }))
    }

    /// - Parameter combined: sought with the couplings of this mass in view.
    func combinedCouplings(at mass: Mass, _ combined: CombinedLikelihood) throws -> CombinedCouplings {
        let bounds = BoundsLikelihood(bounds, at: mass, without: combined.failed)
        let couplings = try Self.couplings(in: combined.best.couplings)
        let allowed = combined.best.value + LikelihoodBest.threshold
        let excess = try zip(couplings, iceCube.chi2(at: mass, along: couplings)).map { coupling, chi2 in
            chi2 + (try bounds.value(at: coupling)) - allowed
        }
        let intervals =
            bounds.factors.isEmpty ? [.above(0)] : CouplingInterval.below(zeroOf: excess, at: couplings.map(\.value))
        return CombinedCouplings(
            boundSet, at: mass,
            likelihood: .init(
                intervals: intervals, best: combined.best, bounds: bounds.factors.map(\.bound), omitted: bounds.omitted)
        )
    }

    static func couplings(in range: ClosedRange<Double>) throws -> [Coupling] {
        try (0...stepsOfCouplings).map { step in
            try Coupling(
                range.lowerBound
                    * Double.pow(range.upperBound / range.lowerBound, Double(step) / Double(stepsOfCouplings)))
        }
    }
}

extension CouplingInterval {
    /// The couplings at which a sampled value lies below zero, straight between its samples against log g′.
    static func below(zeroOf values: [Double], at couplings: [Double]) -> [CouplingInterval] {
        var intervals: [CouplingInterval] = []
        var start: Double? = values[0] < 0 ? 0 : nil
        for row in values.indices.dropFirst() where (values[row] < 0) != (values[row - 1] < 0) {
            let fraction = values[row - 1] / (values[row - 1] - values[row])
            let crossing = couplings[row - 1] * Double.pow(couplings[row] / couplings[row - 1], fraction)
            if let begun = start {
                intervals.append(.init(lower: begun, upper: crossing))
                start = nil
            } else {
                start = crossing
            }
        }
        if let start { intervals.append(.init(lower: start, upper: .infinity)) }
        return intervals
    }
}
