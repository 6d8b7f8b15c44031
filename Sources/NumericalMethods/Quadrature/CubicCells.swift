/// The integral over one cell of an even grid by the cubic through four nodes of it: of fourth order in the step.
public enum CubicCells {
    /// - Parameters:
    ///   - cell: from 0, below `cells`.
    ///   - cells: three or more.
    ///   - step: from node to node.
    ///   - value: at a node, from 0 to `cells`.
    @inlinable @inline(__always)
    public static func integral(
        cell: Int, of cells: Int, step: Double, _ value: (Int) -> SIMD4<Double>
    ) -> SIMD4<Double> {
        let start = min(max(cell - 1, 0), cells - 3)
        switch cell - start {
        case 0: return atEnd(value(0), value(1), value(2), value(3), step: step)
        case 1: return inside(value(start), value(start + 1), value(start + 2), value(start + 3), step: step)
        default: return atEnd(value(cells), value(cells - 1), value(cells - 2), value(cells - 3), step: step)
        }
    }

    /// Over the middle one of the three cells between four nodes.
    @inlinable @inline(__always)
    public static func inside(
        _ a: SIMD4<Double>, _ b: SIMD4<Double>, _ c: SIMD4<Double>, _ d: SIMD4<Double>, step: Double
    ) -> SIMD4<Double> {
        let middle: SIMD4<Double> = 13 * (b + c)
        return (middle - a - d) * (step / 24)
    }

    /// Over the first of them.
    @inlinable @inline(__always)
    public static func atEnd(
        _ a: SIMD4<Double>, _ b: SIMD4<Double>, _ c: SIMD4<Double>, _ d: SIMD4<Double>, step: Double
    ) -> SIMD4<Double> {
        let near: SIMD4<Double> = 9 * a + 19 * b
        let far: SIMD4<Double> = near - 5 * c
        return (far + d) * (step / 24)
    }
}
