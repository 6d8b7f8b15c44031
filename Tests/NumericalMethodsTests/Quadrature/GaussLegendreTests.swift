import NumericalMethods
import RealModule
import Testing

@Suite("Gauss–Legendre quadrature")
struct GaussLegendreTests {
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
}
