import AllowedRegion
import ConstraintKit
import Drawing
import Foundation
import Transport

/// The edge of a region found on the grid.
struct Outline {
    var title: String
    var lines: [PageLine]

    init(_ region: PlaneRegion, title: String, in frame: PageFrame) {
        self.title = title
        lines = region.contours
            .map { $0.map { frame.point(mass: $0.mass, coupling: $0.coupling) } }
            .flatMap(frame.visibleParts)
            .map { $0.simplified(within: 0.2) }
    }

    /// The contours of the product of likelihoods, where the map's scenario combines bounds in that way.
    static func likelihood(of map: RegionMap, in frame: PageFrame) -> [Outline] {
        guard let combinations = map.combinations, combinations.chosen == .likelihood else { return [] }
        return combinations.likelihood.contours.map {
            Outline($0.region, title: "likelihood, \($0.deviations)σ", in: frame)
        }
    }

    /// Where the narrow-line transport may be off by more than it promises.
    init(transportErrorOf map: RegionMap, in frame: PageFrame) {
        let tolerance = Precision().tolerance
        title = "transport good to 10⁻³ below"
        let couplings = map.grid.couplings.map(\.value)
        let columns = map.grid.masses.indices.map { column -> CouplingIntervals? in
            let errors = couplings.indices.map { map.transportError[map.grid.index(column: column, row: $0)] }
            return Self.above(tolerance, errors, at: couplings)
        }
        let traced = TracedRegion(columns, masses: map.grid.masses.map(\.inMeV), in: frame)
        lines = traced.edges.flatMap(frame.visibleParts).map { $0.simplified(within: 0.2) }
    }

    /// The couplings at which a sampled value, straight between its samples on a log–log plot, exceeds a threshold.
    private static func above(_ threshold: Double, _ values: [Double], at couplings: [Double]) -> CouplingIntervals {
        var intervals: [CouplingInterval] = []
        var start: Double? = values.first.map { $0 > threshold } == true ? 0 : nil
        for row in couplings.indices.dropFirst() where (values[row] > threshold) != (values[row - 1] > threshold) {
            let (low, high) = (log(max(values[row - 1], 1e-300)), log(max(values[row], 1e-300)))
            let fraction = low == high ? 0.5 : (log(threshold) - low) / (high - low)
            let crossing = couplings[row - 1] * pow(couplings[row] / couplings[row - 1], min(1, max(0, fraction)))
            if let begun = start {
                intervals.append(.init(lower: begun, upper: crossing))
                start = nil
            } else {
                start = crossing
            }
        }
        if let start { intervals.append(.above(start)) }
        return .init(union: intervals)
    }
}
