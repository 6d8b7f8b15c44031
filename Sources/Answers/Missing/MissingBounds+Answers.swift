import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents

// Which of the bounds that are not in here could change an answer.

extension MissingBounds {
    /// Those that could exclude a point; none where it is excluded already.
    func changing(_ point: PointVerdicts) -> MissingBounds {
        guard point.standing != .excluded else { return .none }
        return filter { $0.statement(at: point.mass).mayExclude(point.coupling.value) }
    }

    /// Those that could cut what is allowed at a mass.
    func changing(_ answer: AllowedCouplings) -> MissingBounds {
        filter { $0.mayCut(answer) }
    }

    /// Those that reach into the plane of a map.
    func within(_ map: RegionMap) -> MissingBounds {
        guard let first = map.grid.masses.first, let last = map.grid.masses.last, let lowest = map.grid.couplings.first,
            let highest = map.grid.couplings.last
        else { return .none }
        return filter {
            $0.overlaps(masses: first.inMeV...last.inMeV, couplings: lowest.value...highest.value)
        }
    }
}

extension MissingBound {
    /// Whether it could exclude couplings that an answer leaves.
    func mayCut(_ answer: AllowedCouplings) -> Bool {
        let statement = statement(at: answer.mass)
        return answer.intervals.contains { statement.mayExclude($0.couplings.lower...$0.couplings.upper) }
    }
}

extension RegionMap {
    /// The masses [MeV] at which a bound that is not in here could exclude a point that is left; nil where it could not.
    func masses(changedBy bound: MissingBound) -> ClosedRange<Double>? {
        var masses: ClosedRange<Double>?
        for (column, mass) in grid.masses.enumerated() {
            let statement = bound.statement(at: mass)
            let isLeft = grid.couplings.indices.contains { row in
                standings[grid.index(column: column, row: row)] != .excluded
                    && statement.mayExclude(grid.couplings[row].value)
            }
            guard isLeft else { continue }
            masses = (masses?.lowerBound ?? mass.inMeV)...mass.inMeV
        }
        return masses
    }
}

extension MissingWording {
    /// What is not in here and could exclude points of a map that are left, and at which masses.
    static func sentences(_ missing: MissingBounds, on map: RegionMap) -> [String] {
        var places: [String: ClosedRange<Double>] = [:]
        for bound in missing.all { places[bound.stem] = map.masses(changedBy: bound) }
        let wording = MissingWording(missing) { bound in places[bound.stem].map { bound.statement(on: $0) } ?? .none }
        return wording.sentences { bound in
            places[bound.stem].map {
                "at m = \(NumberText.short($0.lowerBound))–\(NumberText.short($0.upperBound)) MeV"
            } ?? "in the plane"
        }
    }
}
