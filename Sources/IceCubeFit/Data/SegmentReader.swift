import VOTable

/// The columns of a table of segments, by name and by the end of their utype.
enum SegmentColumn: String {
    case lowerEdge = "E_low"
    case upperEdge = "E_high"
    case flux = "E2Phi"
    case errorMinus = "E2Phi_err_minus"
    case errorPlus = "E2Phi_err_plus"
    case upperLimit = "upper_limit"
    case used

    /// Spelt out: to have the program tell the name of a case took longer than the rest of a data set.
    private var utype: String {
        let name =
            switch self {
            case .lowerEdge: "lowerEdge"
            case .upperEdge: "upperEdge"
            case .flux: "flux"
            case .errorMinus: "errorMinus"
            case .errorPlus: "errorPlus"
            case .upperLimit: "upperLimit"
            case .used: "used"
            }
        return "spectrum:Segment." + name
    }

    /// Where a table has the column; a utype counts more than a name.
    func index(in table: Table) -> Int? {
        let utype = utype
        return table.fields.firstIndex { $0.utype == utype } ?? table.fields.firstIndex { $0.name == rawValue }
    }
}

/// Turns the rows of a table into segments in GeV and GeV cm⁻² s⁻¹ sr⁻¹.
struct SegmentReader {
    let table: Table
    let stem: String

    init(_ table: Table, stem: String) {
        self.table = table
        self.stem = stem
    }

    func segments() throws(DataSetError) -> [Segment] {
        // Before any column is copied: a hostile table may be long.
        guard table.rowCount <= DataSet.maximumSegments else {
            throw .tooManySegments(stem: stem, count: table.rowCount, maximum: DataSet.maximumSegments)
        }
        let lowerEdges = try numbers(.lowerEdge, \.isEnergy)
        let upperEdges = try numbers(.upperEdge, \.isEnergy)
        let measurements = try measurements()
        let used = try usedByDefault()
        var segments: [Segment] = []
        for row in 0..<table.rowCount {
            do {
                segments.append(
                    try Segment(
                        lowerEdge: lowerEdges[row] ?? .nan, upperEdge: upperEdges[row] ?? .nan,
                        measurement: measurements[row], isUsedByDefault: used[row]))
            } catch { throw .unusableSegment(stem: stem, row: row + 1, reason: error) }
        }
        return segments
    }

    private func measurements() throws(DataSetError) -> [Segment.Measurement] {
        let fluxes = try numbers(.flux, \.isEnergyFlux)
        let minus = try numbers(.errorMinus, \.isEnergyFlux)
        let plus = try numbers(.errorPlus, \.isEnergyFlux)
        let limits =
            SegmentColumn.upperLimit.index(in: table) == nil
            ? [Double?](repeating: nil, count: fluxes.count) : try numbers(.upperLimit, \.isEnergyFlux)
        var measurements: [Segment.Measurement] = []
        for row in fluxes.indices {
            switch (fluxes[row], limits[row]) {
            case (let flux?, nil):
                guard let minus = minus[row], let plus = plus[row] else {
                    throw .errorMissing(stem: stem, row: row + 1)
                }
                measurements.append(.flux(flux, minus: minus, plus: plus))
            case (nil, let limit?): measurements.append(.upperLimit(limit))
            default: throw .ambiguousMeasurement(stem: stem, row: row + 1)
            }
        }
        return measurements
    }

    private func usedByDefault() throws(DataSetError) -> [Bool] {
        guard let index = SegmentColumn.used.index(in: table) else {
            return [Bool](repeating: true, count: table.rowCount)
        }
        guard index < table.columns.count, case .truths(let values) = table.columns[index] else {
            throw .columnNotBoolean(stem: stem, name: table.fields[index].name)
        }
        return values.map { $0 ?? false }
    }

    /// A column in the units of this module; as many numbers as there are rows.
    private func numbers(
        _ column: SegmentColumn, _ hasDimension: (PhysicalUnit) -> Bool
    ) throws(DataSetError) -> [Double?] {
        guard let index = column.index(in: table), index < table.columns.count else {
            throw .columnMissing(stem: stem, name: column.rawValue)
        }
        let field = table.fields[index]
        guard let values = table.columns[index].numbers, values.count == table.rowCount else {
            throw .columnNotNumeric(stem: stem, name: field.name)
        }
        guard let unit = PhysicalUnit(field.unit ?? ""), hasDimension(unit) else {
            throw .unknownUnit(stem: stem, column: field.name, unit: field.unit ?? "")
        }
        return values.map { $0.map { $0 * unit.scale } }
    }
}
