import ConstraintKit
import RealModule

/// A bound that limits ε itself, at a fixed ε: it excludes every coupling or none.
///
/// Every one, as long as the Z′ decays unseen: with g′ below e|ε| it decays to electrons more often than to neutrinos, and a
/// search for missing energy then sees it. S ∝ |ε|^b B with B = g′²/(g′² + e²ε²) above 2m_e, so that what is excluded begins
/// at g′ = e|ε| √(q/(1−q)), q = (g₀/g_ε)^b, where g_ε had this ε and g₀ is the limit.
struct MixingLimit: CouplingBound {
    /// The bound as it was derived, with ε going with g′.
    let derived: any CouplingBound
    let mixing: MixingRescaling.FixedMixing

    func boundary(at mass: Mass) throws -> Boundary {
        switch try derived.boundary(at: mass) {
        case .silent(let silence): .silent(silence)
        case .excludes(let couplings): .excludes(covered(by: couplings, at: mass).map { .init($0) } ?? .init())
        case .prefers(let bands):
            .prefers(
                covered(by: .init(union: bands.map(\.couplings)), at: mass).map { [PreferredInterval($0)] } ?? [])
        }
    }

    private func covered(by couplings: CouplingIntervals, at mass: Mass) -> CouplingInterval? {
        guard let interval = couplings.first(where: { $0.contains(mixing.equivalent) }) else { return nil }
        guard mass.inMeV > 2 * Constants.electronMass else { return .above(0) }
        let share = Double.pow(interval.lower / mixing.equivalent, mixing.mixingPower)
        return .above(Constants.elementaryCharge * mixing.epsilon * (share / (1 - share)).squareRoot())
    }
}
