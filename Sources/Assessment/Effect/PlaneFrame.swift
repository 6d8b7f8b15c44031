import ConstraintKit
import RealModule

/// The part of the plane in which a document is looked at: its own masses, and the couplings of the usual map with its
/// own among them.
struct PlaneFrame {
    /// [MeV]
    let masses: ClosedRange<Double>
    let couplings: ClosedRange<Double>
    /// Where it is sampled, the knots of its curves among them, rising.
    let samples: [Mass]

    /// The couplings of the usual map.
    private static let usualCouplings = 1e-5...1e-1
    /// The masses of the usual map, for a bound that is computed [MeV].
    private static let usualMasses = 1.0...100.0
    private static let sampleCount = 400

    init(of document: Document) {
        let knots = document.ownLimits.flatMap { $0.region.knots(edgeDepth: 10) }
        let masses = knots.map(\.mass)
        let couplings = knots.map(\.coupling).filter { $0 > 0 }
        if let lower = masses.min(), let upper = masses.max() {
            self.masses = lower...upper
        } else {
            self.masses = Self.usualMasses
        }
        let lower = min(Self.usualCouplings.lowerBound, couplings.min().map(Self.decadeBelow) ?? .infinity)
        let upper = max(Self.usualCouplings.upperBound, couplings.max().map(Self.decadeAbove) ?? 0)
        self.couplings = lower...upper
        samples = Self.samples(in: self.masses, knots: masses)
    }

    private static func samples(in range: ClosedRange<Double>, knots: [Double]) -> [Mass] {
        // Logarithms: the ratio of two masses need not be a number.
        let (first, last) = (Double.log10(range.lowerBound), Double.log10(range.upperBound))
        let between = (0...sampleCount).map { step in
            let mass = Double.exp10(first + (last - first) * Double(step) / Double(sampleCount))
            return min(range.upperBound, max(range.lowerBound, mass))
        }
        // All lie inside a range of masses, and so are positive and finite.
        return Set(between + knots).sorted().compactMap { try? Mass(inMeV: $0) }
    }

    private static func decadeBelow(_ value: Double) -> Double {
        max(.leastNormalMagnitude, Double.exp10(Double.log10(value).rounded(.down)))
    }

    private static func decadeAbove(_ value: Double) -> Double {
        min(.greatestFiniteMagnitude, Double.exp10(Double.log10(value).rounded(.up)))
    }
}

extension Region {
    /// The points its lines are drawn through.
    /// - Parameter edgeDepth: an edge in mass has no other end: it is shown down to the mass divided by this.
    fileprivate func knots(edgeDepth: Double) -> [Curve.Knot] {
        switch self {
        case .above(let curve), .below(let curve): curve.knots
        case .inside(let contour), .outside(let contour): contour.points
        case .between(let band): band.edges.flatMap(\.knots)
        case .belowMass(let mass, let couplings):
            [mass.inMeV / edgeDepth, mass.inMeV].map { .init(mass: $0, coupling: couplings.lower) }
        }
    }
}
