import NumericalMethods
import RealModule

/// What the exact amplitude gives over the flux of real photons, between masses at which it has been computed: a fifth
/// of a second each, where a limit has a millisecond.
struct ExactOverFlux: Sendable {
    private let nodes: ChebyshevNodes
    private(set) var ratios: [Double]

    /// - Parameters:
    ///   - greatestMass: up to which it holds; down to 0 [MeV].
    ///   - ratios: at the Chebyshev points of ln(1 + m²/m_e²), in which the ratio, flat for a light boson, is smooth.
    init(upTo greatestMass: Double, ratios: [Double]) {
        nodes = ChebyshevNodes(range: 0...Self.variable(greatestMass), count: ratios.count)
        self.ratios = ratios
    }

    /// The same, made anew.
    init(of search: MissingEnergySearch, upTo greatestMass: Double, count: Int) {
        self.init(upTo: greatestMass, ratios: [Double](repeating: 1, count: count))
        ratios = nodes.nodes.map {
            // The logarithms take no mass of 0, and the ratio no longer changes here.
            let mass = max(1e-4, Constants.electronMass * Double.expMinusOne($0).squareRoot())
            return search.yield(mass, .exact) / search.yield(mass)
        }
    }

    func ratio(at mass: Double) -> Double {
        var weights = [Double](repeating: 0, count: ratios.count)
        nodes.weights(at: Self.variable(mass), into: &weights)
        return zip(weights, ratios).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func variable(_ mass: Double) -> Double {
        let ratio = mass / Constants.electronMass
        return Double.log(onePlus: ratio * ratio)
    }
}
