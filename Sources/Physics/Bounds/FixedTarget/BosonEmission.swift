import NumericalMethods
import RealModule

/// The spectrum of ``VectorBremsstrahlung`` at one share of the energy: what is left is the angle, as −ũ from its least
/// value on, by v = ũ_min/ũ from 0 to 1, in which dũ/ũ² is flat.
struct BosonEmission {
    let process: VectorBremsstrahlung
    /// m_V², m_ℓ².
    let bosonMassSquared: Double
    let leptonMassSquared: Double
    /// x, and E_V = xE.
    let fraction: Double
    let bosonEnergy: Double
    /// |p|, |k|.
    let beamMomentum: Double
    let bosonMomentum: Double

    init(process: VectorBremsstrahlung, bosonMass: Double, fraction: Double) {
        self.process = process
        self.fraction = fraction
        bosonMassSquared = bosonMass * bosonMass
        leptonMassSquared = process.leptonMass * process.leptonMass
        bosonEnergy = fraction * process.beamEnergy
        beamMomentum = (process.beamEnergy * process.beamEnergy - leptonMassSquared).squareRoot()
        bosonMomentum = (bosonEnergy * bosonEnergy - bosonMassSquared).squareRoot()
    }

    /// 2kE(1−x) ∫ d cos θ A χ/ũ², with the flux of each angle (Liu and Miller, 1705.01633).
    var weizsaeckerWilliams: Double {
        let flux = PhotonFlux(target: process.target, includesInelastic: process.includesInelastic)
        let energy = 2 * process.beamEnergy * (1 - fraction)
        return realPhotons { minusU in
            let momentum = minusU / energy
            return flux.integral(from: momentum * momentum, to: bosonMassSquared + leptonMassSquared)
        }
    }

    /// The same with the flux of forward emission for all.
    var improvedWeizsaeckerWilliams: Double {
        let flux = PhotonFlux(target: process.target, includesInelastic: process.includesInelastic)
        let momentum = bosonMassSquared / (2 * process.beamEnergy)
        let photons = flux.integral(from: momentum * momentum, to: bosonMassSquared + leptonMassSquared)
        return realPhotons { _ in photons }
    }

    /// −ũ = 2p·k − m_V² = m_V²(1−x)/x + m_ℓ²x + xE²θ² for a fast lepton, so that d cos θ = dũ/2xE².
    private func realPhotons(_ flux: (Double) -> Double) -> Double {
        let least = bosonMassSquared * (1 - fraction) / fraction + leptonMassSquared * fraction
        let integral = Self.angleRule.integral { v in
            let minusU = least / v
            let amplitude = BremsstrahlungAmplitude.realPhoton(
                fraction: fraction, u: -minusU, bosonMassSquared: bosonMassSquared,
                leptonMassSquared: leptonMassSquared)
            return amplitude * flux(minusU)
        }
        return bosonMomentum * (1 - fraction) / (fraction * process.beamEnergy * least) * integral
    }

    private static let angleRule = GaussLegendre(count: 16)
}
