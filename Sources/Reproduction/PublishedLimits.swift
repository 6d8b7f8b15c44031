import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import NumericalMethods
import Physics
import RealModule

/// What the bounds say where the paper quotes them.
public struct PublishedLimits: Sendable {
    /// The masses between which NA64μ 2024 excludes all couplings within 1σ and 2σ of the White Paper's band [MeV].
    public let bandExcluded: (oneSigma: ClosedRange<Double>?, twoSigma: ClosedRange<Double>?)
    /// g′ at 6.5 MeV.
    public let na64AtP1: Double?
    public let latticeAtP1: Double?
    /// Couplings of the projections between 1 and 100 MeV.
    public let projection11: ClosedRange<Double>?
    public let projection12: ClosedRange<Double>?
    /// What the limit of 2024 becomes with 1e11 and 1e12 muons at the same efficiency, at 6.5 MeV: g′ ∝ 1/√muons.
    public let byCounting: (at11: Double, at12: Double)?
    /// The lower 2σ edge of the White Paper's band over the projection for 1e11 muons, the least of 1–100 MeV.
    public let bandOverProjection: Double?
    /// The mass that N_eff demands: as the paper draws it, and as thermal equilibrium gives it [MeV].
    public let drawnMassEdge: Double?
    public let thermalMassEdge: Double?

    init(
        _ published: PublishedBounds, _ analysis: Analysis, catalogue: Catalogue, linkedBounds: LinkedBounds
    ) throws {
        func bound(_ stem: String) throws -> Bound {
            try Bound(
                catalogue.entry(for: stem), role: .informs, alternatives: nil,
                conventions: analysis.scenario.conventions, linkedBounds: linkedBounds)
        }
        let (na64, band) = (try bound(published.limit), try bound(published.whitePaper))
        let (far, farther) = (try bound(published.projection11), try bound(published.projection12))
        func excluded(_ deviations: Double) -> ClosedRange<Double>? {
            Self.negativeRange(in: 1...1000) { mass in
                guard let edge = band.bandEdge(atMass: mass, deviations: deviations),
                    let limit = na64.lowestExcluded(atMass: mass)
                else { return nil }
                return limit - edge
            }
        }
        bandExcluded = (excluded(1), excluded(2))
        na64AtP1 = na64.lowestExcluded(atMass: PublishedPoint.p1.mass)
        latticeAtP1 = try bound(published.lattice).lowestExcluded(atMass: PublishedPoint.p1.mass)
        let masses = (0...200).map { Double.exp10(2 * Double($0) / 200) }
        func span(_ bound: Bound) -> ClosedRange<Double>? {
            masses.compactMap { bound.lowestExcluded(atMass: $0) }
                .reduce(ClosedRange<Double>?.none) { $0.including($1) }
        }
        projection11 = span(far)
        projection12 = span(farther)
        let muons = try catalogue.entry(for: published.limit).document
            .parameters[Exposure.muonsOnTarget.rawValue]
        byCounting = na64AtP1.flatMap { limit in
            muons.map { (limit * ($0 / 1e11).squareRoot(), limit * ($0 / 1e12).squareRoot()) }
        }
        bandOverProjection = masses.compactMap { mass in
            guard let edge = band.bandEdge(atMass: mass, deviations: 2), let limit = far.lowestExcluded(atMass: mass)
            else { return nil }
            return edge / limit
        }.min()
        drawnMassEdge = try bound(published.drawnMassEdge).massEdge?.inMeV
        thermalMassEdge = try bound(published.thermalMassEdge).massEdge?.inMeV
    }

    /// Where a difference is negative, from its first to its last place, the ends by bisection in the logarithm.
    private static func negativeRange(
        in range: ClosedRange<Double>, _ difference: (Double) -> Double?
    ) -> ClosedRange<Double>? {
        let steps = 300
        let places = (0...steps).map {
            range.lowerBound * Double.exp(Double($0) / Double(steps) * Double.log(range.upperBound / range.lowerBound))
        }
        func isNegative(_ place: Double) -> Bool { difference(place).map { $0 < 0 } ?? false }
        guard let first = places.firstIndex(where: isNegative), let last = places.lastIndex(where: isNegative) else {
            return nil
        }
        func edge(_ inside: Double, _ outside: Double) -> Double {
            let bracket = Bracket(inside: Double.log(inside), outside: Double.log(outside))
            return Double.exp(bracket.narrowed(halvings: 60) { isNegative(Double.exp($0)) }.inside)
        }
        return edge(places[first], places[max(first - 1, 0)])...edge(places[last], places[min(last + 1, steps)])
    }
}

extension Bound {
    /// The lower edge of a preferred band at a mass [MeV] and a number of standard deviations.
    fileprivate func bandEdge(atMass mass: Double, deviations: Double) -> Double? {
        guard let mass = try? Mass(inMeV: mass), case .prefers(let bands)? = boundary(at: mass) else { return nil }
        return bands.first { $0.deviations == deviations }?.couplings.lower
    }
}
