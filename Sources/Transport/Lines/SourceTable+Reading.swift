extension SourceTable {
    /// The table where it lies.
    struct Reading {
        let values: UnsafeBufferPointer<SIMD2<Double>>
        let step: Double
        let perStep: Double
        let last: Double
        let stride: Int

        /// W(u)/W(0) for u from 0 to ln(1+z_max).
        @inline(__always)
        func callAsFunction(_ u: SIMD4<Double>, line: Int) -> SIMD4<Double> {
            let cells = EvenCells(u * perStep, first: .zero, last: SIMD4(repeating: last))
            @inline(__always) func nodes(_ side: Int) -> (value: SIMD4<Double>, slope: SIMD4<Double>) {
                let side = line &* stride &+ side
                let (a, b) = (values[cells.node(0, side)], values[cells.node(1, side)])
                let (c, d) = (values[cells.node(2, side)], values[cells.node(3, side)])
                return (SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y))
            }
            let (left, right, t) = (nodes(0), nodes(1), cells.fraction)
            let rest: SIMD4<Double> = 1 - t
            let weight: SIMD4<Double> = t * t * (3 - 2 * t)
            let bend: SIMD4<Double> = left.slope * rest - right.slope * t
            let value: SIMD4<Double> = left.value + (right.value - left.value) * weight
            return value - bend * (t * rest * step)
        }
    }
}
