import ConstraintKit
import RealModule

/// Where a search for a dark photon that decays visibly, which limits ε alone, may reach the Z′ of Lμ−Lτ.
///
/// Such a Z′ is made through ε and decays to neutrinos too, with Γ(Z′ → νν̄) = g′²m/12π where Γ(Z′ → e⁺e⁻) = (eε)²m/12π: a
/// part of it is seen, and it lives shorter. What is given here is therefore necessary and not sufficient for an exclusion:
/// - as many are made as of dark photons of the same ε, and no larger part of them is seen, so that ε lies above the least
///   that is excluded; above 2m_μ the muons that g′ adds may be seen in place of hadrons, which is worth a factor 3 in ε,
///   the square root of 1/2 over the least branching ratio of a dark photon to muons beside its resonances;
/// - a search behind a shield sees no Z′ that is wider than the widest dark photon which it excludes;
/// - one for prompt decays to electrons sees e²ε²/(g′² + e²ε²) of them.
public struct VisibleDecayReach: Sendable, Hashable {
    /// The least ε of a dark photon that is excluded, and the greatest, beyond which it decays before it is seen; infinite
    /// where it is looked for where it is made.
    public let mixings: ClosedRange<Double>

    public init(mixings: ClosedRange<Double>) { self.mixings = mixings }

    /// The couplings that may be excluded, from zero where none is too small; nil where no coupling is.
    /// - Parameter mixing: of the scenario, at q² = m² where it runs.
    public func couplings(at mass: Mass, mixing: KineticMixing) -> ClosedRange<Double>? {
        couplings(mass: mass.inMeV, mixing)
    }

    /// - Parameter mass: [MeV]
    private func couplings(mass: Double, _ mixing: KineticMixing) -> ClosedRange<Double>? {
        guard mass > 2 * Constants.electronMass, let strength = mixing.strength(squaredMomentum: mass * mass),
            strength.number != 0
        else { return nil }
        let reachesMuons = mass > 2 * Constants.muonMass
        let (size, charge) = (abs(strength.number), Constants.elementaryCharge)
        let least = mixings.lowerBound / (reachesMuons ? 3 : 1)
        // A dark photon of more than 2m_μ decays to muons as well, and to hadrons.
        let widest = charge * mixings.upperBound * (reachesMuons ? 2 : 1)
        let isPrompt = mixings.upperBound == .infinity
        switch strength {
        case .constant:
            guard size >= least, size <= mixings.upperBound else { return nil }
            guard isPrompt, !reachesMuons else { return 0...widest }
            let excess = (size / least) * (size / least) - 1
            return 0...charge * size * excess.squareRoot()
        case .perCoupling:
            let seen = isPrompt && !reachesMuons ? (1 + 1 / (charge * charge * size * size)).squareRoot() : 1
            let (lowest, highest) = (least / size * seen, min(mixings.upperBound / size, widest))
            return lowest <= highest ? lowest...highest : nil
        }
    }

    /// The same for all masses of a range [MeV], from the least to the greatest that hold at one of them.
    public func couplings(on masses: ClosedRange<Double>, mixing: KineticMixing) -> ClosedRange<Double>? {
        var hull: ClosedRange<Double>?
        let span = Double.log(masses.upperBound / masses.lowerBound)
        for step in 0...Self.steps {
            let mass = masses.lowerBound * Double.exp(span * Double(step) / Double(Self.steps))
            guard let found = couplings(mass: mass, mixing) else { continue }
            hull = hull.map { min($0.lowerBound, found.lowerBound)...max($0.upperBound, found.upperBound) } ?? found
        }
        return hull
    }

    /// Mixing that runs is looked at at as many masses and one.
    private static let steps = 16
}
