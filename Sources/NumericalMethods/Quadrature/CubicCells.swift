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
        let (a, b, c, d) = (value(start), value(start + 1), value(start + 2), value(start + 3))
        let scale = step / 24
        switch cell - start {
        case 0:
            let near: SIMD4<Double> = 9 * a + 19 * b
            let far: SIMD4<Double> = near - 5 * c
            return (far + d) * scale
        case 1:
            let middle: SIMD4<Double> = 13 * (b + c)
            return (middle - a - d) * scale
        default:
            let far: SIMD4<Double> = a - 5 * b
            let near: SIMD4<Double> = far + 19 * c
            return (near + 9 * d) * scale
        }
    }
}
