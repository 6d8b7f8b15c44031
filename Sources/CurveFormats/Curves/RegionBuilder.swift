import ConstraintKit
import NumericalMethods

/// Joins the rows of tables into limits: curves with their gaps, contours, and bands of two edges.
struct RegionBuilder {
    private(set) var limits: [Limit] = []
    private(set) var findings: [PlausibilityFinding] = []
    private(set) var warnings: [CurveWarning] = []
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
        case .closed: try addClosed(table)
        }
    }

    /// One closed line or several, each a limit of its own.
    private mutating func addClosed(_ table: CurveTable) throws(CurveFormatError) {
        let pieces = try pieces(table)
        let rings = Outline.rings(pieces)
        let dropped = table.rows.count { $0.coupling == nil }
        if dropped > 0 { warnings.append(.rowsOfOthersLeftOut(table: table.name, rows: dropped)) }
        if rings.count > 1 { warnings.append(.regionsParted(table: table.name, count: rings.count)) }
        var contours: [Contour] = []
        for (index, points) in rings.enumerated() {
            findings += plausibilityFindings(points, gapsAfter: [], table: table.name)
            let contour = try rethrowing(table) { () throws(CurveError) in try Contour(points) }
            if MassPath(points).isOpenLine(table.uncertainty) { findings.append(.neverTurnsBack(table: table.name)) }
            noteCrossing(of: contour, table)
            contours.append(contour)
            var part = table
            if index > 0 { part.name = "\(table.name) (\(index + 1))" }
            append(part, table.side == .inside ? .inside(contour) : .outside(contour))
        }
        switch Outline.nesting(contours) {
        case .found(let point):
            findings.append(.ringWithinRing(mass: point.mass, coupling: point.coupling, table: table.name))
        case .unknown: warnings.append(.crossingsUnchecked(table: table.name))
        case .none: break
        }
    }

    private mutating func noteCrossing(of contour: Contour, _ table: CurveTable) {
        switch Outline.check(contour.points) {
        case .crosses(let mass, let coupling):
            findings.append(.crossesItself(mass: mass, coupling: coupling, table: table.name))
        case .unknown: warnings.append(.crossingsUnchecked(table: table.name))
        case .simple: break
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
        let name = table.band ?? table.name
        if first.curve.knots == curve.knots { findings.append(.edgesAlike(table: name)) }
        let ranges = [first.curve, curve].map { ($0.knots[0].mass, $0.knots[$0.knots.count - 1].mass) }
        if ranges[0].0 > ranges[1].1 || ranges[1].0 > ranges[0].1 { findings.append(.edgesApart(table: name)) }
        noteCrossing(of: band.contour, table)
        let limit = Limit(
            name: table.band ?? first.table.name, kind: first.table.kind,
            confidenceLevel: first.table.confidenceLevel, region: .between(band))
        limits.insert(limit, at: first.position)
        for edge in openEdges.indices where openEdges[edge].position >= first.position {
            openEdges[edge].position += 1
        }
    }

    private mutating func curve(_ table: CurveTable, allowsGaps: Bool) throws(CurveFormatError) -> Curve {
        if !allowsGaps {
            let knots = try knots(table)
            return try rethrowing(table) { () throws(CurveError) in try Curve(knots: knots) }
        }
        for (row, point) in table.rows.enumerated() {
            guard let coupling = point.coupling else { continue }
            guard let mass = point.mass else { throw .badRow(row: row + 1, reason: .massMissing, table: table.name) }
            _ = try knot(mass, coupling, row: row, table)
        }
        let path = MassPath(table.rows.compactMap(\.knot))
        guard path.shape == .monotone else { return try reordered(table, path) }
        var builder = KnotsWithGaps()
        for row in path.falls ? table.rows.reversed() : table.rows { builder.take(row) }
        try refuseSawtooth(path, table)
        let (knots, gaps) = (builder.knots, builder.gapsAfter)
        let curve = try rethrowing(table) { () throws(CurveError) in try Curve(knots: knots, gapsAfter: gaps) }
        let steps = MassPath(curve.knots).steps
        if !steps.isEmpty { warnings.append(.verticalSteps(table: table.name, masses: steps)) }
        return curve
    }

    /// Two branches in turn are no steps of one.
    private func refuseSawtooth(_ path: MassPath, _ table: CurveTable) throws(CurveFormatError) {
        guard let mass = path.sawtoothMass else { return }
        let couplings = path.points.filter { $0.mass == mass }.map(\.coupling)
        throw .curve(
            .twoCouplingsAtOneMass(mass: mass, couplings[0], couplings[couplings.count - 1]), table: table.name)
    }

    /// Points in any order: sorted, where that makes a line of them.
    private mutating func reordered(_ table: CurveTable, _ path: MassPath) throws(CurveFormatError) -> Curve {
        let sorted = path.sorted
        if path.closes, case .turnsOnce(let mass) = path.shape { throw .turnsBack(mass: mass, table: table.name) }
        if path.zigzag > path.tolerance(table.uncertainty) {
            if case .turnsOnce(let mass) = path.shape { throw .turnsBack(mass: mass, table: table.name) }
            throw .zigzag(decades: path.zigzag, table: table.name)
        }
        if let scatter = path.scatter, scatter > path.tolerance(table.uncertainty) {
            throw .zigzag(decades: scatter, table: table.name)
        }
        let inOrder = MassPath(sorted)
        try refuseSawtooth(inOrder, table)
        let steps = inOrder.steps
        if !steps.isEmpty { warnings.append(.verticalSteps(table: table.name, masses: steps)) }
        warnings.append(.reordered(table: table.name, points: path.misplacedPoints))
        var gapMasses: [Double] = []
        var massBefore: Double?
        var isAfterEmptyRow = false
        for row in table.rows {
            if row.mass == nil { isAfterEmptyRow = true }
            guard let mass = row.mass else { continue }
            if row.coupling == nil { gapMasses.append(mass) }
            // An empty row parts its neighbours: the gap begins at the lower of them.
            if isAfterEmptyRow, let massBefore { gapMasses.append(min(massBefore, mass)) }
            (massBefore, isAfterEmptyRow) = (mass, false)
        }
        // Equal rows count once, as in the curve itself, so that the indices of the gaps are the curve's.
        var knots: [Curve.Knot] = []
        for knot in sorted where knot != knots.last { knots.append(knot) }
        let masses = knots.map(\.mass)
        let gaps = gapMasses.compactMap { masses.lastIndex(notAbove: $0) }
            .filter { masses.indices.dropLast().contains($0) }
        return try rethrowing(table) { () throws(CurveError) in try Curve(knots: sorted, gapsAfter: Set(gaps)) }
    }

    private func rethrowing<Value>(
        _ table: CurveTable, _ body: () throws(CurveError) -> Value
    ) throws(CurveFormatError) -> Value {
        do throws(CurveError) { return try body() } catch { throw .curve(error, table: table.name) }
    }
}
