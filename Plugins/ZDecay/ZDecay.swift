import ConstraintKit
import Physics

/// The invisible width of the Z boson: what a Z′ adds stays below what the measurement leaves, the document's
/// `width_excess_MeV`.
///
/// Real and virtual emission together, as an invisible width measures them, for any charges; above 2m_μ with the Z′ that
/// decay to neutrinos alone: ``ZInvisibleWidth``.
public struct ZInclusiveBound: Constraint {
    public static let stems = ["z-decay-inclusive"]

    private let width: ZInvisibleWidth
    private let level: Double?

    public init(_ document: Document, _ conventions: Conventions) throws {
        width = ZInvisibleWidth(
            excess: try document.widthExcess(conventions), charges: ChargeMatrix(conventions.charges))
        level = conventions.confidenceLevel
    }

    public func boundary(at mass: Mass) -> Boundary {
        if let change = width.change(at: mass), change <= 0 {
            return .silent(
                .otherDecay("the Z′ that decay to muons take more out of the invisible width than others add"))
        }
        return .excluding(width.excluded(at: mass), within: ZDecay.massRange)
    }
}

extension ZInclusiveBound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card { card.holding(at: level, by: widthStatistic) }
}

/// A measured width has a normal error; that the limit stands about the Standard Model's is how it is stated.
private let widthStatistic = "Gaussian about the Standard Model's width, two-sided"

extension Document {
    /// What the measurement leaves [MeV], at the scenario's confidence level where one is laid down.
    fileprivate func widthExcess(_ conventions: Conventions) throws -> Double {
        try positiveParameter("width_excess_MeV", atMost: Constants.zMass)
            * conventions.twoSidedStretch(from: card.confidenceLevel.fraction, stem: card.stem)
    }
}

/// The same with real emission alone, as 1304.3460 has it: g′² Γ(Z → ν_ℓν̄_ℓ) R(m) for each of the document's `flavours`
/// (2: μ and τ).
public struct ZDecayBound: Constraint {
    public static let stems = ["z-decay-three-flavours", "z-decay-mu-tau"]

    /// The greatest g′² R(m) for one flavour that is allowed.
    private let allowedRatio: Double
    private let level: Double?

    public init(_ document: Document, _ conventions: Conventions) throws {
        let flavours = try document.positiveParameter("flavours", atMost: 3)
        guard flavours == flavours.rounded() else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "flavours", value: flavours, expected: "1, 2 or 3")
        }
        allowedRatio = try document.widthExcess(conventions) / (flavours * Constants.zToNeutrinos)
        level = conventions.confidenceLevel
    }

    public func boundary(at mass: Mass) -> Boundary {
        let couplings = ZDecay.realEmission(at: mass).map {
            CouplingIntervals(.above((allowedRatio / $0).squareRoot()))
        }
        return .excluding(couplings, within: ZDecay.massRange)
    }
}

extension ZDecayBound: AdaptedBound {
    public func adapted(_ card: Card) -> Card { card.holding(at: level, by: widthStatistic) }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = {
    export([ComputedOrSupplied<ZDecayBound>.self, ComputedOrSupplied<ZInclusiveBound>.self])
}
