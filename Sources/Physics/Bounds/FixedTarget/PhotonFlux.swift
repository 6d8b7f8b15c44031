import NumericalMethods
import RealModule

/// The photons of a nucleus at rest: χ = ∫ dt (t − t_min)/t² G₂(t) from t_min to t_max.
struct PhotonFlux {
    let target: NuclearTarget
    /// Whether protons that leave the nucleus count too: 1/Z of the coherent part, more where t_min is beyond its size.
    let includesInelastic: Bool

    func integral(from lowest: Double, to highest: Double) -> Double {
        guard lowest < highest else { return 0 }
        let elastic = elastic(from: lowest, to: highest)
        return includesInelastic ? elastic + inelastic(from: lowest, to: highest) : elastic
    }

    /// In closed form: Z² d² ∫ dt (t − t_min)/((t + s)² (t + d)²), s = 1/a², by partial fractions.
    func elastic(from lowest: Double, to highest: Double) -> Double {
        let (s, d) = (target.screening, target.size)
        let difference = s - d
        let rational = difference * (s + d + 2 * highest) * (highest - lowest) / ((s + highest) * (d + highest))
        let logarithm = Double.log((s + highest) / (s + lowest)) - Double.log((d + highest) / (d + lowest))
        let sum = rational + (s + d + 2 * lowest) * logarithm
        let scaled = target.atomicNumber * d / difference
        // Far above the nucleus's size the two terms cancel to rounding.
        return max(0, -scaled * scaled * sum / difference)
    }

    func inelastic(from lowest: Double, to highest: Double) -> Double {
        // The dipole has left nothing there.
        let highest = min(highest, 1e8)
        guard lowest < highest else { return 0 }
        let span = Double.log(highest / lowest)
        return span
            * Self.rule.integral { u in
                let t = lowest * Double.exp(span * u)
                return (1 - lowest / t) * target.inelastic(t)
            }
    }

    private static let rule = GaussLegendre(count: 24)
}
