import RealModule
import Testing

@testable import NumericalMethods

@Suite struct ChebyshevNodesTests {
    private func interpolated(_ nodes: ChebyshevNodes, at x: Double, _ function: (Double) -> Double) -> Double {
        var weights = [Double](repeating: 0, count: nodes.nodes.count)
        nodes.weights(at: x, into: &weights)
        return zip(weights, nodes.nodes).reduce(0) { $0 + $1.0 * function($1.1) }
    }

    @Test(arguments: 2...12) func spansItsRange(_ count: Int) {
        let nodes = ChebyshevNodes(range: 1.8...3.5, count: count).nodes
        #expect(nodes.count == count && nodes.first == 1.8 && nodes.last == 3.5)
        #expect(zip(nodes, nodes.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func isExactForPolynomials() {
        let nodes = ChebyshevNodes(range: 1.8...3.5, count: 5)
        for step in 0...50 {
            let x = 1.8 + 1.7 * Double(step) / 50
            // Degree four through five points: to rounding of values up to 150.
            #expect(abs(interpolated(nodes, at: x) { $0 * $0 * $0 * $0 } - x * x * x * x) < 1e-12)
        }
    }

    @Test func isExactAtItsNodes() {
        let nodes = ChebyshevNodes(range: 1.8...3.5, count: 8)
        for node in nodes.nodes { #expect(interpolated(nodes, at: node, Double.exp) == Double.exp(node)) }
    }

    @Test func convergesGeometrically() {
        func error(_ count: Int) -> Double {
            let nodes = ChebyshevNodes(range: 1.8...3.5, count: count)
            return (0...100).map { 1.8 + 0.017 * Double($0) }.reduce(0) { worst, x in
                max(worst, abs(interpolated(nodes, at: x) { Double.exp(-2 * $0) } - Double.exp(-2 * x)))
            }
        }
        // Two more nodes multiply the error of e^(−2γ) by (0.85)²/(n(n + 1)) or so: below 1/20 from six on.
        #expect(error(8) < error(6) / 20)
        #expect(error(10) < error(8) / 20)
    }
}
