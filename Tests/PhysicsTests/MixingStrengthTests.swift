import ConstraintKit
import RealModule
import Testing

@testable import Physics

@Suite("Kinetic mixing of a process")
struct MixingStrengthTests {
    private func strength(_ mixing: KineticMixing, _ square: Double = 0, _ charges: SIMD3<Double> = [0, 1, -1])
        -> MixingStrength?
    {
        mixing.strength(squaredMomentum: square, charges: ChargeMatrix(diagonal: charges))
    }

    /// ∫₀¹ dx x(1−x) ln |1 − x(1−x) r| by the midpoints of 400,000 intervals, as an independent program has it.
    private static let loops: [(Double, Double)] = [
        (0.05, -0.0016756619446), (-0.05, 0.0016578036743), (0.5, -0.0176318746914), (3.9, -0.3346999277119),
        (4.5, -0.3703030040298), (-1, 0.0302147714189), (-1000, 0.8745073692675),
    ]

    @Test("The loop's logarithm between, below and above the thresholds", arguments: loops)
    func loop(ratio: Double, expected: Double) {
        // The midpoint rule is good to some 1e-9 where the logarithm has a pole under the integral, 1e-13 elsewhere.
        #expect(abs(LoopLogarithm.value(ratio) - expected) < 1e-11)
    }

    @Test("Running mixing is natural at low momentum, and smaller far above the loops' masses")
    func running() throws {
        #expect(strength(.running) == strength(.natural))
        let natural = try #require(strength(.natural)).number
        let near = try #require(strength(.running, 1)).number
        // The first order in q²: −(e/2π²) q²/30 (1/m_μ² − 1/m_τ²).
        #expect(abs(near / natural - 1) < 1e-4 && near != natural)
        // On the shell of a light Z′ the muon's loop comes nearer to its threshold, and the mixing grows.
        let below = try #require(strength(.running, 200 * 200)).number
        #expect(abs(below) > abs(natural))
        // Far above the taus both loops are alike.
        let above = try #require(strength(.running, 1e10)).number
        #expect(abs(above) < 0.01 * abs(natural))
    }

    @Test("Loops go with the charges, and have no number where these do not add up to zero")
    func charges() throws {
        let natural = try #require(strength(.natural)).number
        #expect(strength(.natural, 0, [0, -2, 2]) == .perCoupling(-2 * natural))
        #expect(strength(.natural, 0, [0, 1, 0]) == nil)
        #expect(strength(.natural, 0, [1, 1, 1]) == nil)
        #expect(strength(.ratio(0.01), 0, [1, 1, 1]) == .perCoupling(0.01))
    }

    @Test("ε that is fixed does not go with g′")
    func fixed() throws {
        let fixed = try #require(strength(.fixed(-1e-3)))
        #expect(fixed.epsilon(at: try Coupling(0.5)) == -1e-3)
        #expect(fixed.ratio == 0 && fixed.constant == -1e-3 && fixed.sign == -1)
    }

    @Test("What the product g′ε excludes is the same product for any mixing")
    func products() throws {
        let edge = 3e-5
        let ratio = try #require(strength(.ratio(-0.02)))
        let fixed = try #require(strength(.fixed(4e-4)))
        let byRatio = try #require(ratio.couplings(whereProductExcludes: CouplingIntervals(.above(edge))).first).lower
        let byNumber = try #require(fixed.couplings(whereProductExcludes: CouplingIntervals(.above(edge))).first).lower
        // g′ |ε| = edge², to rounding.
        #expect(abs(byRatio * abs(ratio.epsilon(at: try Coupling(byRatio))) / (edge * edge) - 1) < 1e-12)
        #expect(abs(byNumber * 4e-4 / (edge * edge) - 1) < 1e-12)
        #expect(try #require(strength(.none)).couplings(whereProductExcludes: CouplingIntervals(.above(edge))).isEmpty)
    }
}
