import ConstraintKit
import RealModule

/// A point under the product of all approximate likelihoods, IceCube's among them, against the best fit.
public struct LikelihoodAnswer: Sendable {
    /// The best fit that the point is compared with.
    public let best: LikelihoodBest
    /// What each bound adds at the point.
    public let terms: [LikelihoodTerm]
    public let omitted: [OmittedBound]
    /// χ² of IceCube's spectrum at the point.
    public let iceCube: Double
    /// The least χ² of IceCube's spectrum in the ranges that were searched.
    public let leastOfIceCube: Double

    /// −2 ln L of the point: χ² of IceCube and what the bounds add.
    public var value: Double { terms.reduce(iceCube) { $0 + $1.value } }

    /// Δ(−2 ln L) against the best fit; 0 where the point is better than that.
    public var difference: Double { max(0, value - best.value) }

    /// How far IceCube's spectrum pulls from the point to what it likes best, in standard deviations.
    public var pullOfIceCube: Double { max(0, iceCube - leastOfIceCube).squareRoot() }

    /// Whether the point lies in the region of ``LikelihoodBest/confidenceLevel``; unconstrained where no bound takes part.
    public var standing: Standing {
        terms.isEmpty ? .unconstrained : difference < LikelihoodBest.threshold ? .allowed : .excluded
    }

    package init(
        best: LikelihoodBest, terms: [LikelihoodTerm], omitted: [OmittedBound], iceCube: Double, leastOfIceCube: Double
    ) {
        self.best = best
        self.terms = terms
        self.omitted = omitted
        self.iceCube = iceCube
        self.leastOfIceCube = leastOfIceCube
    }
}

/// Where the product of likelihoods is greatest.
public struct LikelihoodBest: Sendable {
    /// nil: without a Z′, which is where the product is greatest.
    public let point: Point?
    /// −2 ln L there: χ² of IceCube and what the bounds add.
    public let value: Double
    /// χ² of IceCube's spectrum there.
    public let iceCube: Double
    /// The masses searched [MeV].
    public let masses: ClosedRange<Double>
    /// The couplings searched.
    public let couplings: ClosedRange<Double>

    public struct Point: Sendable, Hashable {
        public let mass: Mass
        public let coupling: Coupling
        package init(mass: Mass, coupling: Coupling) { (self.mass, self.coupling) = (mass, coupling) }
    }

    package init(
        point: Point?, value: Double, iceCube: Double, masses: ClosedRange<Double>, couplings: ClosedRange<Double>
    ) {
        self.point = point
        self.value = value
        self.iceCube = iceCube
        self.masses = masses
        self.couplings = couplings
    }

    /// Of the region that a point has to lie in to be allowed.
    public static let confidenceLevel = 0.95
    /// m and g′.
    public static let degreesOfFreedom = 2
    /// Δ(−2 ln L) up to which that region reaches: −2 ln(1 − 0.95) for two degrees of freedom.
    public static let threshold = -2 * Double.log(onePlus: -confidenceLevel)
}
