/// A part of the plane of mass and coupling that a document describes.
public enum Region: Sendable, Hashable {
    /// Every coupling above a curve: an upper limit.
    case above(Curve)
    /// Every coupling below a curve.
    case below(Curve)
    /// The inside of a closed contour, as of a beam dump.
    case inside(Contour)
    /// The outside of a closed contour.
    case outside(Contour)
    /// The band between two curves.
    case between(Band)
    /// Every mass below one, for the couplings of an interval.
    case belowMass(Mass, CouplingInterval)

    /// What a region covers at a mass.
    public enum Coverage: Sendable, Hashable {
        case couplings(CouplingIntervals)
        case silent(Silence)
    }

    /// The couplings that belong to the region at a mass.
    public func coverage(at mass: Mass) -> Coverage {
        switch self {
        case .above(let curve): return Self.coverage(of: curve, at: mass) { .above($0) }
        case .below(let curve): return Self.coverage(of: curve, at: mass) { .below($0) }
        case .inside(let contour): return Self.coverage(of: contour, at: mass) { $0 }
        case .outside(let contour): return Self.coverage(of: contour, at: mass) { $0.complement }
        case .between(let band): return Self.coverage(of: band.contour, at: mass) { $0 }
        case .belowMass(let edge, let couplings):
            return .couplings(mass < edge ? .init(couplings) : .init())
        }
    }

    /// The masses the region speaks about [MeV]; nil where there is no end to them.
    public var massRange: ClosedRange<Double>? {
        switch self {
        case .above(let curve), .below(let curve): curve.massRange
        case .inside(let contour), .outside(let contour): contour.massRange
        case .between(let band): band.contour.massRange
        case .belowMass: nil
        }
    }

    private static func coverage(of curve: Curve, at mass: Mass, _ side: (Double) -> CouplingInterval) -> Coverage {
        switch curve.value(at: mass) {
        case .coupling(let limit): .couplings(.init(side(limit)))
        case .silent(let silence): .silent(silence)
        }
    }

    private static func coverage(
        of contour: Contour, at mass: Mass, _ side: (CouplingIntervals) -> CouplingIntervals
    ) -> Coverage {
        guard let intervals = contour.intervals(at: mass) else {
            return .silent(.outsideRange(lower: contour.massRange.lowerBound, upper: contour.massRange.upperBound))
        }
        return .couplings(side(intervals))
    }
}
