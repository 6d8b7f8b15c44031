import Physics
import Testing

@Suite("Sources: where and of what flavour")
struct SourceEvolutionTests {
    @Test("Madau and Dickinson's rate peaks near z = 1.9")
    func madauDickinson() {
        let density = SourceEvolution.starFormation2014.density
        // The derivative of (1+z)^2.7/(1 + ((1+z)/2.9)^5.6) is zero at (1+z)^5.6 = 2.9^5.6 · 2.7/2.9: z = 1.863.
        #expect(density(2.863) > density(2.84) && density(2.863) > density(2.89))
        // 1/(1 + 2.9^−5.6), by hand.
        #expect(abs(density(1) - 0.997_43) < 1e-4)
    }

    @Test("The illustrative one is continuous and does what it says")
    func nuclei() {
        let density = SourceEvolution.nucleiLike.density
        #expect(abs(density(2) - 8) < 1e-12 && abs(density(3.5) - 27) < 1e-12 && abs(density(8) - 27.0 / 8) < 1e-12)
        // A step of 1e-9 at slopes of at most 27.
        for kink in [3.0, 4.0] { #expect(abs(density(kink - 1e-9) - density(kink + 1e-9)) < 1e-7) }
    }

    @Test("Names lead to evolutions, and nothing else does")
    func names() throws {
        for (name, evolution) in SourceEvolution.named { #expect(try SourceEvolution.named(name) == evolution) }
        #expect(throws: SourceEvolutionError.self) { try SourceEvolution.named("nothing") }
    }

    @Test("Tables are linear between their rows and zero beyond")
    func tables() throws {
        let table = try EvolutionTable(redshifts: [0, 1, 3], densities: [1, 2, 6])
        #expect(table.density(redshift: 0.5) == 1.5 && table.density(redshift: 2) == 4)
        #expect(table.density(redshift: 0) == 1 && table.density(redshift: 3) == 6 && table.density(redshift: 3.1) == 0)
    }

    @Test(
        "Tables that are none are refused",
        arguments: [
            ([0.0], [1.0]), ([0, 1], [1]), ([0.1, 1], [1, 1]), ([0, 0], [1, 1]), ([0, 1, 0.5], [1, 1, 1]),
            ([0, 1], [0, 0]), ([0, 1], [-1, 1]), ([0, 1], [.nan, 1]), ([0, .infinity], [1, 1]),
            ([0, 1], [1, .infinity]),
        ])
    func hostile(redshifts: [Double], densities: [Double]) {
        #expect(throws: SourceEvolutionError.self) { try EvolutionTable(redshifts: redshifts, densities: densities) }
    }

    @Test("Flavours add up, and parts that can't be are refused")
    func flavours() throws {
        for (_, composition) in FlavourComposition.named { #expect(abs(composition.fractions.sum() - 1) < 1e-15) }
        #expect(try FlavourComposition(parts: [2, 4, 0]) == .pion)
        for parts: SIMD3<Double> in [[0, 0, 0], [-1, 1, 1], [.nan, 1, 1], [1, .nan, 1], [1, .infinity, 1]] {
            #expect(throws: FlavourCompositionError.self) { try FlavourComposition(parts: parts) }
        }
    }

    @Test("A universal mediator is universal in every basis")
    func universal() {
        let mixing = MixingMatrix(ParameterSet.nusiprop.normal.angles)
        let squares = ChargeMatrix.universal.squaresInMassBasis(mixing)
        for row in 0..<3 {
            // Unitarity, to rounding.
            for column in 0..<3 { #expect(abs(squares[row][column] - (row == column ? 1 : 0)) < 1e-14) }
        }
        #expect(ChargeMatrix.universal.sumOfSquares == 3)
    }
}
