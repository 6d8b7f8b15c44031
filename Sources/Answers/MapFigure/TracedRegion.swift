import ConstraintKit
import Drawing

/// A set of couplings along the masses of a map, as lines and areas on the page.
struct TracedRegion: Sendable {
    /// Its edges, walked with the region on their left.
    var edges: [PageLine] = []
    /// Its areas, one closed line each.
    var areas: [PageLine] = []
    /// The middle of its areas, where a label of the area itself may stand.
    var spines: [PageLine] = []

    /// One unbroken stretch of the region while it is being followed to higher masses.
    fileprivate struct Strand {
        var lower: PageLine = []
        var upper: PageLine = []
    }

    /// - Parameter columns: the couplings at each mass; nil where nothing is said, which leaves the region open there.
    init(_ columns: [CouplingIntervals?], masses: [Double], in frame: PageFrame) {
        var strands: [Strand] = []
        var previous: CouplingIntervals?
        for (index, mass) in masses.enumerated() {
            let current = columns[index]
            let x = frame.x(ofMass: mass)
            let before = index > 0 ? frame.x(ofMass: masses[index - 1]) : x
            let speaksOnBothSides = previous != nil && current != nil
            let (end, start) = speaksOnBothSides ? ((before + x) / 2, (before + x) / 2) : (before, x)
            let (old, new) = (previous ?? .init(), current ?? .init())
            let continuations = Self.continuations(old, new)
            for (number, interval) in old.enumerated() where continuations[number] == nil {
                finish(strands[number], at: end, in: frame)
                addWalls(of: interval, against: current, at: end, upwards: true, in: frame)
            }
            strands = new.enumerated().map { number, interval in
                var strand = Strand()
                if let origin = continuations.firstIndex(of: number) {
                    strand = strands[origin]
                } else {
                    if index > 0 { addWalls(of: interval, against: previous, at: start, upwards: false, in: frame) }
                    if speaksOnBothSides { strand.append(interval, at: start, in: frame) }
                }
                strand.append(interval, at: x, in: frame)
                return strand
            }
            previous = current
        }
        for strand in strands { finish(strand, at: nil, in: frame) }
    }

    /// Into which interval of the next mass each goes on: that with which it overlaps, where neither overlaps another. The
    /// others end, or begin: where one parts or two meet, an edge of the region turns back.
    private static func continuations(_ first: CouplingIntervals, _ second: CouplingIntervals) -> [Int?] {
        func overlap(_ one: CouplingInterval, _ other: CouplingInterval) -> Bool {
            one.lower < other.upper && other.lower < one.upper
        }
        if first.count == second.count, zip(first, second).allSatisfy(overlap) { return Array(first.indices) }
        return first.map { interval in
            let after = second.indices.filter { overlap(interval, second[$0]) }
            guard after.count == 1, first.count(where: { overlap($0, second[after[0]]) }) == 1 else { return nil }
            return after[0]
        }
    }

    private mutating func finish(_ strand: Strand, at end: Double?, in frame: PageFrame) {
        var strand = strand
        if let end, let low = strand.lower.last, let high = strand.upper.last, low.x < end {
            strand.lower.append(.init(x: end, y: low.y))
            strand.upper.append(.init(x: end, y: high.y))
        }
        edges.append(strand.lower)
        edges.append(strand.upper.reversed())
        areas.append(strand.lower + strand.upper.reversed())
        spines.append(zip(strand.lower, strand.upper).map { 0.5 * ($0 + $1) })
    }

    /// Adds what closes the region sideways, where it ends because the couplings on the other side are not in it.
    ///
    /// Where nothing is said on the other side a region bounded by two edges is closed, being the inside of a contour;
    /// one with a single edge is left open: its publication goes no further.
    private mutating func addWalls(
        of interval: CouplingInterval, against others: CouplingIntervals?, at x: Double, upwards: Bool,
        in frame: PageFrame
    ) {
        var rest = [interval]
        if let others {
            for other in others { rest = rest.flatMap { $0.without(other) } }
        } else if interval.lower == 0 || !interval.upper.isFinite {
            rest = []
        }
        for part in rest {
            let wall = [part.lower, part.upper].map { PagePoint(x: x, y: frame.y(ofCoupling: $0)) }
            edges.append(upwards ? wall : wall.reversed())
        }
    }
}

extension TracedRegion.Strand {
    mutating func append(_ interval: CouplingInterval, at x: Double, in frame: PageFrame) {
        lower.append(.init(x: x, y: frame.y(ofCoupling: interval.lower)))
        upper.append(.init(x: x, y: frame.y(ofCoupling: interval.upper)))
    }
}

extension CouplingInterval {
    /// What is left of it after taking another away.
    fileprivate func without(_ other: CouplingInterval) -> [CouplingInterval] {
        guard lower < other.upper, other.lower < upper else { return [self] }
        var rest: [CouplingInterval] = []
        if lower < other.lower { rest.append(.init(lower: lower, upper: other.lower)) }
        if other.upper < upper { rest.append(.init(lower: other.upper, upper: upper)) }
        return rest
    }
}
