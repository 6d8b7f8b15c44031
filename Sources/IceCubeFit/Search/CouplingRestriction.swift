import ConstraintKit

/// Which couplings a search may take at a mass: those a bound leaves, for instance.
public struct CouplingRestriction: Sendable {
    private let allowed: @Sendable (Mass) -> CouplingIntervals

    /// - Parameter allowed: the couplings at a mass; intervals count with their edges.
    public init(allowed: @escaping @Sendable (Mass) -> CouplingIntervals) { self.allowed = allowed }

    /// Every coupling at every mass.
    public static let none = CouplingRestriction { _ in .init(.above(0)) }

    /// Whether a coupling may be taken, edges included.
    public func allows(_ coupling: Coupling, at mass: Mass) -> Bool {
        allowed(mass).contains { $0.lower <= coupling.value && coupling.value <= $0.upper }
    }

    /// The allowed couplings inside a range, as closed intervals.
    func ranges(at mass: Mass, in range: ClosedRange<Double>) -> [ClosedRange<Double>] {
        allowed(mass).compactMap { interval in
            let (lower, upper) = (max(interval.lower, range.lowerBound), min(interval.upper, range.upperBound))
            return lower <= upper ? lower...upper : nil
        }
    }
}

extension [ClosedRange<Double>] {
    /// The value inside that is nearest on a logarithmic scale; nil where there is none at all.
    func nearest(to value: Double) -> Double? {
        var best: Double?
        for range in self {
            let candidate = Swift.min(Swift.max(value, range.lowerBound), range.upperBound)
            func ratio(_ other: Double) -> Double { other > value ? other / value : value / other }
            if best.map({ ratio(candidate) < ratio($0) }) ?? true { best = candidate }
        }
        return best
    }
}
