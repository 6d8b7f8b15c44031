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
        return filter { $0.mayExclude(point) }
    }

    /// The stems of these.
    func stems(changing point: PointVerdicts) -> [String] {
        point.standing == .excluded ? [] : all.filter { $0.mayExclude(point) }.map(\.stem)
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
    fileprivate func mayExclude(_ point: PointVerdicts) -> Bool {
        statement(at: point.mass).mayExclude(point.coupling.value)
    }

    /// Whether it could exclude couplings that an answer leaves.
    func mayCut(_ answer: AllowedCouplings) -> Bool {
        let statement = statement(at: answer.mass)
        return answer.intervals.contains { statement.mayExclude($0.couplings.lower...$0.couplings.upper) }
    }
}

/// The couplings of a map's grid that are left, mass by mass.
private struct LeftCouplings {
    private let columns: [(mass: Mass, couplings: [Double])]

    init(_ map: RegionMap) {
        let couplings = map.grid.couplings.map(\.value)
        columns = map.grid.masses.enumerated().map { column, mass in
            let first = map.grid.index(column: column, row: 0)
            let standings = map.standings[first..<first + couplings.count]
            return (mass, zip(standings, couplings).filter { $0.0 != .excluded }.map(\.1))
        }
    }

    /// The masses [MeV] at which a bound that is not in here could exclude one of them; nil where it could not.
    func masses(changedBy bound: MissingBound) -> ClosedRange<Double>? {
        var masses: ClosedRange<Double>?
        for (mass, couplings) in columns {
            let statement = bound.statement(at: mass)
            guard statement != .none, couplings.contains(where: { statement.mayExclude($0) }) else { continue }
            masses = (masses?.lowerBound ?? mass.inMeV)...mass.inMeV
        }
        return masses
    }
}

extension MissingWording {
    /// What is not in here and could exclude points of a map that are left, and at which masses.
    static func sentences(_ missing: MissingBounds, on map: RegionMap) -> [String] {
        var places: [String: ClosedRange<Double>] = [:]
        let left = LeftCouplings(map)
        for bound in missing.all { places[bound.stem] = left.masses(changedBy: bound) }
        let wording = MissingWording(missing) { bound in places[bound.stem].map { bound.statement(on: $0) } ?? .none }
        return wording.sentences { bound in
            places[bound.stem].map {
                "at m = \(NumberText.short($0.lowerBound))–\(NumberText.short($0.upperBound)) MeV"
            } ?? "in the plane"
        }
    }
}
