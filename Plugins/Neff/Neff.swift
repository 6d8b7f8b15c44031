import ConstraintKit

/// The effective number of neutrinos: a Z′ that shared the neutrinos' temperature heats them when it decays, and is
/// excluded below the mass where N_eff exceeds what was measured.
///
/// The document's table `n_eff` holds N_eff against the mass, `n_eff_max` the limit, and `coupling_floor` the g′ above
/// which the Z′ was in equilibrium, so that N_eff no longer depends on it. `neff-5mev` is a mass bound as it stands.
public struct NeffBound: MassBound {
    public static let stems = ["neff-thermal", "neff-5mev"]

    private let table: NeffTable
    private let limit: Double
    private let couplingFloor: Double
    public let massEdge: Mass?

    public init(_ document: Document, _ conventions: Conventions) throws {
        table = try NeffTable(document)
        limit = try document.positiveParameter("n_eff_max")
        couplingFloor = try document.positiveParameter("coupling_floor", atMost: 1)
        massEdge = try table.mass(whereNeutrinosFallTo: limit).map { try Mass(inMeV: $0) }
    }

    public func boundary(at mass: Mass) -> Boundary {
        guard let predicted = table.neutrinos(at: mass) else {
            let range = table.massRange
            return .silent(.outsideRange(lower: range.lowerBound, upper: range.upperBound))
        }
        return .excludes(predicted > limit ? .init(.above(couplingFloor)) : .init())
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<NeffBound>.self]) }
