import NumericalMethods
import RealModule

/// How far the electrons of a beam run at which energy, in a target that stops them all.
///
/// After t radiation lengths, y = ln(E₀/E) of a beam's electrons is distributed as y^{bt−1} e^{−y}/Γ(bt), b = 4/3 (Tsai and
/// Whitis, Phys. Rev. 149, 1248 (1966); as in Bjorken et al., 0906.0580). The electrons of pairs, softer, are not followed.
struct ElectronShower: Sendable {
    /// A rule ∫ dE (dL/dE) f(E) ≈ Σ w f(E₀e^{−y}), exact where f is a polynomial of degree 7 in y: E₀/E, and w
    /// [radiation lengths].
    let points: [(fraction: Double, length: Double)]

    /// - Parameter lowest: the least energy that matters over that of the beam.
    init(downTo lowest: Double) {
        let reach = -Double.log(lowest)
        let nodes = ChebyshevNodes(range: 0...reach, count: 8)
        var lengths = [Double](repeating: 0, count: 8)
        var weights = lengths
        // y^{bt−1} dy/Γ(bt) = dw/Γ(1+bt), w = y^{bt}, which is smooth where y is not; beyond ten lengths nothing fast is left.
        for (step, share) in zip(Self.lengthRule.nodes, Self.lengthRule.weights) {
            let exponent = Self.lossExponent * Self.longest * step
            let highest = Double.pow(reach, exponent)
            let norm = share * Self.longest * highest * Double.exp(-Double.logGamma(1 + exponent))
            for (node, weight) in zip(Self.energyRule.nodes, Self.energyRule.weights) {
                let y = reach * Double.pow(node, 1 / exponent)
                nodes.weights(at: y, into: &weights)
                let factor = norm * weight * Double.exp(-y)
                for index in weights.indices { lengths[index] += factor * weights[index] }
            }
        }
        points = zip(nodes.nodes, lengths).map { (Double.exp(-$0), $1) }
    }

    private static let lossExponent = 4.0 / 3
    private static let longest = 10.0
    private static let lengthRule = GaussLegendre(count: 40)
    private static let energyRule = GaussLegendre(count: 24)
}
