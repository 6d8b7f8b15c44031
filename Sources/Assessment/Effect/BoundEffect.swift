import ConstraintKit
import RealModule

/// What a bound changes of the region that others leave.
public final class BoundEffect: Sendable {
    /// As it is once it takes part.
    public let bound: Bound
    /// Where the comparison is made, which is where its curves are [MeV].
    public let massRange: ClosedRange<Double>
    /// The couplings that count for the shares.
    public let couplingRange: ClosedRange<Double>
    /// The part of what was not excluded before that it excludes, or would if it decided [0…1]; nil where nothing was left.
    public let excludedShare: Double?
    /// The part of what was excluded before that is so no longer [0…1]: a bound in place of another may be weaker.
    public let openedShare: Double
    /// The part of a preferred band or hint that is not excluded before [0…1]; nil for a bound that excludes.
    public let openShareOfBand: Double?
    /// The lowest coupling from which on it excludes or prefers what was not excluded before, or else what was; nil where
    /// it never does.
    public let lowestEdge: Edge?
    /// Where it excludes most of what was left, in decades of g′; nil where it excludes nothing new.
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
