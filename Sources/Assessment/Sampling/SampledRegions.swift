import ConstraintKit
import RealModule

/// Couplings at some masses as the regions of a document, which has them again at each of these masses: what is excluded
/// from a coupling on is a curve, what lies between two couplings a band. Between masses next to one another they are joined
/// by straight lines of log g′ against log m where they are of one kind; elsewhere nothing is said.
struct SampledRegions {
    /// A region with a name of its own.
    struct Part {
        var name: String
        var region: Region
    }

    private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - masses: rising.
    ///   - couplings: at each of them; none where nothing is covered.
    /// - Throws: ``CurveError`` where a coupling is none that a document can hold.
    init(_ masses: MassRow, _ couplings: [CouplingIntervals]) throws(CurveError) {
        let covered = Array(zip(masses.map(\.inMeV), couplings))
        let fill = Self.levels(covered.map(\.1))
        let above = covered.indices.compactMap { index -> (Int, Double)? in
            guard let last = covered[index].1.last, last.upper == .infinity else { return nil }
            return (index, last.lower > 0 ? last.lower : fill[index])
        }
        let below = covered.indices.compactMap { index -> (Int, Double)? in
            guard let first = covered[index].1.first, first.lower == 0 else { return nil }
            return (index, first.upper.isFinite ? first.upper : fill[index])
        }
        if !above.isEmpty { parts.append(Part(name: "above", region: .above(try Self.curve(above, covered.map(\.0))))) }
        if !below.isEmpty { parts.append(Part(name: "below", region: .below(try Self.curve(below, covered.map(\.0))))) }
        for (number, track) in Self.tracks(covered.map(\.1)).enumerated() {
            let band = try Self.band(track, covered.map(\.0))
            parts.append(Part(name: "between_\(number + 1)", region: .between(band)))
        }
    }

    /// Where every coupling is covered a document needs two curves that meet, one excluded above and one below: they do at the
    /// level of the nearest edge there is, so that no line to the neighbour rises or falls.
    private static func levels(_ couplings: [CouplingIntervals]) -> [Double] {
        let edges = couplings.enumerated().compactMap { index, intervals -> (index: Int, level: Double)? in
            if let last = intervals.last, last.upper == .infinity, last.lower > 0 { return (index, last.lower) }
            if let first = intervals.first, first.lower == 0, first.upper.isFinite { return (index, first.upper) }
            return nil
        }
        return couplings.indices.map { index in
            edges.min { abs($0.index - index) < abs($1.index - index) }?.level ?? 1
        }
    }

    private static func curve(_ points: [(index: Int, coupling: Double)], _ masses: [Double]) throws(CurveError)
        -> Curve
    {
        let gaps = points.indices.dropLast().filter { points[$0 + 1].index != points[$0].index + 1 }
        return try Curve(
            knots: points.map { .init(mass: masses[$0.index], coupling: $0.coupling) }, gapsAfter: Set(gaps))
    }

    /// What lies between two couplings, followed from mass to mass.
    private struct Track {
        var first: Int
        var intervals: [CouplingInterval]
        /// The number of the mass at which it ends.
        var last: Int { first + intervals.count - 1 }
        var end: CouplingInterval { intervals[intervals.count - 1] }
    }

    /// Each goes on in the interval at the next mass that has couplings in common with it, or in the only one that is left
    /// where it is the only one left: masses far apart have a narrow band at other couplings.
    private static func tracks(_ couplings: [CouplingIntervals]) -> [Track] {
        var tracks: [Track] = []
        for (index, intervals) in couplings.enumerated() {
            var open = tracks.indices.filter { tracks[$0].last == index - 1 }
            var rest: [CouplingInterval] = []
            for island in intervals where island.lower > 0 && island.upper.isFinite {
                if let place = open.firstIndex(where: { tracks[$0].end.overlaps(island) }) {
                    tracks[open.remove(at: place)].intervals.append(island)
                } else {
                    rest.append(island)
                }
            }
            if let only = open.first, open.count == 1, rest.count == 1 {
                tracks[only].intervals += rest
            } else {
                tracks += rest.map { Track(first: index, intervals: [$0]) }
            }
        }
        return tracks
    }

    private static func band(_ track: Track, _ masses: [Double]) throws(CurveError) -> Band {
        var points = track.intervals.enumerated().map {
            (mass: masses[track.first + $0], lower: $1.lower, upper: $1.upper)
        }
        var tip: [Curve.Knot] = []
        if points.count == 1, let point = points.first {
            // A band needs an extent: this one runs out half-way to the next mass.
            let neighbour = track.last + 1 < masses.count ? masses[track.last + 1] : point.mass * (1 + 1e-6)
            tip = [
                .init(mass: (point.mass * neighbour).squareRoot(), coupling: (point.lower * point.upper).squareRoot())
            ]
            points = [point]
        }
        return try Band(
            Curve(knots: points.map { .init(mass: $0.mass, coupling: $0.lower) } + tip),
            Curve(knots: points.map { .init(mass: $0.mass, coupling: $0.upper) }))
    }
}

extension CouplingInterval {
    fileprivate func overlaps(_ other: CouplingInterval) -> Bool { lower < other.upper && other.lower < upper }
}
