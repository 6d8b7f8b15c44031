import ConstraintKit
import Physics

/// NA64μ, computed: so many `muons_on_target` and no event, with the efficiency that the limit of 2024 has
/// (``Physics/NA64Mu``).
///
/// At 90 %, or at the scenario's confidence level. A projection is for what the experiment expects to reach where so many
/// events of `background` are expected without a signal, with the `relative_efficiency` over that of 2024; its document may
/// leave out both, and then they are 0 and 1.
public struct NA64MuCountingBound: Constraint {
    public static let stems = ["na64mu-2024-computed"]

    /// As many as the efficiency of 2024 would need.
    private let muons: Double
    private let background: Double
    private let events: Double
    private let conventions: Conventions
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        let isMoreEfficient = document.parameters["relative_efficiency"] != nil
        let efficiency = try isMoreEfficient ? document.positiveParameter("relative_efficiency") : 1
        muons = try document.positiveParameter("muons_on_target") * efficiency
        background = document.parameters["background"] ?? 0
        let counting = try conventions.counting(
            otherwise: 0.9, background: background, stem: document.card.stem)
        events = document.card.kind == .projected ? counting.expectedSignal : counting.signal(observed: 0)
        self.conventions = conventions
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard charges.areOfChargedMuons else { return .withoutChargedLeptons }
        return .excluding(
            NA64Mu.excluded(at: mass, events: events, muonsOnTarget: muons, charges: charges), within: NA64Mu.massRange)
    }
}

extension NA64MuCountingBound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card {
        let statistic = background == 0 ? "counting without background" : card.statistic ?? "counting with background"
        return card.holding(at: conventions.confidenceLevel, by: statistic)
    }
}
