import NumericalMethods
import RealModule

/// What a search yields, between masses at which it has been computed: up to a fifth of a second each with the exact
/// amplitude, where a limit has a few microseconds.
struct YieldTable: Sendable {
    private let nodes: ChebyshevNodes
    private let leptonMass: Double
    /// ln of bosons per particle on target, over g² of the lepton.
    private(set) var logarithms: [Double]

    /// - Parameters:
    ///   - leptonMass: of the lepton that radiates [MeV].
    ///   - greatestMass: up to which it holds; down to 0 [MeV].
    ///   - logarithms: at the Chebyshev points of ln(1 + m²/m_ℓ²), in which the yield, flat for a light boson, is smooth.
    init(leptonMass: Double, upTo greatestMass: Double, logarithms: [Double]) {
        let ratio = greatestMass / leptonMass
        nodes = ChebyshevNodes(range: 0...Double.log(onePlus: ratio * ratio), count: logarithms.count)
        self.leptonMass = leptonMass
        self.logarithms = logarithms
    }

    /// The same, made anew.
    init(
        of search: MissingEnergySearch, _ method: VectorBremsstrahlung.Method, upTo greatestMass: Double, count: Int
    ) {
        let leptonMass = search.process.leptonMass
        self.init(leptonMass: leptonMass, upTo: greatestMass, logarithms: [Double](repeating: 0, count: count))
        logarithms = nodes.nodes.map {
            // The logarithms of the cross section take no mass of 0, and the yield no longer changes here.
            let mass = max(2e-4 * leptonMass, leptonMass * Double.expMinusOne($0).squareRoot())
            return Double.log(search.yield(mass, method))
        }
    }

    /// Bosons per particle on target, over g² of the lepton; the boson's mass in MeV.
    func yield(_ mass: Double) -> Double {
        var weights = [Double](repeating: 0, count: logarithms.count)
        let ratio = mass / leptonMass
        nodes.weights(at: Double.log(onePlus: ratio * ratio), into: &weights)
        return Double.exp(zip(weights, logarithms).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
