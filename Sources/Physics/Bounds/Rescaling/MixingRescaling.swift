import ConstraintKit
import RealModule

/// How a limit on g′ that was derived with one kinetic mixing goes over to another: the signal S ∝ g′^a |ε|^b stays what it
/// is at the limit, and ε₀ = r₀ g₀ there.
public enum MixingRescaling: Sendable, Hashable {
    /// g′ = f g₀^k with ln f and k: from ratio to ratio k = 1 and f = (r₀/r)^(b/(a+b)); at a fixed ε k = (a+b)/a and
    /// f = (r₀/|ε|)^(b/a).
    case power(exponent: Double, logFactor: Double)
    /// The same from ratio to ratio, where the ratio goes with the mass: ε is that of a Z′ on its shell.
    case alongMass(exponentOfRatio: Double, originalRatio: Double)
    /// a = 0: it is |ε| that is limited, and at a fixed ε every g′ is excluded or none, as far as the Z′ stays unseen.
    case mixingItself(FixedMixing)

    /// A fixed ε where ε alone makes the signal.
    public struct FixedMixing: Sendable, Hashable {
        /// |ε|
        var epsilon: Double
        /// |ε|/r₀: the g′ that had this ε where ε went with g′.
        var equivalent: Double
        /// b
        var mixingPower: Double
    }

    /// - Parameters:
    ///   - law: a and b, b above zero.
    ///   - original: the mixing of the derivation.
    ///   - target: the mixing that holds now.
    /// - Returns: nil where it can't be said: without mixing, from a fixed ε or one that runs, and between two signs where
    ///   the signal is an interference, of an odd power of ε.
    public init?(_ law: SignalLaw, from original: KineticMixing, to target: KineticMixing, charges: ChargeMatrix) {
        guard law.mixingPower > 0, original != .running, case .perCoupling(let before)? = original.strength(),
            before != 0,
            let after = target.strength(charges: charges), after.number != 0
        else { return nil }
        let isOdd = law.mixingPower.truncatingRemainder(dividingBy: 2) == 1
        guard !isOdd || after.number * before > 0 else { return nil }
        switch after {
        case .constant(let epsilon) where law.ownPower == 0:
            self = .mixingItself(
                FixedMixing(
                    epsilon: abs(epsilon), equivalent: abs(epsilon / before), mixingPower: law.mixingPower))
        case .constant(let epsilon):
            self = .power(
                exponent: law.power / law.ownPower,
                logFactor: law.mixingPower / law.ownPower * Double.log(abs(before / epsilon)))
        // What is exchanged between a neutrino and an electron has next to no momentum; what mixing alone produces is real.
        case .perCoupling where target == .running && law.ownPower == 0:
            self = .alongMass(exponentOfRatio: law.mixingPower / law.power, originalRatio: before)
        case .perCoupling(let ratio):
            self = .power(exponent: 1, logFactor: law.mixingPower / law.power * Double.log(abs(before / ratio)))
        }
    }
}

extension Region {
    /// What it covers with another mixing.
    /// - Throws: ``CurveError`` where a coupling is none any more.
    func rescaled(by rescaling: MixingRescaling) throws -> Region {
        switch rescaling {
        case .power(let exponent, let logFactor): try mapped(exponent: exponent, logFactor: logFactor)
        case .mixingItself: self
        case .alongMass(let power, let before):
            try refined(step: 0.02).mapped { mass in
                let ratio = NaturalMixing.perCoupling(squaredMomentum: mass * mass)
                return power * Double.log(abs(before / ratio))
            }
        }
    }
}
