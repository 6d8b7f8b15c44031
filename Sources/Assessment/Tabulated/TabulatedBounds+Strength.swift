import ConstraintKit

extension TabulatedBounds {
    /// Those of some bounds that exclude a point, the strongest first, as ``PointVerdicts/excludedBy`` has them.
    /// - Parameter set: a bit for each that excludes it.
    package func strongestFirst(_ set: UInt64, mass: Mass, coupling: Coupling) -> [Int] {
        var numbers: [Int] = []
        var left = set
        while left != 0 {
            numbers.append(left.trailingZeroBitCount)
            left &= left - 1
        }
        guard numbers.count > 1 else { return numbers }
        let strengths = tabulatedStrengths(numbers, mass, coupling)
        let ordered = zip(numbers, strengths ?? exactStrengths(numbers, mass, coupling)).sorted { $0.1 > $1.1 }
        return ordered.map(\.0)
    }

    /// The factors by which a point lies beyond the limits, to the last digit.
    private func exactStrengths(_ numbers: [Int], _ mass: Mass, _ coupling: Coupling) -> [Double] {
        // Margins in dex are what verdicts are ordered by.
        numbers.map { -(bounds[$0].verdict(at: mass, coupling: coupling).marginInDex ?? -.infinity) }
    }

    /// The same from the tables; nil where one is not there, or two are so near that it can't tell which is the greater.
    private func tabulatedStrengths(_ numbers: [Int], _ mass: Mass, _ coupling: Coupling) -> [Double]? {
        guard let cell = MassCells.cell(of: mass.inMeV), let table = table(of: cell) else { return nil }
        let place = MassCells.place(of: mass.inMeV)
        var found: [(strength: Double, width: Double)] = []
        for number in numbers {
            guard
                let strength = table.view.strength(
                    of: number, cell: cell % MassCells.cellsOfBlock, place: place, coupling: coupling.value)
            else { return nil }
            let edge = bounds[number].massEdge.map { ($0.inMeV / mass.inMeV, 1e-12) }
            found.append(edge ?? strength)
        }
        withExtendedLifetime(table) {}
        for (index, one) in found.enumerated() {
            for other in found[..<index] where one.strength.isFinite || other.strength.isFinite {
                let apart = abs(one.strength - other.strength)
                guard apart > (one.width + other.width) * min(one.strength, other.strength) else { return nil }
            }
        }
        return found.map(\.strength)
    }
}

extension BlockView {
    /// How many times a coupling lies beyond the nearest edge of what a bound excludes, and how far off that may be, relative;
    /// nil where the table does not say.
    fileprivate func strength(
        of bound: Int, cell: Int, place: Double, coupling: Double
    ) -> (strength: Double, width: Double)? {
        guard let lines, let starts else { return nil }
        for number in Int(starts[cell])..<Int(starts[cell + 1]) {
            let line = lines[number]
            guard Int(line.bound) == bound, line.kind == .excluded else { continue }
            let (lower, upper) = line.edges(at: place)
            guard coupling > lower, coupling < upper, !line.isNear(coupling, lower), !line.isNear(coupling, upper)
            else {
                continue
            }
            let fromLower = lower > 0 ? coupling / lower : Double.infinity
            let fromUpper = upper < EdgeLine.noUpperEdge ? upper / coupling : Double.infinity
            return (min(fromLower, fromUpper), line.width)
        }
        return nil
    }
}
