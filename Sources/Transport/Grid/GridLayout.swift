import Physics
import RealModule

/// The nodes in u = ln(1+z), before any mediator is known, and how fine the levels in ξ = ln(E/E_1st) are.
///
/// E is the energy where the neutrino is, not at Earth. A neutrino keeps x = ξ − u, daughters keep u, and a line lies at
/// its ξ whatever u: along u everything is smooth, however narrow the line, and a few nodes do. Across ξ levels are as
/// dense at each line as its wings ask for.
struct GridLayout: Sendable {
    /// Between nodes u_l = l h, l from 0 (Earth) to this; even.
    let intervals: Int
    /// h, and the largest distance between levels.
    let step: Double
    /// The distance from one level to the next over that from the line.
    let growth: Double
    /// The distance of the two levels next to a line.
    let nearest: Double
    /// 12π² n/H [eV²] at the nodes, as ``LineGeometry/depth(scale:)``.
    let depths: [Double]
    /// d ln(n/H)/du at the nodes.
    let slopes: [Double]

    /// The largest of `depths`.
    let largestDepth: Double

    var nodes: Int { intervals + 1 }

    init(_ geometry: LineGeometry, pointsPerDecade: Double) {
        let upper = geometry.grid.upper
        // A cubic needs four nodes, Simpson's rule an even number of steps.
        let intervals = max(4, 2 * Int((upper * pointsPerDecade / Double.log(100)).rounded(.up)))
        let step = upper / Double(intervals)
        self.intervals = intervals
        self.step = step
        // Steps are of second order: half of each is a quarter of the error. The core of a line counts as one step, with an
        // error of its width.
        let relative = 50 / pointsPerDecade
        growth = 0.3 * relative
        nearest = 1e-4 * relative * relative
        func depth(_ u: Double) -> Double { geometry.depth(scale: Double.exp(u)) }
        let places = (0...intervals).map { step * Double($0) }
        let depths = places.map(depth)
        self.depths = depths
        largestDepth = depths.max() ?? 0
        slopes = places.map { (Double.log(depth($0 + 1e-4)) - Double.log(depth($0 - 1e-4))) / 2e-4 }
    }
}
