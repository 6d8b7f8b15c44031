import NumericalMethods
import Physics
import RealModule

/// Of sources that all lie at one redshift, what is left of their own light: e^{−τ} from u_max to a place, by rays.
///
/// At any level that light steps where a path begins on a line: above it the line was crossed, below it was not. No cubic
/// between nodes in u holds a step, so a ray begins at each level, where levels are as dense as lines ask for, and keeps what
/// is left of it; between two rays it is a straight line.
struct GridRays {
    /// A path from u_max.
    private struct Ray {
        /// ξ at its start.
        let start: Double
        /// 1 + z where it is, and n/H there.
        var scale: Double
        var depth: Double
        /// e^{−τ}.
        var light = SIMD4<Double>(repeating: 1)
    }

    private let geometry: LineGeometry
    private let layout: GridLayout
    private let upper: Double
    private var rays: [Ray] = []
    /// The first of the rays that count: the one before it, and so all, are behind us.
    private var first = 0
    private var level: Double

    /// - Parameter highest: ξ of the first level.
    init(_ geometry: LineGeometry, _ layout: GridLayout, highest: Double) {
        self.geometry = geometry
        self.layout = layout
        upper = geometry.grid.upper
        level = highest
        // What began above the first level met nothing there.
        for node in 0...layout.farthest {
            let u = layout.step * Double(node)
            begin(start: highest + (upper - u), scale: Double.exp(u))
        }
    }

    private mutating func begin(start: Double, scale: Double) {
        rays.append(Ray(start: start, scale: scale, depth: geometry.depth(scale: scale)))
    }

    /// What is left of each state where the paths start that end at the nodes a step below the present level.
    func starting(_ step: GridStep) -> [SIMD4<Double>] {
        var values = [SIMD4<Double>](repeating: .zero, count: layout.nodes)
        values[layout.farthest] = SIMD4(repeating: 1)
        var number = first
        for node in 0..<layout.farthest {
            let start = level + upper - step.width - layout.step * Double(node)
            while number + 2 < rays.count, rays[number + 1].start > start { number += 1 }
            values[node] = light(at: start, after: number)
        }
        return values
    }

    /// What is left of each state at Earth, at the present level.
    func arriving() -> SIMD4<Double> { light(at: level + upper, after: first) }

    /// Of what began at a ξ between those of a ray and the next.
    private func light(at start: Double, after number: Int) -> SIMD4<Double> {
        guard number + 1 < rays.count else { return rays[number].light }
        let (near, far) = (rays[number], rays[number + 1])
        return near.light + (far.light - near.light) * ((start - near.start) / (far.start - near.start))
    }

    /// Takes all rays to the next level, and begins one there.
    /// - Returns: what was absorbed on the way of each state, at the nodes. A node has the mean around it, weighted with what it
    ///   counts for in cubics between nodes: these then have as much absorbed as there was, and in the mean at the same u.
    mutating func advance(_ step: GridStep) -> [SIMD4<Double>] {
        level -= step.width
        let fall = Double.exp(-step.width)
        var means = NodeMeans(layout)
        // One behind us is kept for what lies between it and the next.
        while first + 1 < rays.count, rays[first + 1].scale * fall < 1 { first += 1 }
        for number in first..<rays.count {
            let scale = rays[number].scale * fall
            let depth = geometry.depth(scale: scale)
            let growth = rays[number].depth / depth - 1
            // n/H grows as an exponential of u, to second order.
            let area = step.area + step.moment * (growth * (1 - growth / 6) / step.width)
            let light = rays[number].light * exponential(area * -depth)
            let place = level + upper - rays[number].start + step.centroid * step.width
            means.add(to: place / layout.step, rays[number].light - light)
            rays[number].light = light
            rays[number].scale = scale
            rays[number].depth = depth
        }
        // Of what begins on the way only the part of a path below its start takes something.
        let depth = step.area * layout.depths[layout.farthest]
        let taken = 1 - exponential(-depth)
        let begun = ((1 - taken / depth) / (1 - step.centroid)).replacing(with: taken, where: depth .< 1e-3)
        means.jump(begun)
        means.add(to: Double(layout.farthest), begun)
        begin(start: level, scale: Double.exp(upper))
        return means.values
    }
}

/// Means around nodes of what is a straight line between places.
private struct NodeMeans {
    private(set) var values: [SIMD4<Double>]
    private var last: (place: Double, value: SIMD4<Double>)?

    init(_ layout: GridLayout) { values = [SIMD4<Double>](repeating: .zero, count: layout.nodes) }

    /// Goes on with another value where the line has come to.
    mutating func jump(_ value: SIMD4<Double>) { last?.value = value }

    /// Takes the line to a place, in intervals.
    mutating func add(to end: Double, _ value: SIMD4<Double>) {
        defer { last = (end, value) }
        guard let start = last, end > max(start.place, 0) else { return }
        let slope = (value - start.value) / (end - start.place)
        var place = max(start.place, 0)
        while place < end {
            let interval = Int(place)
            let next = min(Double(interval + 1), end)
            // The first node lies at an end, and the second beside it: they have the value itself.
            if place == Double(interval), interval < 2 {
                values[interval] = start.value + slope * (place - start.place)
            }
            for point in 0..<ThreePointRule.count {
                let here = place + (next - place) * ThreePointRule.node(point)
                let part =
                    (start.value + slope * (here - start.place)) * ((next - place) * ThreePointRule.weight(point))
                let weights = CubicStencil.weights(at: here - Double(interval - 1))
                for node in max(interval - 1, 2)..<interval + 3 { values[node] += part * weights[node - interval + 1] }
            }
            place = next
        }
    }
}
