import NumericalMethods

/// Cells of an even table, and where in them four points lie.
struct EvenCells {
    /// From 0 to 1.
    let fraction: SIMD4<Double>
    private let numbers: SIMD4<UInt64>

    /// - Parameters:
    ///   - offset: in steps, from zero to the number of cells.
    ///   - first: the number of the first cell.
    ///   - last: that of the last, counted from the first.
    @inline(__always)
    init(_ offset: SIMD4<Double>, first: SIMD4<Double>, last: SIMD4<Double>) {
        // Adding 1.5 · 2^52 rounds to an integer and leaves it in the lowest bits.
        let rounding = 6_755_399_441_055_744.0
        let nearest: SIMD4<Double> = offset - 0.5 + rounding - rounding
        let cell = lowered(raised(nearest, to: 0), to: last)
        fraction = offset - cell
        numbers = unsafeBitCast(cell + first + rounding, to: SIMD4<UInt64>.self)
    }

    /// The node to the left of a point, or that to its right.
    @inline(__always)
    func node(_ lane: Int, _ side: Int) -> Int { Int(Int32(truncatingIfNeeded: numbers[lane])) &+ side }

    /// What stands at the nodes on one side of the points.
    @inline(__always)
    func read(_ values: UnsafeBufferPointer<Double>, _ side: Int) -> SIMD4<Double> {
        SIMD4(values[node(0, side)], values[node(1, side)], values[node(2, side)], values[node(3, side)])
    }
}
