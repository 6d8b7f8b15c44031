import ConstraintKit
import VOTable

/// Every mass below an edge is excluded, for couplings above a floor.
public struct MassLimit: Sendable, Hashable {
    public var mass: Mass
    public var couplings: CouplingInterval
    public init(mass: Mass, couplings: CouplingInterval) {
        self.mass = mass
        self.couplings = couplings
    }
}

extension TextForm<MassLimit> {
    private static let forms = "a mass and the least coupling, as in 5MeV,1e-9"

    /// The mass and the floor, `5MeV,1e-9`; the mass alone for every coupling.
    static let massLimit = Self(
        forms,
        read: { text throws(UnreadableText) in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            let floor = parts.count == 1 ? 0 : parts.count == 2 ? DecimalText.number(parts[1]) : nil
            guard let floor, floor >= 0, floor < .infinity else { throw .malformed(expected: forms) }
            do throws(QuantityError) {
                return MassLimit(mass: try Mass(String(parts[0])), couplings: .above(floor))
            } catch {
                throw .malformed(expected: forms)
            }
        }, write: { "\($0.mass.inMeV)MeV,\($0.couplings.lower)" })
}
