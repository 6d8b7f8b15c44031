import ConstraintKit
import VOTable

/// The native form of a document. Written and read again, every number is the same to the last bit.
public func nativeVOTable(of document: Document) -> VOTableDocument {
    let card = document.card
    var resource = Resource(name: card.title, utype: NativeProfile.limit, description: card.summary)
    resource.infos = CardField.all.flatMap { infos(of: $0, card) }
    if let url = document.fetchedFrom { resource.infos.append(Info(name: NativeProfile.addressInfo, value: url)) }
    resource.params = CardField.all.flatMap { params(of: $0, card) }
    for (name, value) in document.parameters.sorted(by: { $0.key < $1.key }) {
        resource.params.append(Param(name, number: value, utype: NativeProfile.parameter))
    }
    resource.tables = document.limits.flatMap { tables(of: $0, card) }
    for (name, table) in document.tables.sorted(by: { $0.key < $1.key }) {
        resource.tables.append(auxiliary(name, table))
    }
    return VOTableDocument(resources: [resource])
}

private func text(_ param: NativeParam, _ value: String) -> Param {
    Param(param.name, text: value, ucd: param.ucd, utype: param.utype)
}

private func number(_ param: NativeParam, _ value: Double, unit: String = "") -> Param {
    Param(param.name, number: value, unit: unit, ucd: param.ucd, utype: param.utype)
}

private func params(of field: CardField, _ card: Card) -> [Param] {
    field.parts.compactMap { part in
        guard let param = part.param else { return nil }
        return switch part.value(card) {
        case .text(let words): text(param, words)
        case .number(let value): number(param, value)
        case .null, .list, .record: nil
        }
    }
}

private func infos(of field: CardField, _ card: Card) -> [Info] {
    switch field.place {
    case .infos: card.assumptions.map { Info(name: field.itemKey, value: $0) }
    case .references: infos(of: card.references)
    case .resourceName, .description, .params, .none: []
    }
}

/// The tables of a limit: two for a band, one for any other region.
private func tables(of limit: Limit, _ card: Card) -> [Table] {
    let ofCurve = paramsOfCurve(limit, card)
    func table(_ name: String, _ side: ExcludedSide, _ topology: Topology, _ rows: [(Double, Double?)]) -> Table {
        Table(
            name: name, utype: NativeProfile.curveTable,
            params: ofCurve + [
                text(NativeProfile.excludedSide, side.rawValue), text(NativeProfile.topology, topology.rawValue),
            ],
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
            edge.params.append(text(NativeProfile.band, limit.name))
            return edge
        }
    case .belowMass(let mass, let couplings): return [massLimit(limit, ofCurve, mass, couplings)]
    }
}

/// What a curve states of the fields of the card that it has of its own.
private func paramsOfCurve(_ limit: Limit, _ card: Card) -> [Param] {
    var card = card
    (card.kind, card.confidenceLevel) = (limit.kind, limit.confidenceLevel)
    return CardField.all.flatMap { field -> [Param] in
        guard case .params(ofEachCurve: true) = field.place else { return [] }
        return params(of: field, card)
    }
}

private func massLimit(_ limit: Limit, _ ofCurve: [Param], _ mass: Mass, _ couplings: CouplingInterval) -> Table {
    var params =
        ofCurve + [
            number(NativeProfile.massLimit, mass.inMeV, unit: "MeV"),
            number(NativeProfile.couplingFloor, couplings.lower),
        ]
    if couplings.upper.isFinite { params.append(number(NativeProfile.couplingCeiling, couplings.upper)) }
    return Table(name: limit.name, utype: NativeProfile.massLimitTable, params: params)
}

private func auxiliary(_ name: String, _ table: AuxiliaryTable) -> Table {
    Table(
        name: name, utype: NativeProfile.auxiliaryTable,
        fields: table.columns.map { VOTableField(name: $0.name, unit: $0.unit) },
        columns: table.columns.map { .numbers($0.values.map(Optional.some)) })
}

private let massField = VOTableField(
    name: "mass", unit: "MeV", ucd: "phys.mass;phys.particle", utype: NativeProfile.massColumn,
    description: "Mass of the Z'")
private let couplingField = VOTableField(
    name: "coupling", unit: "", ucd: "arith.factor;stat.max", utype: NativeProfile.couplingColumn,
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
