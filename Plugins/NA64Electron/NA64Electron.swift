import ConstraintKit
import Physics

/// NA64-e: electrons on a target and missing energy, by the mixing that the scenario grants.
///
/// The document's `electrons_on_target` counts, without an event and a background, at 90 % or at the scenario's confidence
/// level; the efficiency is that of the limit of 2019: ``Physics/NA64Electron``.
public struct NA64ElectronBound: Constraint {
    public static let stems = ["na64e-2024"]

    private let electrons: Double
    private let events: Double
    private let conventions: Conventions
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        electrons = try document.positiveParameter("electrons_on_target")
        events = try conventions.counting(otherwise: 0.9, stem: document.card.stem).signal(observed: 0)
        self.conventions = conventions
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        conventions.mixed(squaredMomentum: mass.inMeV * mass.inMeV) { strength in
            .excluding(
                NA64Electron.excluded(
                    at: mass, events: events, electronsOnTarget: electrons, mixing: strength,
                    charges: charges), within: NA64Electron.massRange)
        }
    }
}

extension NA64ElectronBound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card {
        card.holding(at: conventions.confidenceLevel, by: "counting without background").holding(
            for: conventions.kineticMixing)
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<NA64ElectronBound>.self]) }
