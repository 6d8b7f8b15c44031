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

    public init(_ document: Document, _ conventions: Conventions) throws {
        width = ZInvisibleWidth(
            excess: try document.positiveParameter("width_excess_MeV", atMost: Constants.zMass),
            charges: ChargeMatrix(conventions.charges))
    }

    public func boundary(at mass: Mass) -> Boundary {
        if let change = width.change(at: mass), change <= 0 {
            return .silent(
                .otherDecay("the Z′ that decay to muons take more out of the invisible width than others add"))
        }
        return .excluding(width.excluded(at: mass), within: ZDecay.massRange)
    }
}

extension ZInclusiveBound: ChargedBound {
    public var followsCharges: Bool { true }
}

/// The same with real emission alone, as 1304.3460 has it: g′² Γ(Z → ν_ℓν̄_ℓ) R(m) for each of the document's `flavours`
/// (2: μ and τ).
public struct ZDecayBound: Constraint {
    public static let stems = ["z-decay-three-flavours", "z-decay-mu-tau"]

    /// The greatest g′² R(m) for one flavour that is allowed.
    private let allowedRatio: Double

    public init(_ document: Document, _ conventions: Conventions) throws {
        let flavours = try document.positiveParameter("flavours", atMost: 3)
        guard flavours == flavours.rounded() else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "flavours", value: flavours, expected: "1, 2 or 3")
        }
        let excess = try document.positiveParameter("width_excess_MeV", atMost: Constants.zMass)
        allowedRatio = excess / (flavours * Constants.zToNeutrinos)
    }

    public func boundary(at mass: Mass) -> Boundary {
        let couplings = ZDecay.realEmission(at: mass).map {
            CouplingIntervals(.above((allowedRatio / $0).squareRoot()))
        }
        return .excluding(couplings, within: ZDecay.massRange)
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = {
    export([ComputedOrSupplied<ZDecayBound>.self, ComputedOrSupplied<ZInclusiveBound>.self])
}
