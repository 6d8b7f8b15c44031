import ConstraintKit
import Physics

/// The invisible width of the Z boson: g′² Γ(Z → ν_ℓν̄_ℓ) R(m) for each flavour that carries the charge stays below
/// what the measurement leaves.
///
/// `z-decay-inclusive` takes real and virtual emission together, as an invisible width measures them; the other stems
/// take real emission alone, as 1304.3460 does. The document says `width_excess_MeV` and `flavours` (2: μ and τ).
public struct ZDecayBound: Constraint {
    public static let stems = ["z-decay-three-flavours", "z-decay-mu-tau", "z-decay-inclusive"]

    private let isInclusive: Bool
    /// The greatest g′² R(m) for one flavour that is allowed.
    private let allowedRatio: Double

    public init(_ document: Document, _ conventions: Conventions) throws {
        isInclusive = document.card.stem == "z-decay-inclusive"
        let flavours = try document.positiveParameter("flavours", atMost: 3)
        guard flavours == flavours.rounded() else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "flavours", value: flavours, expected: "1, 2 or 3")
        }
        let excess = try document.positiveParameter("width_excess_MeV", atMost: Constants.zMass)
        allowedRatio = excess / (flavours * Constants.zToNeutrinos)
    }

    public func boundary(at mass: Mass) -> Boundary {
        let range = isInclusive ? ZDecay.inclusiveMassRange : ZDecay.massRange
        guard range.contains(mass.inMeV), let width = isInclusive ? ZDecay.inclusive : ZDecay.realEmission(at: mass)
        else { return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound)) }
        return .excludes(.init(.above((allowedRatio / width).squareRoot())))
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<ZDecayBound>.self]) }
