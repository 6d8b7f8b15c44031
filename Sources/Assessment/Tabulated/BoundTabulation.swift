import ConstraintKit
import RealModule

/// Finds the lines along which the edges of one bound go, cell by cell.
///
/// Some cells at once are described by a polynomial through five masses, and tried at the masses between these and on both
/// sides of each knot of the bound's curves. Where the bound says something else there, or its edges lie elsewhere than the
/// tolerance grants, half as many cells are tried, down to one. The lines in a cell are as wide as three times what any
/// trial was off, and nearer to an edge than that the bound itself is asked: so what a table says is what the bound says.
struct BoundTabulation {
    /// What was found of a cell.
    enum Cell: Sendable {
        /// The bound has to be asked itself.
        case exact
        case silent
        /// Edges at the beginning and gains to the end, each with its width.
        case lines(sample: EdgeSample, begin: [Double], end: [Double], width: [Double])
    }

    let bound: Bound
    /// The masses at which the outlines of its regions may bend or step [MeV], rising.
    let knots: [Double]
    /// How far off a trial may be, relative, for several cells to share a polynomial.
    private let tolerance: Double

    init(_ bound: Bound) {
        self.bound = bound
        knots = Set(bound.documentRegions.flatMap(\.knotMasses)).sorted()
        // Edges of a bound that knows its uncertainty are sought to a thousandth, and step by that.
        tolerance = bound.digitsOfEdges == nil ? 1e-5 : 3e-4
    }

    /// Tries at least so many times as wide as what was found is what makes a cell useless.
    private static let widest = 0.05
    /// Below it no edge is known: far above what rounding does, and a coupling on an edge counts as on it to 1e-9.
    private static let narrowest = 1e-6

    func cells(_ cells: Range<Int>) -> [Cell] {
        if cells.count == 1 { return [single(cells.lowerBound)] }
        if let found = together(cells) { return found }
        let middle = (cells.lowerBound + cells.upperBound) / 2
        return self.cells(cells.lowerBound..<middle) + self.cells(middle..<cells.upperBound)
    }

    /// All of some cells by one polynomial; nil where it does not describe them.
    private func together(_ cells: Range<Int>) -> [Cell]? {
        let (begin, end) = (MassCells.lowerEdge(of: cells.lowerBound), MassCells.lowerEdge(of: cells.upperBound))
        let bends = knots(from: begin, to: end)
        guard bends.count <= 8 else { return nil }
        let nodes = CellPolynomial.nodes.map { begin + $0 * (end.nextDown - begin) }
        var samples: [EdgeSample] = []
        for node in nodes {
            guard let sample = EdgeSample(bound, at: node), samples.first.map(sample.isLike) ?? true else { return nil }
            samples.append(sample)
        }
        let polynomial = CellPolynomial(samples.map(\.edges), from: begin, to: end)
        var off = [Double](repeating: 0, count: samples[0].edges.count)
        let trials = zip(nodes, nodes.dropFirst()).map { ($0 + $1) / 2 } + bends
        for mass in trials where begin <= mass && mass < end {
            guard let sample = EdgeSample(bound, at: mass), sample.isLike(samples[0]) else { return nil }
            for place in off.indices {
                off[place] = max(off[place], Self.distance(polynomial.value(place, at: mass), sample.edges[place]))
            }
        }
        guard off.allSatisfy({ $0 <= tolerance }) else { return nil }
        guard samples[0].speaks else { return cells.map { _ in .silent } }
        return cells.map { cell in
            let (first, last) = (MassCells.lowerEdge(of: cell), MassCells.lowerEdge(of: cell + 1))
            let (low, high) = (polynomial.values(at: first), polynomial.values(at: last))
            let middle = polynomial.values(at: (first + last) / 2)
            let width = off.indices.map {
                Self.narrowest + 3 * (off[$0] + Self.distance((low[$0] + high[$0]) / 2, middle[$0]))
            }
            return .lines(sample: samples[0], begin: low, end: high, width: width)
        }
    }

    /// One cell by the straight line between its ends.
    private func single(_ cell: Int) -> Cell {
        let (begin, end) = (MassCells.lowerEdge(of: cell), MassCells.lowerEdge(of: cell + 1))
        guard let first = EdgeSample(bound, at: begin), let last = EdgeSample(bound, at: end.nextDown),
            first.isLike(last)
        else { return .exact }
        var off = [Double](repeating: 0, count: first.edges.count)
        let trials = [0.25, 0.5, 0.75].map { begin + $0 * (end - begin) } + knots(from: begin, to: end)
        for mass in trials where begin < mass && mass < end {
            guard let sample = EdgeSample(bound, at: mass), sample.isLike(first) else { return .exact }
            let share = (mass - begin) / (end - begin)
            for place in off.indices {
                let expected = first.edges[place] + share * (last.edges[place] - first.edges[place])
                off[place] = max(off[place], Self.distance(expected, sample.edges[place]))
            }
        }
        guard first.speaks else { return .silent }
        let width = off.map { Self.narrowest + 3 * $0 }
        guard width.allSatisfy({ $0 <= Self.widest }) else { return .exact }
        return .lines(sample: first, begin: first.edges, end: last.edges, width: width)
    }

    /// Of an edge from where it should be, relative; none is exactly where it should be.
    private static func distance(_ expected: Double, _ edge: Double) -> Double {
        EdgeSample.isEnd(edge) ? 0 : abs(expected / edge - 1)
    }

    /// The knots in a range, each with its neighbours.
    private func knots(from begin: Double, to end: Double) -> [Double] {
        let first = knots.firstIndex { $0 >= begin } ?? knots.count
        return knots[first...].prefix { $0 <= end }.flatMap { [$0.nextDown, $0, $0.nextUp] }
    }
}

extension Region {
    /// The masses at which its outline may bend or step [MeV].
    fileprivate var knotMasses: [Double] {
        switch self {
        case .above(let curve), .below(let curve): curve.knots.map(\.mass)
        case .inside(let contour), .outside(let contour): contour.points.map(\.mass)
        case .between(let band): band.contour.points.map(\.mass)
        case .belowMass(let edge, _): [edge.inMeV]
        }
    }
}
