import ConstraintKit
import Physics

/// The width of the W boson: g′² Γ(W → μν) R(m) stays below the document's `width_excess_MeV`.
///
/// With the Z′ radiated by the neutrino alone, which is not gauge invariant: ``WDecay``.
public struct WDecayBound: Constraint {
    public static let stems = ["w-decay-neutrino-only"]

    /// The greatest g′² R(m) that is allowed.
    private let allowedRatio: Double

    public init(_ document: Document, _ conventions: Conventions) throws {
        let excess = try document.positiveParameter("width_excess_MeV", atMost: Constants.wMass)
        allowedRatio = excess / Constants.wToMuonNeutrino
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard let width = WDecay.neutrinoEmission(at: mass) else {
            let range = WDecay.massRange
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        return .excludes(.init(.above((allowedRatio / width).squareRoot())))
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<WDecayBound>.self]) }
