/// Bumps at equal steps in ln(E/E_1st), of which the spectrum of sources is a sum: between them it is the cubic through its
/// values there and slopes by differences (R. G. Keys, IEEE Trans. ASSP 29, 1153 (1981), eq. (15)).
///
/// They cover what meets a line: what is emitted between the lowest line and the highest as the farthest sources see it.
struct SourceBasis: Sendable {
    /// How many there are, a multiple of four.
    let count: Int
    private let first: Double

    /// A power of E one away from the one that is counted by is known to 2e-5 so, a bend to 1e-3 within two steps of it.
    static let step = 0.1

    init(_ geometry: LineGeometry) {
        let lowest = -(geometry.lines.distances.last ?? 0)
        first = lowest - Self.step
        let steps = Int(((geometry.grid.upper - lowest) / Self.step).rounded(.up)) + 3
        count = (steps + 3) / 4 * 4
    }

    /// ln(E/E_1st) of a bump.
    subscript(number: Int) -> Double { first + Self.step * Double(number) }

    /// Writes a number for each bump.
    /// - Parameter value: of ln(E/E_1st) of four.
    @inline(__always)
    func fill(_ heights: UnsafeMutablePointer<Double>, _ value: (SIMD4<Double>) -> SIMD4<Double>) {
        for number in stride(from: 0, to: count, by: 4) {
            let values = value(self[number] + Self.step * SIMD4(0, 1, 2, 3))
            for lane in 0..<4 { heights[number + lane] = values[lane] }
        }
    }

    /// The height of a bump at ln(E/E_1st).
    func height(_ number: Int, at logarithm: Double) -> Double {
        let distance = abs(logarithm - self[number]) / Self.step
        guard distance < 2 else { return 0 }
        return distance < 1
            ? (1.5 * distance - 2.5) * distance * distance + 1 : ((2.5 - 0.5 * distance) * distance - 4) * distance + 2
    }
}
