/// An open interval of couplings: its edges do not belong to it.
@frozen public struct CouplingInterval: Sendable, Hashable {
    /// Where the interval begins; 0 where it has no lower edge.
    public let lower: Double
    /// Where the interval ends; infinity where it has no upper edge.
    public let upper: Double

    /// - Precondition: `0 <= lower < upper`; a bound that breaks this is caught by ``Boundary/isWellFormed``.
    @inlinable public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Every coupling above `edge`.
    @inlinable public static func above(_ edge: Double) -> CouplingInterval { .init(lower: edge, upper: .infinity) }
    /// Every coupling below `edge`.
    @inlinable public static func below(_ edge: Double) -> CouplingInterval { .init(lower: 0, upper: edge) }

    /// Relative distance from an edge within which a coupling counts as standing on it.
    ///
    /// A published limit has three digits; 1e-9 is far below them and far above the rounding of an interpolation, so a
    /// point put on a curve by its own printed numbers is "at the limit" on every processor.
    @inlinable public static var edgeTolerance: Double { 1e-9 }

    /// Whether the coupling lies strictly inside, by more than ``edgeTolerance``.
    @inlinable public func contains(_ coupling: Double) -> Bool {
        coupling > lower * (1 + Self.edgeTolerance) && coupling < upper * (1 - Self.edgeTolerance)
    }

    /// Whether the coupling stands on an edge within ``edgeTolerance``.
    public func hasEdge(at coupling: Double) -> Bool {
        abs(coupling - lower) <= Self.edgeTolerance * lower
            || (upper.isFinite && abs(coupling - upper) <= Self.edgeTolerance * upper)
    }
}

/// Disjoint intervals of couplings in rising order.
///
/// Nearly every bound excludes one interval at a mass, so the first is kept in place and only further ones cost an
/// allocation.
@frozen public struct CouplingIntervals: Sendable, Hashable, RandomAccessCollection {
    @usableFromInline var first: CouplingInterval?
    @usableFromInline var rest: [CouplingInterval]

    /// No coupling at all.
    @inlinable public init() {
        first = nil
        rest = []
    }

    @inlinable public init(_ interval: CouplingInterval) {
        first = interval
        rest = []
    }

    /// The union of any intervals: sorted, and joined where they touch or overlap.
    public init(union intervals: some Sequence<CouplingInterval>) {
        self.init()
        for interval in intervals.sorted(by: { $0.lower < $1.lower }) {
            guard let last else {
                first = interval
                continue
            }
            if interval.lower > last.upper {
                rest.append(interval)
            } else if interval.upper > last.upper {
                let joined = CouplingInterval(lower: last.lower, upper: interval.upper)
                if rest.isEmpty { first = joined } else { rest[rest.count - 1] = joined }
            }
        }
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { (first == nil ? 0 : 1) + rest.count }
    @inlinable public subscript(position: Int) -> CouplingInterval {
        if position == 0, let first { return first }
        return rest[position - 1]
    }

    /// Everything between 0 and infinity that these intervals leave out.
    public var complement: CouplingIntervals {
        var gaps: [CouplingInterval] = []
        var edge = 0.0
        for interval in self {
            if interval.lower > edge { gaps.append(.init(lower: edge, upper: interval.lower)) }
            edge = interval.upper
        }
        if edge < .infinity { gaps.append(.above(edge)) }
        return .init(union: gaps)
    }
}
