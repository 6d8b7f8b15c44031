import NumericalMethods
import RealModule

/// The phase space of X → μ ν Z′ in units of the mass of X.
struct EmissionPlot {
    /// q², m_μ².
    let bosonMassSquared: Double
    let muonMassSquared: Double

    /// - Parameters:
    ///   - mass: of the Z′ [MeV].
    ///   - parent: the mass of X [MeV].
    init(mass: Double, parent: Double) {
        let (boson, muon) = (mass / parent, Constants.muonMass / parent)
        (bosonMassSquared, muonMassSquared) = (boson * boson, muon * muon)
    }

    /// ∫ds dt Σ|M|² over the part of the plot with s = (p_ν+q)², the missing mass squared, above a value.
    ///
    /// The propagators make the integrand rise like 1/s and 1/t towards soft emission: both are integrated in their
    /// logarithms. ln s runs as 1 − (1−u)², which turns the square root at the upper end of the plot into a polynomial.
    func integral(
        _ energyRule: GaussLegendre, _ angleRule: GaussLegendre, missingMassSquaredAbove cut: Double = 0,
        squared: (EmissionPoint) -> Double
    ) -> Double {
        let muonMass = muonMassSquared.squareRoot()
        let lowest = Double.log(max(bosonMassSquared, cut))
        let span = 2 * Double.log(1 - muonMass) - lowest
        guard span > 0 else { return 0 }
        return energyRule.integral { u in
            let s = Double.exp(lowest + span * (1 - (1 - u) * (1 - u)))
            guard let (low, high) = muonPropagators(at: s) else { return 0 }
            let logSpan = Double.log(high / low)
            let inner = angleRule.integral { v in
                let t = low * Double.exp(logSpan * v)
                return t * squared(EmissionPoint(plot: self, neutrinoPropagator: s, muonPropagator: t))
            }
            return inner * logSpan * s * span * 2 * (1 - u)
        }
    }

    /// The ends of t = (p_μ+q)² − m_μ² at given s = (p_ν+q)²; nil where rounding has left no room between them.
    private func muonPropagators(at s: Double) -> (Double, Double)? {
        let muonMass = muonMassSquared.squareRoot()
        let triangle = ((1 - muonMass) * (1 - muonMass) - s) * ((1 + muonMass) * (1 + muonMass) - s)
        guard triangle > 0, s > bosonMassSquared else { return nil }
        let energies = (1 - s - muonMassSquared) * (s + bosonMassSquared)
        let momenta = triangle.squareRoot() * (s - bosonMassSquared)
        let high = bosonMassSquared + (energies + momenta) / (2 * s)
        // The lower end by the product of the two energies ± momenta, which does not cancel for a light Z′.
        let product = energies * energies - momenta * momenta
        return (bosonMassSquared + product / (energies + momenta) / (2 * s), high)
    }
}
