import NumericalMethods
import RealModule

extension BosonEmission {
    /// (kE/p) ∫ d cos θ (1/U) ∫ dt G₂(t)/t² ∫ dφ/2π A/8M², U = p − k.
    ///
    /// The nucleus takes up Q, Q² = t + T², T = t/2M; that the lepton leaves with its mass fixes the angle of Q to U, and
    /// φ is the angle about U. Liu, McKeen and Miller, 1609.06781.
    var exact: Double {
        let (energy, mass) = (process.beamEnergy, process.target.mass)
        // 2(EE_V − pk) − m_V² without its cancellation.
        let products = energy * bosonEnergy + beamMomentum * bosonMomentum
        let masses = energy * energy * bosonMassSquared + leptonMassSquared * bosonEnergy * bosonEnergy
        let least = 2 * (masses - leptonMassSquared * bosonMassSquared) / products - bosonMassSquared
        let scale = 2 * beamMomentum * bosonMomentum
        let integral = Self.exactAngleRule.integral { v in
            let minusU = least / v
            let angle = (minusU - least) / scale
            guard angle < 1 else { return 0 }
            let photon = VirtualPhoton(emission: self, minusU: minusU, oneMinusCosine: angle)
            return photon.integral * minusU * minusU / (least * scale)
        }
        return bosonMomentum * energy / beamMomentum * integral / (8 * mass * mass)
    }

    private static let exactAngleRule = GaussLegendre(count: 20)
}

/// The nucleus's side of an emission at fixed energy and angle of the boson.
private struct VirtualPhoton {
    let emission: BosonEmission
    let minusU: Double
    /// |U| of U = p − k, and the beam along and across it.
    let rest: Double
    let along: Double
    let across: Double

    init(emission: BosonEmission, minusU: Double, oneMinusCosine: Double) {
        self.emission = emission
        self.minusU = minusU
        let (p, k) = (emission.beamMomentum, emission.bosonMomentum)
        let square = (p - k) * (p - k) + 2 * p * k * oneMinusCosine
        rest = square.squareRoot()
        across = p * k * (oneMinusCosine * (2 - oneMinusCosine)).squareRoot() / rest
        along = (p * p - across * across).squareRoot()
    }

    /// (1/U) ∫ dt G₂/t² ⟨A⟩.
    var integral: Double {
        let target = emission.process.target
        let lepton = emission.process.beamEnergy - emission.bosonEnergy
        let slope = 1 + lepton / target.mass
        let ratio = rest / target.mass
        // |cos| ≤ 1 for the angle of Q: a t² − b t + ũ² ≤ 0.
        let a = slope * slope - ratio * ratio
        let b = 4 * rest * rest - 2 * minusU * slope
        let discriminant = b * b - 4 * a * minusU * minusU
        guard b > 0, discriminant > 0 else { return 0 }
        let highest = (b + discriminant.squareRoot()) / (2 * a)
        let lowest = minusU * minusU / (a * highest)
        // The form factors have left nothing beyond a thousand times the nucleus's size.
        let end = min(highest, 1000 * target.size)
        guard lowest < end else { return 0 }
        let span = Double.log(end / lowest)
        let inner = Self.transferRule.integral { w in
            let t = lowest * Double.exp(span * w)
            let inelastic = emission.process.includesInelastic ? target.inelastic(t) : 0
            return (target.elastic(t) + inelastic) / t * averaged(t, lepton: lepton)
        }
        return span * inner / rest
    }

    /// ⟨A⟩ over φ: the integrand is periodic, so equal steps converge faster than any power.
    private func averaged(_ t: Double, lepton: Double) -> Double {
        let (energy, mass) = (emission.process.beamEnergy, emission.process.target.mass)
        let recoil = t / (2 * mass)
        let parallel = (minusU + t + 2 * lepton * recoil) / (2 * rest)
        let transverse = max(0, t + recoil * recoil - parallel * parallel).squareRoot()
        var invariants = BremsstrahlungAmplitude.Invariants(
            bosonMassSquared: emission.bosonMassSquared, leptonMassSquared: emission.leptonMassSquared, s: 0,
            u: -minusU, t: t, before: 0, after: 0, nucleusSquared: 4 * mass * mass + t)
        let bosonPart = 2 * mass * emission.bosonEnergy + emission.bosonEnergy * recoil
        var sum = 0.0
        for cosine in Self.cosines {
            let product = along * parallel + across * transverse * cosine
            invariants.s = 2 * product - t - 2 * energy * recoil
            invariants.before = 2 * mass * energy + energy * recoil - product
            invariants.after = invariants.before - bosonPart + product - rest * parallel
            sum += BremsstrahlungAmplitude.squared(invariants)
        }
        return sum / Double(Self.cosines.count)
    }

    private static let transferRule = GaussLegendre(count: 32)
    private static let cosines = (0..<24).map { Double.cos((Double($0) + 0.5) / 24 * .pi) }
}
