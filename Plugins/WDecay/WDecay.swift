import ConstraintKit
import Physics

/// The width of the W boson: g′² Γ(W → μν) R(m) stays below the document's `width_excess_MeV`.
///
/// With the Z′ radiated by the neutrino alone, which is not gauge invariant: ``WDecay``.
public struct WDecayBound: Constraint {
    public static let stems = ["w-decay-neutrino-only"]

    /// The greatest g′² R(m) that is allowed.
    private let allowedRatio: Double
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        let excess = try document.positiveParameter("width_excess_MeV", atMost: Constants.wMass)
        allowedRatio = excess / Constants.wToMuonNeutrino
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard charges.sumOfSquares(of: .muon) > 0 else { return .withoutMuonCharge }
        let couplings = WDecay.neutrinoEmission(at: mass).map { width in
            let square = allowedRatio / (width * charges.sumOfSquares(of: .muon))
            return square < .infinity ? CouplingIntervals(.above(square.squareRoot())) : CouplingIntervals()
        }
        return .excluding(couplings, within: WDecay.massRange)
    }
}

extension WDecayBound: ChargedBound {
    public var followsCharges: Bool { true }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<WDecayBound>.self]) }
