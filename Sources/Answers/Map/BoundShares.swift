import AllowedRegion
import Assessment
import ConstraintKit

/// How much of a map each deciding bound excludes: of the plane, of the region of R < 1, and what no other excludes.
///
/// Points of the grid are counted, which is even in log m and log g′.
struct BoundShares {
    /// Of one bound, each as a fraction; nil of the region where that is empty.
    struct Share: Sendable, Hashable {
        let ofPlane: Double
        let ofRegion: Double?
        /// Of the plane, by this bound and no other.
        let alone: Double
    }

    /// By stem, of the bounds that decide.
    let all: [String: Share]

    init(_ map: RegionMap) {
        let rows = map.grid.couplings.count
        let deciding = map.bounds.filter { $0.bound.role == .decides }
        var excluded = [Int](repeating: 0, count: deciding.count)
        var inRegion = excluded
        var alone = excluded
        var region = 0
        for column in map.grid.masses.indices {
            // With R < 1 what the map calls preferred is meant, so that both counts agree.
            let isInRegion = map.ratio[column * rows..<(column + 1) * rows].map { $0 < 1 }
            region += isInRegion.count { $0 }
            // How many exclude each coupling, and the last of them.
            var count = [Int](repeating: 0, count: rows)
            var last = count
            for (index, mapped) in deciding.enumerated() {
                for row in mapped.excludedRows(of: map.grid.couplings, at: column) {
                    excluded[index] += 1
                    if isInRegion[row] { inRegion[index] += 1 }
                    count[row] += 1
                    last[row] = index
                }
            }
            for row in count.indices where count[row] == 1 { alone[last[row]] += 1 }
        }
        let points = Double(map.grid.masses.count * rows)
        var all: [String: Share] = [:]
        for (index, mapped) in deciding.enumerated() {
            all[mapped.bound.card.stem] = Share(
                ofPlane: Double(excluded[index]) / points,
                ofRegion: region == 0 ? nil : Double(inRegion[index]) / Double(region),
                alone: Double(alone[index]) / points)
        }
        self.all = all
    }

    /// The stems of those that exclude some of the region of R < 1, most first.
    var ofRegion: [(stem: String, share: Double)] {
        all.compactMap { stem, share in share.ofRegion.flatMap { $0 > 0 ? (stem, $0) : nil } }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            .map { (stem: $0.0, share: $0.1) }
    }
}
