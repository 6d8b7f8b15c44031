import Physics
import RealModule

/// The nodes in u = ln(1+z), before any mediator is known, and how fine the levels in ξ = ln(E/E_1st) are.
///
/// E is the energy where the neutrino is, not at Earth. A neutrino keeps x = ξ − u, daughters keep u, and a line lies at
/// its ξ whatever u: along u everything is smooth, however narrow the line, and a few nodes do. Across ξ levels are as
/// dense at each line as its wings ask for.
struct GridLayout: Sendable {
    /// Between nodes u_l = l h, l from 0 (Earth) to this; even where sources are spread.
    let intervals: Int
    /// h.
    let step: Double
    /// The largest distance between levels. Where sources are spread it is h at most, as paths begin between two nodes of the level
    /// above; where all lie at one redshift it does not depend on how near that is.
    let largestWidth: Double
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

    /// - Parameters:
    ///   - levelsPerInterval: how many levels, where they are farthest apart, there are to an interval of u. Steps across
    ///     levels are of second order, cubics along u of a higher one.
    ///   - growth: the distance from one level to the next over that from the line, at 50 points a decade.
    ///   - nearest: the distance of the two levels next to a line, there too.
    init(
        _ geometry: LineGeometry, pointsPerDecade: Double, levelsPerInterval: Int = 1, growth: Double = 0.3,
        nearest: Double = 1e-4
    ) {
        let upper = geometry.grid.upper
        let wanted = upper * pointsPerDecade / Double.log(100) / Double(levelsPerInterval)
        let step: Double
        if geometry.shell == nil {
            // A cubic needs four nodes, Simpson's rule an even number of steps.
            intervals = max(4, 2 * Int(wanted.rounded(.up)))
            step = upper / Double(intervals)
            largestWidth = step / Double(levelsPerInterval)
        } else {
            // Of second order too, and some between the sources and us, however near they are.
            let least = pointsPerDecade / 50 * 32
            intervals = Int(max(4, least, 4 * wanted).rounded(.up))
            step = upper / Double(intervals)
            largestWidth = Double.log(10) / pointsPerDecade / Double(levelsPerInterval)
        }
        self.step = step
        // Steps are of second order: half of each is a quarter of the error. The core of a line counts as one step, with an
        // error of its width.
        let relative = 50 / pointsPerDecade
        self.growth = growth * relative
        let core = nearest * relative * relative
        self.nearest = geometry.shell == nil ? core : min(core, step / 32)
        func depth(_ u: Double) -> Double { geometry.depth(scale: Double.exp(u)) }
        let places = (0...intervals).map { step * Double($0) }
        let depths = places.map(depth)
        self.depths = depths
        largestDepth = depths.max() ?? 0
        slopes = places.map { (Double.log(depth($0 + 1e-4)) - Double.log(depth($0 - 1e-4))) / 2e-4 }
    }
}
