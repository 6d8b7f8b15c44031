import ConstraintKit

/// A bound along the masses of a map.
public struct MappedBound: Sendable {
    public let bound: Bound
    /// nil where the bound failed.
    public let boundaries: [Boundary?]
    /// Why it failed, the first time.
    public let failure: BoundFailure?
    /// Where it can't tell, mass by mass; empty for a bound that always can.
    let undecided: [CouplingIntervals]
    /// The same with the reasons, each interval by itself.
    private let open: [[UndecidedInterval]]

    init(bound: Bound, along masses: MassRow) {
        self.bound = bound
        (boundaries, failure) = bound.boundaries(along: masses)
        open = bound.digitsOfEdges == nil ? [] : masses.map { bound.undecided(at: $0) }
        undecided = open.map { CouplingIntervals(union: $0.map(\.couplings)) }
    }

    /// Why it says nothing of any of some couplings at a mass, counted from the first; empty where it says something of
    /// one of them, and where it failed.
    package func silences(at column: Int, of couplings: [Coupling]) -> [Silence] {
        switch boundaries[column] {
        case .silent(let silence)?: return [silence]
        case .prefers?, nil: return []
        case .excludes?:
            guard !open.isEmpty else { return [] }
            var silences: [Silence] = []
            for coupling in couplings {
                guard let window = open[column].first(where: { $0.couplings.contains(coupling.value) }) else {
                    return []
                }
                let silence = Silence.undecided(window.reason)
                if !silences.contains(silence) { silences.append(silence) }
            }
            return silences
        }
    }

    /// Whether it excludes a coupling at a mass, counted from the first; not where it can't tell.
    package func excludes(_ coupling: Coupling, at column: Int) -> Bool {
        !excludedRows(of: [coupling], at: column).isEmpty
    }

    /// The positions of those of some couplings that it excludes at a mass, counted from the first; not where it can't tell.
    package func excludedRows(of couplings: [Coupling], at column: Int) -> [Int] {
        guard case .excludes(let intervals)? = boundaries[column], !intervals.isEmpty else { return [] }
        let open = undecided.isEmpty ? .init() : undecided[column]
        return couplings.indices.filter { row in
            let coupling = couplings[row].value
            return intervals.contains { $0.contains(coupling) } && !open.contains { $0.contains(coupling) }
        }
    }

    /// Whether there are couplings at some of the masses of which it can't tell.
    public var hasOpenZones: Bool { undecided.contains { !$0.isEmpty } }

    /// The masses at which it failed.
    public var failures: Int { boundaries.count { $0 == nil } }
}
