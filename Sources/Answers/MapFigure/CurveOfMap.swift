import AllowedRegion
import Assessment
import ConstraintKit
import Documents
import Scenarios

/// What a bound of a map excludes or prefers along the masses of the grid: the numbers behind its curve.
struct CurvePoint: Record {
    let mass: Mass
    let coverage: ExclusionRecord.Coverage
    /// nil: nothing there, or the bound does not speak.
    let couplings: CouplingInterval?
    let deviations: Double?

    static let fields: [Field<CurvePoint>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.mass.inMeV },
        ExclusionRecord.Coverage.field(\.coverage),
        Field("limit_low", "Gauge coupling g′ from which on; null: from zero.") {
            $0.couplings.flatMap { $0.lower > 0 ? $0.lower : nil }
        },
        Field("limit_high", "Gauge coupling g′ up to which; null: without end.") { $0.couplings?.upper.ifFinite },
        Field("deviations", "Standard deviations at the edges of a preferred band.") { $0.deviations },
    ]

    /// A row for each interval, and one where there is none.
    static func all(_ bound: Bound, _ boundaries: [Boundary?], masses: [Mass]) -> [CurvePoint] {
        zip(masses, boundaries).flatMap { mass, boundary -> [CurvePoint] in
            func point(
                _ coverage: ExclusionRecord.Coverage, _ couplings: CouplingInterval? = nil, _ deviations: Double? = nil
            ) -> CurvePoint {
                CurvePoint(mass: mass, coverage: coverage, couplings: couplings, deviations: deviations)
            }
            let rows: [CurvePoint] =
                switch boundary {
                case .excludes(let intervals)?: intervals.map { point(.excluding(bound), $0) }
                case .prefers(let bands)?: bands.map { point(.prefers, $0.couplings, $0.deviations) }
                case .silent?: [point(.silent)]
                case nil: [point(.failed)]
                }
            return rows.isEmpty ? [point(.nothing)] : rows
        }
    }
}

extension MapFigure {
    /// The numbers behind each curve that a figure with these options shows, a file each.
    static func curveFiles(of map: RegionMap, options: Options) throws -> [(name: String, bytes: [UInt8])] {
        try ShownBound.all(of: map, options: options).map { shown in
            let points = CurvePoint.all(
                shown.mapped.bound, shown.mapped.boundaries, masses: Array(map.grid.masses))
            return ("curve-\(shown.card.stem).csv", Array(try points.csv.utf8))
        }
    }
}
