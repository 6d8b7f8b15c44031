import ConstraintKit
import Physics
import Synchronization

/// The verdicts at masses that were asked for before: what is excluded and what is open are asked for one after the other.
final class KnownVerdicts: Sendable {
    private let limit: Double
    private let mixing: KineticMixing
    private let known = Mutex<[Mass: NeffVerdicts]>([:])

    /// A map has some hundreds.
    private static let mostMasses = 1000

    init(limit: Double, mixing: KineticMixing) {
        (self.limit, self.mixing) = (limit, mixing)
    }

    /// nil outside the table.
    func verdicts(at mass: Mass) throws(NeffTableError) -> NeffVerdicts? {
        if let verdicts = known.withLock({ $0[mass] }) { return verdicts }
        guard let slice = try NeffTable.shipped.get().slice(at: mass),
            let strength = mixing.strength(ofDecaysAt: mass)
        else { return nil }
        let verdicts = NeffVerdicts(slice, limit: limit, mixing: .init(strength))
        known.withLock { known in
            if known.count >= Self.mostMasses { known.removeAll() }
            known[mass] = verdicts
        }
        return verdicts
    }
}

extension KineticMixing {
    /// ε of a Z′ on its shell, as decays to electrons and their inverse have it.
    func strength(ofDecaysAt mass: Mass) -> MixingStrength? { strength(squaredMomentum: mass.inMeV * mass.inMeV) }
}

extension NeffVerdicts.Mixing {
    init(_ strength: MixingStrength) {
        switch strength {
        case .perCoupling(let ratio): self = .ratio(ratio)
        case .constant(let epsilon): self = .fixed(epsilon)
        }
    }
}
