import ConstraintKit
import Physics
import Synchronization

/// The verdicts at masses that were asked for before: what is excluded and what is open are asked for one after the other.
final class KnownVerdicts: Sendable {
    private let limit: Double
    private let mixing: KineticMixing
    private let charges: ChargeMatrix
    private let known = Mutex<[Mass: NeffVerdicts]>([:])

    /// A map has some hundreds.
    private static let mostMasses = 1000

    init(limit: Double, mixing: KineticMixing, charges: ChargeMatrix) {
        (self.limit, self.mixing, self.charges) = (limit, mixing, charges)
    }

    /// nil outside the table.
    func verdicts(at mass: Mass) throws(NeffTableError) -> NeffVerdicts? {
        if let verdicts = known.withLock({ $0[mass] }) { return verdicts }
        guard let slice = try NeffTable.shipped.get().slice(at: mass),
            let strength = mixing.strength(ofDecaysAt: mass, charges)
        else { return nil }
        let scale = charges.relativeStrength
        let verdicts = NeffVerdicts(slice, limit: limit, mixing: .init(strength, relativeTo: scale)).scaled(
            by: 1 / scale)
        known.withLock { known in
            if known.count >= Self.mostMasses { known.removeAll() }
            known[mass] = verdicts
        }
        return verdicts
    }
}

extension KineticMixing {
    /// ε of a Z′ on its shell, as decays to electrons and their inverse have it.
    func strength(ofDecaysAt mass: Mass, _ charges: ChargeMatrix) -> MixingStrength? {
        strength(squaredMomentum: mass.inMeV * mass.inMeV, charges: charges)
    }
}

extension NeffVerdicts.Mixing {
    /// - Parameter scale: how many times g′ the coupling of the table is.
    init(_ strength: MixingStrength, relativeTo scale: Double) {
        switch strength {
        case .perCoupling(let ratio): self = .ratio(ratio / scale)
        case .constant(let epsilon): self = .fixed(epsilon)
        }
    }
}
