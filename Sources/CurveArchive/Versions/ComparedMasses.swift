import ConstraintKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The masses at which versions of a document are compared.
struct ComparedMasses {
    /// In rising order.
    let all: [Mass]
    /// Those in equal steps of their logarithm, between the first that any version speaks about and the last [MeV].
    let ofGrid: Set<Double>

    /// What is compared where a bound has no curve that says where it begins [MeV].
    private static let wholePlane = 0.1...1e5

    /// - Parameter documents: the versions; the points of their curves, and the middles between them, are among the masses
    ///   (every n-th of very long curves), so that a spike between two steps is seen.
    init(of documents: [Document]) throws(QuantityError) {
        var ranges: [ClosedRange<Double>] = []
        var points: [Double] = []
        for document in documents {
            ranges += document.limits.map { $0.region.massRange ?? Self.wholePlane }
            if document.limits.isEmpty { ranges.append(Self.wholePlane) }
            for limit in document.limits {
                let knots = limit.region.knotMasses.sorted()
                let sampled = stride(from: 0, to: knots.count, by: max(1, knots.count / FlippedCells.side)).map {
                    knots[$0]
                }
                points += sampled + zip(sampled, sampled.dropFirst()).map { ($0 * $1).squareRoot() }
            }
        }
        let low = ranges.map(\.lowerBound).min() ?? Self.wholePlane.lowerBound
        let high = ranges.map(\.upperBound).max() ?? Self.wholePlane.upperBound
        let step = log10(high / low) / Double(FlippedCells.side - 1)
        let grid = low < high ? (0..<FlippedCells.side).map { low * pow(10, step * Double($0)) } : [low]
        ofGrid = Set(grid)
        var all: [Mass] = []
        // Masses beyond what a number holds are none.
        for mass in Set(grid + points).sorted() where mass > 1e-300 && mass < 1e300 {
            all.append(try Mass(inMeV: mass))
        }
        self.all = all
    }
}

extension Region {
    /// The masses of the points that its lines are drawn through [MeV].
    var knotMasses: [Double] {
        switch self {
        case .above(let curve), .below(let curve): curve.knots.map(\.mass)
        case .inside(let contour), .outside(let contour): contour.points.map(\.mass)
        case .between(let band): band.contour.points.map(\.mass)
        case .belowMass(let edge, _): [edge.inMeV]
        }
    }
}
