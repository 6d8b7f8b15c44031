import ConstraintKit

/// The effective number of neutrinos: a Z′ that shared the neutrinos' temperature heats them when it decays, and is
/// excluded below the mass where N_eff exceeds what was measured.
///
/// The document's table `n_eff` holds N_eff against the mass, `n_eff_max` the limit, in place of which a scenario may lay
/// down another, and `coupling_floor` the g′ above which the Z′ was in equilibrium, so that N_eff no longer depends on it.
/// `neff-5mev` is a mass bound as it stands.
///
/// Below the table N_eff only rises, to 3.045 (11/7)^(4/3) = 5.56: three neutrinos take up the entropy of a vector boson
/// that was as hot as they. What is excluded at the table's first mass is so below it as well, down to 1 keV, where the
/// Z′ is still gone long before recombination.
public struct NeffBound: Constraint, MassBound {
    public static let stems = ["neff-thermal", "neff-5mev"]

    private let table: ThermalTable
    private let limit: Double
    private let granted: GrantedNeff
    private let couplingFloor: Double
    public let massEdge: Mass?

    public init(_ document: Document, _ conventions: Conventions) throws {
        table = try ThermalTable(document)
        granted = try GrantedNeff(document, conventions)
        limit = granted.limit
        couplingFloor = try document.positiveParameter("coupling_floor", atMost: 1)
        massEdge = try table.mass(whereNeutrinosFallTo: limit).map { try Mass(inMeV: $0) }
    }

    public func boundary(at mass: Mass) -> Boundary {
        if let predicted = table.neutrinos(at: mass) {
            return .excludes(predicted > limit ? .init(.above(couplingFloor)) : .init())
        }
        let (isExcludedBelow, range) = (table.first > limit, table.massRange)
        if isExcludedBelow, mass.inMeV >= Self.leastMass, mass.inMeV < range.lowerBound {
            return .excludes(.init(.above(couplingFloor * max(1, Self.floorMass / mass.inMeV))))
        }
        return .silent(
            .outsideRange(lower: isExcludedBelow ? Self.leastMass : range.lowerBound, upper: range.upperBound))
    }

    /// [MeV]
    private static let leastMass = 1e-3

    /// The mass the floor is stated at [MeV]. Inverse decays keep equilibrium at the neutrinos' decoupling where
    /// g′²m²/T exceeds the expansion rate: the floor goes as 1/m.
    private static let floorMass = 1.0
}

extension NeffBound: NeutrinoNumberBound {
    public var computesNeff: Bool { true }

    public func adapted(_ card: Card) -> Card { granted.adapted(card) }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = {
    export([ComputedOrSupplied<NeffBound>.self, ComputedOrSupplied<NeffHistoryBound>.self])
}
