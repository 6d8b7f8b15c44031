import ConstraintKit

/// The rows of a table as points.
extension RegionBuilder {
    /// The points of closed lines, parted by rows without a coupling.
    func pieces(_ table: CurveTable) throws(CurveFormatError) -> [[Curve.Knot]] {
        var pieces: [[Curve.Knot]] = [[]]
        for (row, point) in table.rows.enumerated() {
            guard let coupling = point.coupling else {
                if pieces[pieces.count - 1].isEmpty == false { pieces.append([]) }
                continue
            }
            guard let mass = point.mass else { throw .badRow(row: row + 1, reason: .massMissing, table: table.name) }
            pieces[pieces.count - 1].append(try knot(mass, coupling, row: row, table))
        }
        return pieces.filter { !$0.isEmpty }
    }

    /// The points of a line that has no gaps.
    func knots(_ table: CurveTable) throws(CurveFormatError) -> [Curve.Knot] {
        var knots: [Curve.Knot] = []
        for (row, point) in table.rows.enumerated() {
            guard let mass = point.mass else { throw .badRow(row: row + 1, reason: .massMissing, table: table.name) }
            guard let coupling = point.coupling else {
                throw .badRow(row: row + 1, reason: .valueMissing(column: "coupling"), table: table.name)
            }
            knots.append(try knot(mass, coupling, row: row, table))
        }
        return knots
    }

    /// Checked here, where the row's number in the file is known.
    func knot(
        _ mass: Double, _ coupling: Double, row: Int, _ table: CurveTable
    ) throws(CurveFormatError) -> Curve.Knot {
        guard mass > 0, mass.isFinite else {
            throw .curve(.notPositive("mass", value: mass, row: row), table: table.name)
        }
        guard coupling > 0, coupling.isFinite else {
            throw .curve(.notPositive("coupling", value: coupling, row: row), table: table.name)
        }
        return Curve.Knot(mass: mass, coupling: coupling)
    }
}

/// Knots in the order of their masses, and which of them are not joined to the next.
struct KnotsWithGaps {
    private(set) var knots: [Curve.Knot] = []
    private(set) var gapsAfter: Set<Int> = []
    private var isAfterGap = false

    mutating func take(_ row: CurveTable.Row) {
        guard let knot = row.knot else {
            isAfterGap = !knots.isEmpty
            return
        }
        // Equal rows count once, as in the curve itself, so that the indices of the gaps are the curve's.
        if knots.last != knot {
            if isAfterGap { gapsAfter.insert(knots.count - 1) }
            knots.append(knot)
        }
        isAfterGap = false
    }
}
