import ConstraintKit
import Physics

/// K⁺ → μ⁺ ν and something unseen: Br(K⁺ → μ⁺νZ′) = g′² R(m) Br(K⁺ → μ⁺ν) stays below a measured limit.
///
/// The stem says which legs radiate the Z′ (``MuonicCharges``); the document's `branching_ratio_limit` is the
/// limit. Above 2m_μ up to half of the Z′ decay to muons and are seen: there the bound is optimistic, as the curves it
/// follows are.
public struct KaonDecayBound: Constraint {
    public static var stems: [String] { emissions.keys.sorted() }

    private static let emissions: [String: MuonicCharges] = [
        "kaon-neutrino-only-pang1973": .neutrinoOnly,
        "kaon-vector-pang1973": .conservedCurrent,
        "kaon-vector-na62": .conservedCurrent,
    ]

    private let emission: MuonicCharges
    /// The greatest Γ(K → μνZ′)/Γ(K → μν) that is allowed.
    private let allowedRatio: Double

    public init(_ document: Document, _ conventions: Conventions) throws {
        guard let emission = Self.emissions[document.card.stem] else {
            throw DocumentError.noLimit(stem: document.card.stem)
        }
        self.emission = emission
        allowedRatio =
            try document.positiveParameter("branching_ratio_limit", atMost: 1) / Constants.kaonToMuonNeutrino
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard let width = KaonDecay.relativeWidth(at: mass, emission) else {
            let range = KaonDecay.massRange
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        return .excludes(.init(.above((allowedRatio / width).squareRoot())))
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<KaonDecayBound>.self]) }
