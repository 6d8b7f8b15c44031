import NumericalMethods
import RealModule

/// ℓ N → ℓ N Z′: a fast lepton radiates a vector boson in the field of a nucleus.
///
/// All cross sections are over g², the square of the lepton's vector coupling to the boson: g′ for a muon, εe where it
/// comes from mixing with the photon.
public struct VectorBremsstrahlung: Sendable {
    /// How the nucleus's photon is treated.
    public enum Method: Sendable, Hashable, CaseIterable {
        /// The tree amplitude with a virtual photon, integrated over the whole phase space.
        case exact
        /// A real photon, its flux from t_min = (ũ/2E(1−x))² of each fraction and angle to t_max = m_V² + m_ℓ².
        case weizsaeckerWilliams
        /// The same with one flux for all, from t_min = m_V⁴/4E².
        case improvedWeizsaeckerWilliams
    }

    /// m_ℓ, E [MeV].
    public let leptonMass: Double
    public let beamEnergy: Double
    public let target: NuclearTarget
    /// Whether protons that leave the nucleus count. The exact amplitude gives them the nucleus's recoil.
    public let includesInelastic: Bool

    public init(
        leptonMass: Double, beamEnergy: Double, target: NuclearTarget, includesInelastic: Bool = true
    ) {
        self.leptonMass = leptonMass
        self.beamEnergy = beamEnergy
        self.target = target
        self.includesInelastic = includesInelastic
    }

    /// σ/g² [cm²] for bosons that carry a share of the beam's energy in a range.
    ///
    /// - Parameters:
    ///   - mass: of the boson [MeV].
    ///   - fractions: x = E_V/E; what lies beyond the kinematics counts for nothing.
    ///
    /// The rules' relative error is below 1e-3, from 1 keV to 3 GeV.
    public func crossSection(_ mass: Double, fractions: ClosedRange<Double>, _ method: Method) -> Double {
        let lowest = max(fractions.lowerBound, mass / beamEnergy)
        let highest = min(fractions.upperBound, 1 - leptonMass / beamEnergy)
        guard lowest < highest else { return 0 }
        // x/(1−x) in its logarithm: the spectrum of a heavy boson gathers at x → 1, that of a light one at x → 0.
        let start = Double.log(lowest / (1 - lowest))
        let span = Double.log(highest / (1 - highest)) - start
        return span
            * Self.fractionRule.integral { v in
                let x = 1 / (1 + Double.exp(-start - span * v))
                return x * (1 - x) * spectrum(mass, fraction: x, method)
            }
    }

    /// (dσ/dx)/g² [cm²] at x = E_V/E.
    public func spectrum(_ mass: Double, fraction x: Double, _ method: Method) -> Double {
        guard x * beamEnergy > mass, x < 1 else { return 0 }
        let emission = BosonEmission(process: self, bosonMass: mass, fraction: x)
        let natural =
            switch method {
            case .exact: emission.exact
            case .weizsaeckerWilliams: emission.weizsaeckerWilliams
            case .improvedWeizsaeckerWilliams: emission.improvedWeizsaeckerWilliams
            }
        let prefactor = Constants.fineStructure * Constants.fineStructure / (4 * .pi)
        return prefactor * natural * Self.squareCentimetres
    }

    /// 1/MeV² [cm²].
    private static let squareCentimetres =
        Constants.reducedPlanckTimesLightSpeed * Constants.reducedPlanckTimesLightSpeed * 1e-12
    private static let fractionRule = GaussLegendre(count: 16)
}
