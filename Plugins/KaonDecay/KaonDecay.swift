import ConstraintKit
import Physics

/// K⁺ → μ⁺ ν and something unseen: Br(K⁺ → μ⁺νZ′) = g′² R(m) Br(K⁺ → μ⁺ν) stays below a measured limit, the document's
/// `branching_ratio_limit`.
///
/// With the conserved current of L_μ − L_τ, as the stem says, a search for what is unseen counts the Z′ that decay to
/// neutrinos; where it sees but part of the decays, those above the document's `missing_mass_squared_GeV2`. With a neutrino that radiates alone, as 1304.3460 has it, all of them are taken as unseen, above 2m_μ too:
/// there that bound is optimistic, as the curve it follows is.
public struct KaonDecayBound: Constraint {
    public static var stems: [String] { Array(searches.keys).sorted() + neutrinoOnly }

    private static let neutrinoOnly = ["kaon-neutrino-only-pang1973"]
    /// The searches, and the masses they speak about.
    private static let searches: [String: KaonSearch] = [
        "kaon-vector-pang1973": .pang1973, "kaon-vector-e949": .e949, "kaon-vector-na62": .na62,
    ]

    /// nil for a neutrino that radiates alone.
    private let search: KaonSearch?
    /// The greatest Γ(K → μνZ′)/Γ(K → μν) that is allowed.
    private let allowedRatio: Double
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        let limit = try document.positiveParameter("branching_ratio_limit", atMost: 1)
        allowedRatio = limit / Constants.kaonToMuonNeutrino
        search = try Self.searches[document.card.stem].map { known in
            let isCut = known.missingMassSquaredCut > 0
            let cut = try isCut ? 1e6 * document.positiveParameter("missing_mass_squared_GeV2", atMost: 1) : 0
            return KaonSearch(branchingRatioLimit: limit, missingMassSquaredCut: cut, massRange: known.massRange)
        }
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard charges.sumOfSquares(of: .muon) > 0 else { return .withoutMuonCharge }
        guard let search else { return .excluding(excludedByNeutrinos(at: mass), within: KaonDecay.massRange) }
        return .excluding(search.excluded(at: mass, charges: charges), within: search.massRange)
    }

    private func excludedByNeutrinos(at mass: Mass) -> CouplingIntervals? {
        KaonDecay.relativeWidth(at: mass, .neutrinoOnly).map { width in
            let square = allowedRatio / (width * charges.sumOfSquares(of: .muon))
            return square < .infinity ? CouplingIntervals(.above(square.squareRoot())) : CouplingIntervals()
        }
    }
}

extension KaonDecayBound: ChargedBound {
    public var followsCharges: Bool { true }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<KaonDecayBound>.self]) }
