import ComplexModule
import Physics
import Testing

@Suite("Charges in the mass basis")
struct ChargeMatrixTests {
    static func squares(_ ordering: Ordering, _ charges: ChargeMatrix = .muonMinusTau) -> [SIMD3<Double>] {
        charges.squaresInMassBasis(MixingMatrix(ParameterSet.nusiprop.oscillations(ordering).angles))
    }

    @Test("The values of NuFIT 5.0, as listed to four digits")
    func listedValues() {
        let normal = Self.squares(.normal)
        let inverted = Self.squares(.inverted)
        let places = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
        // A unit of the last digit given: the angles themselves are rounded to 0.01°, and move 23 from .68565 to .68564.
        for ((i, j), listed) in zip(places, [0.0293, 0.0162, 0.2736, 0.0012, 0.6857, 0.0185]) {
            #expect(abs(normal[i][j] - listed) <= 1e-4)
        }
        for ((i, j), listed) in zip(places, [0.00003, 0.0232, 0.2962, 0.0198, 0.6600, 0.0214]) {
            #expect(abs(inverted[i][j] - listed) <= (listed < 1e-4 ? 5e-6 : 5e-5))
        }
    }

    @Test("Rows sum to 1 − |U_ek|², all to 2", arguments: Ordering.allCases)
    func rowSums(ordering: Ordering) {
        let mixing = MixingMatrix(ParameterSet.nusiprop.oscillations(ordering).angles)
        let electron = mixing.probabilities(flavour: 0)
        let squares = Self.squares(ordering)
        // Rounding of a dozen products.
        for state in 0..<3 { #expect(abs(squares[state].sum() - (1 - electron[state])) < 1e-14) }
        #expect(abs(squares.reduce(0) { $0 + $1.sum() } - 2) < 1e-14)
        #expect(ChargeMatrix.muonMinusTau.sumOfSquares == 2)
    }

    @Test("The mixing matrix is unitary", arguments: Ordering.allCases)
    func unitarity(ordering: Ordering) {
        let u = MixingMatrix(ParameterSet.planck2018NuFIT6.oscillations(ordering).angles).elements
        for row in 0..<3 {
            for column in 0..<3 {
                let product = (0..<3).reduce(Complex<Double>.zero) { $0 + u[row][$1] * u[column][$1].conjugate }
                // Rounding of nine products.
                #expect((product - Complex(row == column ? 1 : 0, 0)).length < 1e-15)
            }
        }
    }

    @Test("A flavour-universal force is diagonal in every basis")
    func universal() {
        for (state, row) in Self.squares(.normal, ChargeMatrix(diagonal: [1, 1, 1])).enumerated() {
            for other in 0..<3 { #expect(abs(row[other] - (state == other ? 1 : 0)) < 1e-15) }
        }
    }

    @Test("Matrices that are no charges are refused")
    func hostile() {
        let one = Complex<Double>(1, 0)
        let zeroes = [[Complex<Double>]](repeating: .init(repeating: .zero, count: 3), count: 3)
        var skew = zeroes
        skew[0][1] = one
        #expect(throws: ChargeMatrixError.notHermitian(row: 0, column: 1)) { try ChargeMatrix(skew) }
        #expect(throws: ChargeMatrixError.elementsOutOfRange(largest: 0)) { try ChargeMatrix(zeroes) }
        #expect(throws: ChargeMatrixError.notThreeByThree) { try ChargeMatrix([[one]]) }
        var infinite = zeroes
        infinite[1][1] = Complex(.infinity, 0)
        #expect(throws: ChargeMatrixError.self) { try ChargeMatrix(infinite) }
    }
}
