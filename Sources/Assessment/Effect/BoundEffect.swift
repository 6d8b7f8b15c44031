import ConstraintKit
import RealModule

/// The change of the allowed region by one bound: areas in log₁₀ m × log₁₀ g′ that it excludes or opens.
public final class BoundEffect: Sendable {
    /// The bound that is added.
    public let bound: Bound
    /// The masses that are compared: those of its curves [MeV].
    public let massRange: ClosedRange<Double>
    /// The couplings that are compared.
    public let couplingRange: ClosedRange<Double>
    /// Of the area that was allowed, the share that it excludes, or would if it decided [0–1]; nil where none was allowed.
    public let excludedShare: Double?
    /// Of the area that was excluded, the share that it allows [0–1]: it may replace a stronger bound.
    public let openedShare: Double
    /// Of the area of a preferred band or hint, the share that was allowed [0–1]; nil for a bound that excludes.
    public let openShareOfBand: Double?
    /// The lowest coupling that it excludes or prefers where the point was allowed, or, where there is none, at all; nil
    /// where it says nothing.
    public let lowestEdge: Edge?
    /// The mass at which it newly excludes most decades of g′; nil where it excludes nothing new.
    public let greatestGain: Edge?
    /// Why it says nothing at any of these masses; nil where it speaks.
    public let silence: Silence?

    private let before: [Bound]

    /// A place on the edge of the bound.
    public struct Edge: Sendable {
        /// [MeV]
        public var mass: Double
        public var coupling: Double
        /// The lowest limit on g′ there before, and the bound that set it; nil where nothing limited g′ from above.
        public var before: (limit: Double, bound: Bound)?
    }

    /// - Parameters:
    ///   - bound: as it is once it takes part.
    ///   - document: what it was made from.
    ///   - before: the bounds without it; one whose place it takes is among them.
    ///   - after: the bounds with it.
    public init(of bound: Bound, _ document: Document, before: [Bound], after: [Bound]) {
        self.bound = bound
        self.before = before.filter { $0.role == .decides }
        let frame = PlaneFrame(of: document)
        (massRange, couplingRange) = (frame.masses, frame.couplings)
        let deciding = after.filter { $0.role == .decides }
        var tally = EffectTally(couplings: couplingRange)
        var silence: Silence?
        for mass in frame.samples {
            let boundary = bound.boundary(at: mass)
            if case .silent(let reason) = boundary { silence = silence ?? reason }
            tally.add(
                mass, old: CouplingIntervals(excludedBy: self.before, at: mass),
                new: CouplingIntervals(excludedBy: deciding, at: mass), own: boundary?.couplings)
        }
        let isBand = bound.card.kind == .preferred || bound.card.kind == .hint
        excludedShare = isBand ? nil : tally.share(of: \.taken, in: \.open)
        openedShare = tally.share(of: \.opened, in: \.excluded) ?? 0
        openShareOfBand = isBand ? tally.share(of: \.openBand, in: \.band) : nil
        lowestEdge = tally.lowest.map { [before = self.before] in Edge($0, before) }
        greatestGain = isBand ? nil : tally.greatestGain.map { [before = self.before] in Edge($0, before) }
        self.silence = tally.isSilent ? silence : nil
    }

    /// What the deciding bounds excluded before at a mass, and what this one excludes or prefers; nil where it is silent.
    public func column(at mass: Mass) -> (before: CouplingIntervals, own: CouplingIntervals?) {
        (CouplingIntervals(excludedBy: before, at: mass), bound.boundary(at: mass)?.couplings)
    }
}

extension BoundEffect.Edge {
    fileprivate init(_ place: EffectTally.Place, _ bounds: [Bound]) {
        let limits = bounds.compactMap { bound -> (limit: Double, bound: Bound)? in
            guard case .excludes(let intervals) = bound.boundary(at: place.mass), let last = intervals.last,
                last.upper == .infinity
            else { return nil }
            return (last.lower, bound)
        }
        self.init(
            mass: place.mass.inMeV, coupling: place.coupling, before: limits.min { $0.limit < $1.limit })
    }
}

extension CouplingIntervals {
    /// What any of some bounds excludes at a mass.
    fileprivate init(excludedBy bounds: [Bound], at mass: Mass) {
        self.init(
            union: bounds.flatMap { bound -> [CouplingInterval] in
                guard case .excludes(let intervals) = bound.boundary(at: mass) else { return [] }
                return Array(intervals)
            })
    }
}

extension Boundary {
    /// The couplings it excludes or prefers; nil where it says nothing.
    public var couplings: CouplingIntervals? {
        switch self {
        case .excludes(let intervals): intervals
        case .prefers(let bands): .init(union: bands.map(\.couplings))
        case .silent: nil
        }
    }
}
