import ConstraintKit

extension Limit {
    init(massLimit: MassLimit, _ card: Card) {
        self.init(
            name: card.kind.rawValue, kind: card.kind, confidenceLevel: card.confidenceLevel,
            region: .belowMass(massLimit.mass, massLimit.couplings))
    }
}
