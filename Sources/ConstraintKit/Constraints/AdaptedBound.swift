/// A bound that is computed for the conventions of the scenario, where others were derived for conventions of their own:
/// what its card says of them depends on the scenario.
public protocol AdaptedBound: CouplingBound {
    /// The card of its document, as it holds under these conventions.
    func adapted(_ card: Card) -> Card
}

extension AdaptedBound {
    public var adaptedBound: (any AdaptedBound)? { self }
}

extension ComputedOrSupplied: AdaptedBound where Formula: AdaptedBound {
    public func adapted(_ card: Card) -> Card {
        switch basis {
        case .formula(let formula): formula.adapted(card)
        case .curve: card
        }
    }
}
