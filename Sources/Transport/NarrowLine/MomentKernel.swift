/// K at some u between nodes: what each moment of a line, and −dM_0/du, counts for at the nodes on either side, by Hermite's
/// cubic. With dM_n/du = e^{nu} dM_0/du that is eight numbers.
struct MomentKernel {
    /// The node on the left.
    let cell: Int
    let left: SIMD4<Double>
    let right: SIMD4<Double>

    /// Nothing.
    init() { (cell, left, right) = (0, .zero, .zero) }

    /// - Parameters:
    ///   - fraction: x.
    ///   - scales: e^u at the nodes.
    ///   - power: x^γ, or one where that comes later.
    @inline(__always)
    init(_ fraction: Double, at position: RedshiftGrid.Position, scales: [Double], power: Double = 1) {
        cell = position.cell
        let terms = DecayKernel.terms(fraction)
        func kernel(value: Double, derivative: Double, scale: Double) -> SIMD4<Double> {
            let slope = terms.x + scale * (terms.y + scale * terms.z)
            return SIMD4(terms * value, -slope * derivative) * power
        }
        let weights = position.weights
        left = kernel(value: weights.x, derivative: weights.z, scale: scales[cell])
        right = kernel(value: weights.y, derivative: weights.w, scale: scales[cell + 1])
    }
}
