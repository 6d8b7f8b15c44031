/// Points that fill a cube more evenly than random ones: Sobol's sequence, shifted by a seed.
///
/// Its direction numbers are those of Joe and Kuo (new-joe-kuo-6), SIAM J. Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359.
/// Any point is found by itself from its index. With a seed each coordinate's bits are flipped by a word of its own, which keeps
/// how evenly the points lie and makes means over them unbiased.
public struct SobolSequence: Sendable {
    /// As many as the direction numbers below.
    public static let greatestDimension = Self.polynomials.count + 1

    public let dimension: Int
    /// 32 direction numbers for each coordinate, as fractions of 2³².
    private let directions: [UInt32]
    private let shifts: [UInt32]

    /// - Parameters:
    ///   - dimension: from 1 to ``greatestDimension``.
    ///   - seed: nil: the sequence as published, whose first point is the origin.
    public init(dimension: Int, seed: UInt64?) {
        precondition((1...Self.greatestDimension).contains(dimension), "no direction numbers for so many coordinates")
        self.dimension = dimension
        directions = (0..<dimension).flatMap(Self.directions)
        shifts = (0..<dimension).map { coordinate in
            seed.map { Philox(seed: $0, stream: 0x50B0_1000).words(at: [0, UInt64(coordinate), 0, 0])[0] }
                .map { UInt32(truncatingIfNeeded: $0 >> 32) } ?? 0
        }
    }

    /// Writes the coordinates of a point, each from 0 up to but not 1; with a seed in the middle of its cell of 2⁻³², so that
    /// none is 0.
    /// - Parameters:
    ///   - index: of the point, below 2³², by its Gray code: every power of two of points from the first is a net.
    ///   - point: ``dimension`` places.
    @inline(__always)
    public func write(_ index: UInt32, to point: UnsafeMutableBufferPointer<Double>, isCentred: Bool = true) {
        let gray = index ^ index >> 1
        directions.withUnsafeBufferPointer { directions in
            for coordinate in 0..<dimension {
                var (bits, rest, word) = (gray, coordinate * 32, shifts[coordinate])
                while bits != 0 {
                    if bits & 1 == 1 { word ^= directions[rest] }
                    (bits, rest) = (bits >> 1, rest + 1)
                }
                point[coordinate] = (Double(word) + (isCentred ? 0.5 : 0)) * 0x1p-32
            }
        }
    }

    /// Writes one coordinate of consecutive points, as ``write(_:to:isCentred:)`` writes it in the middle of cells.
    ///
    /// The Gray codes of neighbours differ in one bit.
    /// - Parameters:
    ///   - first: the index of the first point; that of the last is below 2³².
    ///   - values: one for each point.
    public func write(from first: UInt32, coordinate: Int, to values: UnsafeMutableBufferPointer<Double>) {
        directions.withUnsafeBufferPointer { all in
            let own = UnsafeBufferPointer(rebasing: all[coordinate * 32..<(coordinate + 1) * 32])
            var word = shifts[coordinate]
            let gray = first ^ first >> 1
            for bit in 0..<32 where gray >> UInt32(bit) & 1 == 1 { word ^= own[bit] }
            var index = first
            for place in values.indices {
                values[place] = (Double(word) + 0.5) * 0x1p-32
                index &+= 1
                // Of 0, which follows the last of all, no bit is set.
                if index != 0 { word ^= own[index.trailingZeroBitCount] }
            }
        }
    }

    /// Primitive polynomials by their degrees and inner coefficients, and the first direction numbers, from the second
    /// coordinate on.
    private static let polynomials: [(degree: Int, inner: UInt32, first: [UInt32])] = [
        (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]), (5, 7, [1, 1, 7, 11, 19]), (5, 11, [1, 1, 5, 1, 1]),
        (5, 13, [1, 1, 1, 3, 11]), (5, 14, [1, 3, 5, 5, 31]), (6, 1, [1, 3, 3, 9, 7, 49]),
        (6, 13, [1, 1, 1, 15, 21, 21]),
        (6, 16, [1, 3, 1, 13, 27, 49]),
    ]

    private static func directions(_ coordinate: Int) -> [UInt32] {
        guard coordinate > 0 else { return (0..<32).map { 1 << (31 - $0) } }
        let (degree, inner, first) = polynomials[coordinate - 1]
        var directions = first.enumerated().map { $1 << UInt32(31 - $0) }
        for position in degree..<32 {
            var direction = directions[position - degree] ^ directions[position - degree] >> UInt32(degree)
            for step in 1..<degree where inner >> UInt32(degree - 1 - step) & 1 == 1 {
                direction ^= directions[position - step]
            }
            directions.append(direction)
        }
        return directions
    }
}
