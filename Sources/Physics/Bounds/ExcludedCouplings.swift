import ConstraintKit

extension CouplingIntervals {
    /// The couplings with g′² above a value: all of them for one that is not positive, none for infinity.
    static func withSquare(above square: Double) -> CouplingIntervals {
        guard square < .infinity else { return CouplingIntervals() }
        return CouplingIntervals(.above(square > 0 ? square.squareRoot() : 0))
    }
}

/// What a process gains by a Z′ relative to the Standard Model: 1 + linear · g′² + quadratic · g′⁴.
///
/// The linear term is the interference, the quadratic one the Z′ alone; so it has no negative value.
public struct RelativeRate: Sendable, Hashable {
    /// The coefficient of g′².
    public let linear: Double
    /// The coefficient of g′⁴, not negative.
    public let quadratic: Double

    /// The rate over that of the Standard Model.
    public func value(at coupling: Coupling) -> Double {
        let square = coupling.value * coupling.value
        return 1 + square * (linear + quadratic * square)
    }

    /// The least that any coupling makes of it: below 1 where the interference is destructive.
    public var least: Double { linear < 0 && quadratic > 0 ? 1 - linear * linear / (4 * quadratic) : 1 }

    /// ln L of a coupling less the greatest of any, for a ratio that was measured with a normal error: 0 at best.
    public func logLikelihood(of measured: Double, sigma: Double, at coupling: Coupling) -> Double {
        let pull = (value(at: coupling) - measured) / sigma
        let least = max(0, least - measured) / sigma
        return -(pull * pull - least * least) / 2
    }

    /// The couplings that take the ratio out of an interval which contains 1.
    ///
    /// Above its upper end there is one threshold in g′², since the parabola opens upwards from 1. Where the interference
    /// is destructive the ratio may also dip below the lower end, between two couplings.
    public func excluded(outside allowed: ClosedRange<Double>) -> CouplingIntervals {
        precondition(allowed.contains(1), "the Standard Model is allowed")
        var intervals: [CouplingInterval] = []
        let deficit = 1 - allowed.lowerBound
        let depth = linear * linear - 4 * quadratic * deficit
        if linear < 0, quadratic > 0, deficit > 0, depth > 0 {
            // Both roots by sums of like signs: the smaller one by the product of the two.
            let far = (-linear + depth.squareRoot()) / (2 * quadratic)
            intervals.append(CouplingInterval(lower: (deficit / quadratic / far).squareRoot(), upper: far.squareRoot()))
        }
        let excess = allowed.upperBound - 1
        let root = (linear * linear + 4 * quadratic * excess).squareRoot()
        let sum = linear + root
        let square = linear >= 0 ? (sum > 0 ? 2 * excess / sum : .infinity) : (root - linear) / (2 * quadratic)
        if square < .infinity { intervals.append(.above(square.squareRoot())) }
        return CouplingIntervals(union: intervals)
    }
}
