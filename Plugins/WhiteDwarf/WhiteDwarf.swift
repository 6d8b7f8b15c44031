import ConstraintKit
import Physics

/// The neutrinos of hot white dwarfs: their luminosity stays below `rate_ratio_limit` times the Standard Model's.
///
/// The Z′ reaches the electron by the mixing that the scenario grants: ``WhiteDwarfCooling``.
public struct WhiteDwarfBound: Constraint {
    public static let stems = ["white-dwarf"]

    private let greatestRatio: Double
    private let conventions: Conventions
    private let charges: ChargeMatrix

    public init(_ document: Document, _ conventions: Conventions) throws {
        greatestRatio = 1 + (try document.positiveParameter("rate_excess_limit"))
        self.conventions = conventions
        charges = ChargeMatrix(conventions.charges)
    }

    public func boundary(at mass: Mass) -> Boundary {
        conventions.mixed { strength in
            // As for solar neutrinos: only the product of g′ and ε enters.
            let unit = WhiteDwarfCooling.rate(
                at: mass, mixingPerCoupling: strength.sign, charges: charges)
            return .excluding(
                unit.map { strength.couplings(whereProductExcludes: $0.excluded(outside: 0...greatestRatio)) },
                within: WhiteDwarfCooling.massRange)
        }
    }
}

extension WhiteDwarfBound: ChargedBound, AdaptedBound {
    public var followsCharges: Bool { true }

    public func adapted(_ card: Card) -> Card { card.holding(for: conventions.kineticMixing) }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<WhiteDwarfBound>.self]) }
