import ConstraintKit

/// What a bound says along a row of masses, for tables: runs of masses at which it says the same kind of thing, and the edges
/// at each mass of a run.
public struct BoundaryRuns: Sendable, Hashable {
    /// The kind of thing that is said.
    public enum Form: Sendable, Hashable {
        case failed
        case silent(Silence)
        /// So many intervals are excluded.
        case excludes(Int)
        /// One band for each; nil where its half width [standard deviations] is not stated.
        case prefers([Double?])
    }

    /// So many masses in turn.
    public struct Run: Sendable, Hashable {
        public let form: Form
        public internal(set) var count: Int
    }

    public private(set) var runs: [Run] = []
    /// The lower and the upper end of each interval or band, mass by mass.
    public private(set) var edges: [Double] = []

    mutating func add(_ form: Form, _ edges: some Sequence<CouplingInterval>) {
        if let last = runs.indices.last, runs[last].form == form {
            runs[last].count += 1
        } else {
            runs.append(Run(form: form, count: 1))
        }
        for interval in edges {
            self.edges.append(interval.lower)
            self.edges.append(interval.upper)
        }
    }
}

extension MappedBound {
    /// What it says along its masses.
    public var runs: BoundaryRuns {
        var runs = BoundaryRuns()
        for boundary in boundaries {
            switch boundary {
            case nil: runs.add(.failed, [])
            case .silent(let silence)?: runs.add(.silent(silence), [])
            case .excludes(let intervals)?: runs.add(.excludes(intervals.count), intervals)
            case .prefers(let bands)?: runs.add(.prefers(bands.map(\.deviations)), bands.map(\.couplings))
            }
        }
        return runs
    }

    /// Where it can't tell; nil for a bound that always can.
    public var openRuns: BoundaryRuns? {
        guard hasOpenZones else { return nil }
        var runs = BoundaryRuns()
        for intervals in undecided { runs.add(.excludes(intervals.count), intervals) }
        return runs
    }
}
