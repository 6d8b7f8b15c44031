import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Files
import Scenarios

/// `summary.json`: what a map found, in numbers, and all that went into it.
///
/// Keys, all sorted: `scenario` (as its file says it), `grid`, `regions` (`allowed`, `preferred_by_icecube`,
/// `allowed_and_preferred`: `points`, `area_dex2`, `mass_MeV`, `coupling`), `best` (the grid point of least χ²),
/// `chi2` (`without_Zprime`, `standard_model`), `bounds` (`stem`, `title`, `kind`, `role`, `method`, `status`,
/// `confidence_level`, `confidence_level_basis`, `origin`, `sha256`, `caveat`, `failures`; `failure`, its reason, and
/// `code`, the plugin's file, where there is one), `own_documents` (`stem`, `origin`, `in_place_of_bundled`: what is the
/// user's), `caveats`, `program_version`. Keys may be added, never changed.
public struct MapSummary: Sendable {
    private let value: JSONValue

    /// - Parameters:
    ///   - digests: of the documents the bounds were made from, by stem.
    ///   - version: of the program.
    public init(_ map: RegionMap, digests: [String: SHA256] = [:], version: String) {
        value = [
            "program_version": .text(version),
            "scenario": .scenario(map.scenario),
            "grid": Self.grid(map.grid),
            "regions": [
                "allowed": Self.region(map.allowed),
                "preferred_by_icecube": Self.region(map.preferredByIceCube),
                "allowed_and_preferred": Self.region(map.allowedAndPreferred),
            ],
            "best": Self.best(of: map),
            "chi2": [
                "without_Zprime": .number(map.chi2WithoutMediator), "standard_model": .number(map.chi2StandardModel),
            ],
            "bounds": .array(map.bounds.map { Self.bound($0, digest: digests[$0.bound.card.stem]) }),
            "own_documents": OwnDocuments(map.bounds.map(\.bound)).json,
            "caveats": .texts(map.caveats.map(Wording.sentence)),
        ]
    }

    /// The file.
    public var text: String { value.sortedByKey.pretty }

    private static func grid(_ grid: Grid) -> JSONValue {
        let (masses, couplings) = (grid.masses, grid.couplings)
        return [
            "columns": .integer(masses.count), "rows": .integer(couplings.count),
            "mass_MeV": .array([.number(masses[0].inMeV), .number(masses[masses.count - 1].inMeV)]),
            "coupling": .array([.number(couplings[0].value), .number(couplings[couplings.count - 1].value)]),
        ]
    }

    private static func region(_ region: PlaneRegion) -> JSONValue {
        [
            "points": .integer(region.pointCount), "area_dex2": .number(region.area),
            "mass_MeV": .range(region.massRange), "coupling": .range(region.couplingRange),
        ]
    }

    private static func best(of map: RegionMap) -> JSONValue {
        let point = map.bestPoint
        return [
            "mass_MeV": .number(point.mass.inMeV), "coupling": .number(point.coupling.value),
            "chi2": .number(map.chi2[map.best]), "R": .number(map.ratio[map.best]),
            "amplitude": .number(map.amplitude[map.best]), "gamma": .number(map.gamma[map.best]),
            "standing": .text(map.standings[map.best].rawValue),
        ]
    }

    private static func bound(_ mapped: MappedBound, digest: SHA256?) -> JSONValue {
        .object(
            JSONValue.members(of: mapped.bound) + [
                .init("sha256", .text(digest?.hexadecimal)), .init("failures", .integer(mapped.failures)),
            ] + (mapped.failure.map { [.init("failure", .text($0))] } ?? []))
    }
}

extension RegionMap {
    /// The grid point of least χ².
    var bestPoint: (mass: Mass, coupling: Coupling) {
        let rows = grid.couplings.count
        return (grid.masses[best / rows], grid.couplings[best % rows])
    }
}
