import ConstraintKit
import RealModule

/// Adds up what a bound takes from the plane, mass by mass, by area in log₁₀ m × log₁₀ g′.
struct EffectTally {
    /// Lengths along g′ at one mass [dex].
    struct Lengths {
        var excluded = 0.0
        var open = 0.0
        /// Excluded now and not before, or would be if the bound decided; and excluded before and not now.
        var taken = 0.0
        var opened = 0.0
        /// What the bound itself covers, and what of that was not excluded before.
        var band = 0.0
        var openBand = 0.0
    }

    struct Place {
        var mass: Mass
        var coupling: Double
    }

    /// The lowest edge of the bound where that was not excluded before; elsewhere it tells nobody anything. Where all of
    /// it was, the lowest of all.
    var lowest: Place? { lowestOpen ?? lowestOfAll }
    /// The place where the bound takes most.
    private(set) var greatestGain: Place?
    /// Whether it has said nothing yet.
    private(set) var isSilent = true
    private var greatestLength = 0.0
    private var lowestOpen: Place?
    private var lowestOfAll: Place?
    private var columns: [(logMass: Double, lengths: Lengths)] = []
    private let range: ClosedRange<Double>

    init(couplings: ClosedRange<Double>) { range = couplings }

    /// - Parameters:
    ///   - old: excluded by the bounds that decided before.
    ///   - new: excluded by those that decide now.
    ///   - own: covered by the bound itself, whether it decides or not.
    mutating func add(_ mass: Mass, old: CouplingIntervals, new: CouplingIntervals, own: CouplingIntervals?) {
        let whole = Double.log10(range.upperBound) - Double.log10(range.lowerBound)
        let (before, after) = (length(old), length(new))
        let both = Array(old) + Array(new)
        let covered = Array(own ?? .init())
        let lengths = Lengths(
            excluded: before, open: whole - before, taken: length(.init(union: both + covered)) - before,
            opened: length(.init(union: both)) - after, band: length(.init(union: covered)),
            openBand: length(.init(union: Array(old) + covered)) - before)
        columns.append((Double.log10(mass.inMeV), lengths))
        guard let own else { return }
        isSilent = false
        guard let edge = own.first else { return }
        let place = Place(mass: mass, coupling: edge.lower)
        if edge.lower < lowestOfAll?.coupling ?? .infinity { lowestOfAll = place }
        let isOpen = !old.contains { $0.lower <= edge.lower && edge.lower < $0.upper }
        if isOpen, edge.lower < lowestOpen?.coupling ?? .infinity { lowestOpen = place }
        if lengths.taken > greatestLength {
            greatestLength = lengths.taken
            greatestGain = place
        }
    }

    /// The part that one area is of another; nil where that one is empty.
    func share(of part: KeyPath<Lengths, Double>, in whole: KeyPath<Lengths, Double>) -> Double? {
        let total = area(whole)
        // Rounding leaves some 1e-16 of a length that is none.
        return total > 1e-9 ? min(1, max(0, area(part) / total)) : nil
    }

    private func area(_ length: KeyPath<Lengths, Double>) -> Double {
        zip(columns, columns.dropFirst()).reduce(0) { sum, pair in
            let (left, right) = pair
            let mean = (left.lengths[keyPath: length] + right.lengths[keyPath: length]) / 2
            return sum + (right.logMass - left.logMass) * mean
        }
    }

    /// Of the part inside the range [dex].
    private func length(_ intervals: CouplingIntervals) -> Double {
        intervals.reduce(0) { sum, interval in
            let (lower, upper) = (max(interval.lower, range.lowerBound), min(interval.upper, range.upperBound))
            return lower < upper ? sum + Double.log10(upper) - Double.log10(lower) : sum
        }
    }
}
