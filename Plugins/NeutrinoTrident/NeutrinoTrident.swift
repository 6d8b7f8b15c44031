import ConstraintKit
import Physics

/// Muon pairs that neutrinos make in the field of a nucleus: σ/σ_SM stays below the document's `ratio` + n `ratio_sigma`.
///
/// n is 2, as 1406.2332 has it, or what the scenario's confidence level says. The stem says which experiment's target and
/// energy. The charges enter as q_μ² of neutrino and muon alike; a force among neutrinos alone makes no muons.
public struct NeutrinoTridentBound: Constraint {
    public static let stems = ["trident-ccfr", "trident-charm2"]

    /// Asked of each by itself: the form factor of a target takes longer to sum than all else that a start does for this bound.
    private static func trident(of stem: String) -> NeutrinoTrident? {
        switch stem {
        case "trident-ccfr": TridentMeasurement.ccfr.trident
        case "trident-charm2": TridentMeasurement.charm2.trident
        default: nil
        }
    }

    private let stem: String
    private let measurement: TridentMeasurement
    private let deviations: Double
    private let conventions: Conventions
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        guard let trident = Self.trident(of: document.card.stem) else {
            throw DocumentError.noLimit(stem: document.card.stem)
        }
        stem = document.card.stem
        measurement = TridentMeasurement(
            ratio: try document.positiveParameter("ratio"), sigma: try document.positiveParameter("ratio_sigma"),
            trident: trident)
        deviations = try conventions.deviations(otherwise: 2, stem: document.card.stem)
        self.conventions = conventions
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard charges.areOfChargedMuons else { return .withoutChargedLeptons }
        return .excluding(
            measurement.excluded(at: mass, deviations: deviations, charges: charges), within: NeutrinoTrident.massRange)
    }
}

extension NeutrinoTridentBound: LikelihoodBound {
    /// Of the measured ratio with a normal error.
    /// - Throws: ``DocumentError/noLikelihood(stem:)`` where the bound is silent.
    public func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        try logLikelihood(at: mass)(coupling)
    }

    /// The sum over photons is of the mass alone.
    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        guard charges.areOfChargedMuons, let value = measurement.logLikelihood(at: mass, charges: charges) else {
            return { [stem] _ in throw DocumentError.noLikelihood(stem: stem) }
        }
        return value
    }
}

extension NeutrinoTridentBound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card {
        card.holding(at: conventions.confidenceLevel, by: "Gaussian, one-sided")
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = {
    export([ComputedOrSupplied<NeutrinoTridentBound>.self])
}
