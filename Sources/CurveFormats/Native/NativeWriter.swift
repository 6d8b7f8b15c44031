import ConstraintKit
import VOTable

/// The native form of a document. Written and read again, every number is the same to the last bit.
public func nativeVOTable(of document: Document) -> VOTableDocument {
    let card = document.card
    var resource = Resource(name: card.title, utype: Profile.limit, description: card.summary)
    resource.infos = infos(of: card.references) + card.assumptions.map { Info(name: "assumption", value: $0) }
    if let source = document.source { resource.infos.append(Info(name: Profile.sourceInfo, value: source)) }
    resource.params = params(of: card)
    for (name, value) in document.parameters.sorted(by: { $0.key < $1.key }) {
        resource.params.append(Param(name, number: value, utype: Profile.parameter))
    }
    resource.tables = document.limits.flatMap(tables)
    for (name, table) in document.tables.sorted(by: { $0.key < $1.key }) {
        resource.tables.append(auxiliary(name, table))
    }
    return VOTableDocument(resources: [resource])
}

private func text(_ name: Profile.Name, _ value: String?) -> [Param] {
    value.map { [Param(name.rawValue, text: $0, utype: name.utype)] } ?? []
}

private func number(_ name: Profile.Name, _ value: Double, unit: String = "", ucd: String? = nil) -> Param {
    Param(name.rawValue, number: value, unit: unit, ucd: ucd, utype: name.utype)
}

private func params(of card: Card) -> [Param] {
    text(.stem, card.stem) + params(of: card.kind, card.confidenceLevel) + text(.statistic, card.statistic)
        + text(.kineticMixing, card.kineticMixing.text) + text(.method, card.method.rawValue)
        + text(.methodNote, card.methodNote) + text(.status, card.status.rawValue)
}

private func params(of kind: Kind, _ level: ConfidenceLevel) -> [Param] {
    let basis =
        switch level {
        case .stated: "stated"
        case .inferred: "inferred"
        case .notStated: "not stated"
        }
    let name = Profile.Name.kind
    let kind = Param(name.rawValue, text: kind.rawValue, ucd: "meta.code.class", utype: name.utype)
    let fraction = level.fraction.map { [number(.confidenceLevel, $0, ucd: "stat.confidenceLevel")] } ?? []
    return [kind] + fraction + text(.confidenceLevelBasis, basis)
}

/// The tables of a limit: two for a band, one for any other region.
private func tables(of limit: Limit) -> [Table] {
    func table(_ name: String, _ side: ExcludedSide, _ topology: Topology, _ rows: [(Double, Double?)]) -> Table {
        Table(
            name: name, utype: Profile.curveTable,
            params: params(of: limit.kind, limit.confidenceLevel) + text(.excludedSide, side.rawValue)
                + text(.topology, topology.rawValue),
            fields: [massField, couplingField],
            columns: [.numbers(rows.map(\.0)), .numbers(rows.map(\.1))])
    }
    switch limit.region {
    case .above(let curve): return [table(limit.name, .above, .open, curve.rows)]
    case .below(let curve): return [table(limit.name, .below, .open, curve.rows)]
    case .inside(let contour): return [table(limit.name, .inside, .closed, contour.rows)]
    case .outside(let contour): return [table(limit.name, .outside, .closed, contour.rows)]
    case .between(let band):
        return band.edges.enumerated().map { index, curve in
            var edge = table("\(limit.name)_edge_\(index + 1)", .inside, .edge, curve.rows)
            edge.params += text(.band, limit.name)
            return edge
        }
    case .belowMass(let mass, let couplings): return [massLimit(limit, mass, couplings)]
    }
}

private func massLimit(_ limit: Limit, _ mass: Mass, _ couplings: CouplingInterval) -> Table {
    var params = params(of: limit.kind, limit.confidenceLevel)
    params.append(number(.massLimit, mass.inMeV, unit: "MeV", ucd: "phys.mass;phys.particle"))
    params.append(number(.couplingFloor, couplings.lower))
    if couplings.upper.isFinite { params.append(number(.couplingCeiling, couplings.upper)) }
    return Table(name: limit.name, utype: Profile.massLimitTable, params: params)
}

private func auxiliary(_ name: String, _ table: AuxiliaryTable) -> Table {
    Table(
        name: name, utype: Profile.auxiliaryTable,
        fields: table.columns.map { Field(name: $0.name, unit: $0.unit) },
        columns: table.columns.map { .numbers($0.values.map(Optional.some)) })
}

private let massField = Field(
    name: "mass", unit: "MeV", ucd: "phys.mass;phys.particle", utype: Profile.massColumn,
    description: "Mass of the Z'")
private let couplingField = Field(
    name: "coupling", unit: "", ucd: "arith.factor;stat.max", utype: Profile.couplingColumn,
    description: "Coupling g' (dimensionless)")

extension Curve {
    /// The knots, with a row of null coupling between those that are not joined.
    fileprivate var rows: [(Double, Double?)] {
        knots.indices.flatMap { index -> [(Double, Double?)] in
            let knot = knots[index]
            guard gapsAfter.contains(index), index + 1 < knots.count else { return [(knot.mass, knot.coupling)] }
            // Between neighbouring numbers there is no third; the gap then begins at the lower knot itself.
            let next = knots[index + 1].mass
            let middle = knot.mass + (next - knot.mass) / 2
            return [(knot.mass, knot.coupling), (middle < next ? middle : knot.mass, nil)]
        }
    }
}

extension Contour {
    /// The corners, the first of them again at the end, so that any reader sees a closed line.
    fileprivate var rows: [(Double, Double?)] {
        (points + points.prefix(1)).map { ($0.mass, $0.coupling) }
    }
}
