import ConstraintKit
import NumericalMethods

/// Joins the rows of tables into limits: curves with their gaps, contours, and bands of two edges.
struct RegionBuilder {
    private(set) var limits: [Limit] = []
    private(set) var findings: [PlausibilityFinding] = []
    private var openEdges: [(table: CurveTable, curve: Curve, position: Int)] = []

    mutating func add(_ table: CurveTable) throws(CurveFormatError) {
        let isOpen = table.topology == .open
        guard table.topology.fits(table.side) else {
            throw .sideDoesNotFit(side: table.side, topology: table.topology, table: table.name)
        }
        if let level = table.confidenceLevel.fraction, level < 0.1 {
            findings.append(.lowConfidenceLevel(value: level, table: table.name))
        }
        switch table.topology {
        case .open, .edge:
            let curve = try curve(table, allowsGaps: isOpen)
            findings += plausibilityFindings(curve.knots, gapsAfter: curve.gapsAfter, table: table.name)
            guard isOpen else { return try addEdge(table, curve) }
            append(table, table.side == .above ? .above(curve) : .below(curve))
        case .closed:
            let points = try knots(table)
            findings += plausibilityFindings(points, gapsAfter: [], table: table.name)
            let contour = try rethrowing(table) { () throws(CurveError) in try Contour(points) }
            append(table, table.side == .inside ? .inside(contour) : .outside(contour))
        }
    }

    /// A limit that needs no points.
    mutating func add(_ limit: Limit) { limits.append(limit) }

    /// To be called after the last table.
    func finish() throws(CurveFormatError) -> [Limit] {
        if let edge = openEdges.first { throw .edgesUnpaired(band: edge.table.band ?? edge.table.name, found: 1) }
        return limits
    }

    private mutating func append(_ table: CurveTable, _ region: Region) {
        limits.append(
            Limit(name: table.name, kind: table.kind, confidenceLevel: table.confidenceLevel, region: region))
    }

    /// The second edge of a band closes it; the band stands where its first edge stood.
    private mutating func addEdge(_ table: CurveTable, _ curve: Curve) throws(CurveFormatError) {
        guard let index = openEdges.firstIndex(where: { $0.table.band == table.band }) else {
            openEdges.append((table, curve, limits.count))
            return
        }
        let first = openEdges.remove(at: index)
        let band = try rethrowing(table) { () throws(CurveError) in try Band(first.curve, curve) }
        let limit = Limit(
            name: table.band ?? first.table.name, kind: first.table.kind,
            confidenceLevel: first.table.confidenceLevel, region: .between(band))
        limits.insert(limit, at: first.position)
        for edge in openEdges.indices where openEdges[edge].position >= first.position {
            openEdges[edge].position += 1
        }
    }

    private func curve(_ table: CurveTable, allowsGaps: Bool) throws(CurveFormatError) -> Curve {
        if !allowsGaps {
            let knots = try knots(table)
            return try rethrowing(table) { () throws(CurveError) in try Curve(knots: knots) }
        }
        var knots: [Curve.Knot] = []
        var gapMasses: [Double] = []
        var massBefore: Double?
        var isAfterEmptyRow = false
        for (row, point) in table.rows.enumerated() {
            switch (point.mass, point.coupling) {
            case (let mass?, let coupling?): knots.append(try knot(mass, coupling, row: row, table))
            case (let mass?, nil): gapMasses.append(mass)
            case (nil, nil): isAfterEmptyRow = true
            case (nil, _?): throw .badRow(row: row + 1, reason: .massMissing, table: table.name)
            }
            guard let mass = point.mass else { continue }
            // An empty row parts its neighbours: the gap begins at the lower of them.
            if isAfterEmptyRow, let massBefore { gapMasses.append(min(massBefore, mass)) }
            (massBefore, isAfterEmptyRow) = (mass, false)
        }
        // Equal rows count once, as in the curve itself, so that the indices of the gaps are the curve's.
        var masses: [Double] = []
        for mass in knots.map(\.mass).sorted() where mass != masses.last { masses.append(mass) }
        let gaps = gapMasses.compactMap { masses.lastIndex(notAbove: $0) }
            .filter { masses.indices.dropLast().contains($0) }
        return try rethrowing(table) { () throws(CurveError) in try Curve(knots: knots, gapsAfter: Set(gaps)) }
    }

    /// The points of a line that has no gaps.
    private func knots(_ table: CurveTable) throws(CurveFormatError) -> [Curve.Knot] {
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
    private func knot(
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

    private func rethrowing<Value>(
        _ table: CurveTable, _ body: () throws(CurveError) -> Value
    ) throws(CurveFormatError) -> Value {
        do throws(CurveError) { return try body() } catch { throw .curve(error, table: table.name) }
    }
}
