import Physics
import RealModule
import Testing

@Suite("Quadrature and quantiles")
struct QuadratureTests {
    @Test("n nodes integrate degree 2n − 1 exactly", arguments: [1, 2, 5, 16, 64])
    func polynomials(count: Int) {
        let rule = GaussLegendre(count: count)
        for degree in [0, count, 2 * count - 1] {
            let integral = rule.integral { Double.pow($0, degree) }
            // The rounding of nodes and of a sum of up to 64 terms.
            #expect(abs(integral * Double(degree + 1) - 1) < 1e-12)
        }
        #expect(zip(rule.nodes, rule.nodes.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("One more degree is not integrated exactly")
    func limitOfTheRule() {
        let error = GaussLegendre(count: 2).integral { Double.pow($0, 4) } - 1.0 / 5
        // The error term of the rule, (n!)⁴/((2n+1)((2n)!)³) f⁽⁴⁾ = 1/180.
        #expect(abs(error + 1.0 / 180) < 1e-14)
    }

    @Test(
        "One-sided levels of the normal distribution",
        arguments: [(0.5, 0.0), (0.9, 1.281551565545), (0.95, 1.644853626951), (0.977249868051821, 2.0)])
    func quantiles(level: Double, expected: Double) throws {
        // Tabulated to twelve decimals.
        #expect(abs(try #require(NormalQuantile.deviations(oneSided: level)) - expected) < 1e-11)
    }

    @Test("No number of deviations for what is not a one-sided level", arguments: [0, 0.3, 1, 97.7, -1, .nan])
    func notALevel(level: Double) {
        #expect(NormalQuantile.deviations(oneSided: level) == nil)
    }
}
