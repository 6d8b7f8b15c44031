import ComplexModule
import RealModule

/// The charges of the neutrinos under the new force: a Hermitian matrix Q_αβ in the flavour basis.
public struct ChargeMatrix: Sendable, Hashable {
    /// Rows and columns e, μ, τ.
    public let elements: [[Complex<Double>]]
    /// Whether the charged leptons have the same charges: where the matrix is diagonal and electrons have none, as for Lμ−Lτ.
    /// Any other matrix is taken for a force among neutrinos alone: off its diagonal it says nothing of charged leptons, and
    /// electrons with a charge would be seen wherever they are looked at.
    public let areOfChargedLeptonsToo: Bool
    /// S = Σ_ij |Q_ij|², the same in every basis; 2 for Lμ−Lτ.
    public let sumOfSquares: Double

    /// diag(0, 1, −1).
    public static let muonMinusTau = ChargeMatrix(diagonal: [0, 1, -1])

    /// diag(1, 1, 1): a mediator that couples to all neutrinos alike, in any basis.
    public static let universal = ChargeMatrix(diagonal: [1, 1, 1])

    /// Charges that leave flavour alone.
    public init(diagonal: SIMD3<Double>) {
        self.init(unchecked: (0..<3).map { row in (0..<3).map { Complex(row == $0 ? diagonal[row] : 0, 0) } })
    }

    init(unchecked elements: [[Complex<Double>]]) {
        self.elements = elements
        areOfChargedLeptonsToo = Self.isDiagonalWithoutElectrons(elements)
        sumOfSquares = elements.joined().reduce(0) { $0 + $1.lengthSquared }
    }

    /// Any charges.
    /// - Parameter elements: three rows of three, Hermitian to 1e-12 of the largest element.
    /// - Throws: ``ChargeMatrixError``
    public init(_ elements: [[Complex<Double>]]) throws(ChargeMatrixError) {
        guard elements.count == 3, elements.allSatisfy({ $0.count == 3 }) else { throw .notThreeByThree }
        let largest = elements.joined().map(\.length).reduce(0, max)
        guard largest >= 1e-6, largest < 1e6, elements.joined().allSatisfy(\.isFinite) else {
            throw .elementsOutOfRange(largest: largest)
        }
        for row in 0..<3 {
            for column in row..<3 {
                let difference = elements[row][column] - elements[column][row].conjugate
                guard difference.length <= 1e-12 * largest else { throw .notHermitian(row: row, column: column) }
            }
        }
        self.init(unchecked: elements)
    }

    private static func isDiagonalWithoutElectrons(_ elements: [[Complex<Double>]]) -> Bool {
        for row in 0..<3 {
            for column in 0..<3 where row != column || row == 0 {
                if elements[row][column] != Complex<Double>.zero { return false }
            }
        }
        return true
    }

    /// Those that have a name, the default first.
    public static let named: [(name: String, charges: ChargeMatrix)] = [
        ("mu-minus-tau", .muonMinusTau), ("universal", .universal),
    ]

    /// |Q_ij|² in the mass basis, Q = U† Q_flavour U; row i.
    ///
    /// The conjugate of U matters: without it |Q_11|² for inverted ordering would be 0.0175 instead of 0.00003.
    public func squaresInMassBasis(_ mixing: MixingMatrix) -> [SIMD3<Double>] {
        (0..<3).map { i in
            var row = SIMD3<Double>()
            for j in 0..<3 { row[j] = element(i, j, mixing).lengthSquared }
            return row
        }
    }

    private func element(_ i: Int, _ j: Int, _ mixing: MixingMatrix) -> Complex<Double> {
        var sum = Complex<Double>.zero
        for row in 0..<3 {
            for column in 0..<3 {
                sum += mixing.elements[row][i].conjugate * elements[row][column] * mixing.elements[column][j]
            }
        }
        return sum
    }
}

/// Why a matrix can't be one of charges.
public enum ChargeMatrixError: Error, Sendable, Hashable {
    case notThreeByThree
    /// None as large as 1e-6, one of 1e6 or beyond, or not finite: g′ says how strong the force is.
    case elementsOutOfRange(largest: Double)
    case notHermitian(row: Int, column: Int)
}
