/// A matrix of four by four, by rows, without storage of its own on the heap.
struct SquareMatrix {
    private var rows: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) = (.zero, .zero, .zero, .zero)

    subscript(row: Int) -> SIMD4<Double> {
        get {
            switch row {
            case 0: rows.0
            case 1: rows.1
            case 2: rows.2
            default: rows.3
            }
        }
        set {
            switch row {
            case 0: rows.0 = newValue
            case 1: rows.1 = newValue
            case 2: rows.2 = newValue
            default: rows.3 = newValue
            }
        }
    }

    mutating func setColumn(_ index: Int, to column: SIMD4<Double>) {
        for row in 0..<4 { self[row][index] = column[row] }
    }

    static func * (matrix: SquareMatrix, vector: SIMD4<Double>) -> SIMD4<Double> {
        let (first, second) = ((matrix[0] * vector).sum(), (matrix[1] * vector).sum())
        let (third, fourth) = ((matrix[2] * vector).sum(), (matrix[3] * vector).sum())
        return .init(first, second, third, fourth)
    }

    /// (d·1 − A)⁻¹ by elimination with the largest pivots.
    func inverse(ofDiagonal diagonal: Double) -> SquareMatrix {
        var left = SquareMatrix()
        var right = SquareMatrix()
        for row in 0..<4 {
            let unit = SIMD4<Double>.zero.replacing(row, with: 1)
            left[row] = diagonal * unit - self[row]
            right[row] = unit
        }
        for column in 0..<4 {
            var pivot = column
            for row in column..<4 where abs(left[row][column]) > abs(left[pivot][column]) { pivot = row }
            (left[column], left[pivot]) = (left[pivot], left[column])
            (right[column], right[pivot]) = (right[pivot], right[column])
            let scale = 1 / left[column][column]
            left[column] *= scale
            right[column] *= scale
            for row in 0..<4 where row != column {
                let factor = left[row][column]
                left[row] -= factor * left[column]
                right[row] -= factor * right[column]
            }
        }
        return right
    }
}
