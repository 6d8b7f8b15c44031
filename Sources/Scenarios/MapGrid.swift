import ConstraintKit
import RealModule

/// Points at equal steps of log m and log g′, both ends included.
public struct MapGrid: Sendable, Hashable {
    /// The columns, rising.
    public let masses: MassRow
    /// The rows, rising.
    public let couplings: [Coupling]

    /// - Parameters:
    ///   - massRange: [MeV]
    ///   - couplingRange: g′
    ///   - columns: number of masses.
    ///   - rows: number of couplings.
    /// - Throws: ``MapGridError`` for a range that is empty or not positive, fewer than two columns or rows, or points so near
    ///   to one another that numbers can't tell them apart.
    public init(
        massRange: ClosedRange<Double>, couplingRange: ClosedRange<Double>, columns: Int, rows: Int
    ) throws {
        guard columns >= 2, rows >= 2 else { throw MapGridError.tooFewPoints(columns: columns, rows: rows) }
        let (count, overflows) = columns.multipliedReportingOverflow(by: rows)
        guard !overflows, count <= AnswerLimits.points, max(columns, rows) <= AnswerLimits.side else {
            throw MapGridError.tooManyPoints(columns: columns, rows: rows)
        }
        masses = try MassRow(Self.points(in: massRange, count: columns, of: "mass").map { try Mass(inMeV: $0) })
        couplings = try Self.points(in: couplingRange, count: rows, of: "coupling").map { try Coupling($0) }
    }

    /// The number of points.
    public var count: Int { masses.count * couplings.count }

    /// Where a point stands in the arrays of a map: all couplings of the first mass come first.
    public func index(column: Int, row: Int) -> Int { column * couplings.count + row }

    /// So many masses at equal steps of log m, both ends included.
    /// - Parameter range: [MeV]
    /// - Throws: ``MapGridError`` where the range is empty or not positive, or the masses are fewer than two, more than
    ///   ``AnswerLimits/masses``, or not all different numbers.
    public static func masses(in range: ClosedRange<Double>, count: Int) throws -> [Mass] {
        guard (2...AnswerLimits.masses).contains(count) else { throw MapGridError.badCount(masses: count) }
        return try points(in: range, count: count, of: "mass").map { try Mass(inMeV: $0) }
    }

    private static func points(
        in range: ClosedRange<Double>, count: Int, of quantity: String
    ) throws(MapGridError) -> [Double] {
        guard range.lowerBound > 0, range.upperBound.isFinite, range.lowerBound < range.upperBound else {
            throw .badRange(quantity: quantity, lower: range.lowerBound, upper: range.upperBound)
        }
        // The ratio of ends may be no double any more.
        let ratio = range.upperBound / range.lowerBound
        let start = Double.log10(range.lowerBound)
        let decades = ratio.isFinite ? Double.log10(ratio) : Double.log10(range.upperBound) - start
        let step = decades / Double(count - 1)
        let points = (0..<count).map { index in
            switch index {
            case 0: range.lowerBound
            case count - 1: range.upperBound
            case _ where !ratio.isFinite: Double.exp10(start + step * Double(index))
            default: range.lowerBound * Double.exp10(step * Double(index))
            }
        }
        guard zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw .stepsTooSmall(quantity: quantity, lower: range.lowerBound, upper: range.upperBound, count: count)
        }
        return points
    }
}

/// Why there is no such grid.
public enum MapGridError: Error, Sendable, Hashable {
    /// Fewer than two columns or rows span no area.
    case tooFewPoints(columns: Int, rows: Int)
    /// More than ``AnswerLimits/points``, or than ``AnswerLimits/side`` in one direction.
    case tooManyPoints(columns: Int, rows: Int)
    /// A row of fewer than two masses, or of more than ``AnswerLimits/masses``.
    case badCount(masses: Int)
    /// The ends of the masses [MeV] or couplings are not positive, finite and rising.
    case badRange(quantity: String, lower: Double, upper: Double)
    /// So many points between these ends are not all different numbers.
    case stepsTooSmall(quantity: String, lower: Double, upper: Double, count: Int)
}
