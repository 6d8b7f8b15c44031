/// Joins the short pieces of an outline, one a grid cell, into long lines.
struct OutlineLinker {
    /// For each end of a piece, the ends it is joined to: one where the line ends, two elsewhere.
    private var neighbours: [SIMD2<Double>: [SIMD2<Double>]] = [:]
    /// The ends in the order of their arrival, so that the same grid gives the same lines.
    private var order: [SIMD2<Double>] = []

    mutating func add(_ first: SIMD2<Double>, _ second: SIMD2<Double>) {
        guard first != second else { return }
        append(second, to: first)
        append(first, to: second)
    }

    private mutating func append(_ neighbour: SIMD2<Double>, to point: SIMD2<Double>) {
        if neighbours[point] == nil { order.append(point) }
        neighbours[point, default: []].append(neighbour)
    }

    /// The lines: open ones from end to end first, then closed ones, whose first point is repeated at the end.
    func linked() -> [[SIMD2<Double>]] {
        var rest = neighbours
        var lines: [[SIMD2<Double>]] = []
        for start in order where rest[start]?.count == 1 { lines.append(Self.walk(from: start, through: &rest)) }
        for start in order where rest[start]?.isEmpty == false { lines.append(Self.walk(from: start, through: &rest)) }
        return lines
    }

    private static func walk(
        from start: SIMD2<Double>, through rest: inout [SIMD2<Double>: [SIMD2<Double>]]
    ) -> [SIMD2<Double>] {
        var line = [start]
        var point = start
        while let next = rest[point]?.popLast() {
            if let back = rest[next]?.firstIndex(of: point) { rest[next]?.remove(at: back) }
            line.append(next)
            point = next
        }
        return line
    }
}
