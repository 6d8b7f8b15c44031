import VOTable

/// The dataPointSets of an AIDA file (AIDA 3.3, as HEPData and Rivet wrote it): one curve each, its columns called after
/// its dimensions.
struct AIDAReader {
    private let root: XMLElement
    private let file: String

    init(_ file: CurveFile) throws(FormatFault) {
        self.file = file.name
        root = try XMLElement(file.bytes)
    }

    func tables() throws(FormatFault) -> TablesOfFile {
        var found = TablesOfFile(format: .aida)
        for (index, set) in root.descendants("dataPointSet").enumerated() {
            let annotation = annotation(of: set)
            let title = [set.attributes["title"], annotation["title"]].compactMap(\.self).first { !$0.isEmpty }
            let name = set.attributes["name"] ?? "dataPointSet \(index + 1)"
            let points = set.children("dataPoint")
            guard !points.isEmpty else { continue }
            guard points.count <= FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
            guard let (columns, hasErrors) = columnsOrFault(of: set, points, annotation, name, &found) else {
                continue
            }
            let heading = Heading([title ?? "", columns.last?.name ?? ""].joined(separator: " "))
            try found.add(RawTable(name: name, columns: columns, statements: heading.statements))
            if hasErrors { found.warnings.append(.errorsLeftOut(table: name)) }
            if found.card.title == nil { found.card.title = title.map(plainWords) }
        }
        return found
    }

    /// Nil for a set that can't be read: it is then among the tables with what is wrong.
    private func columnsOrFault(
        of set: XMLElement, _ points: [XMLElement], _ annotation: [String: String], _ name: String,
        _ found: inout TablesOfFile
    ) -> (columns: [RawColumn], hasErrors: Bool)? {
        do throws(FormatFault) { return try columns(of: set, points, annotation, name) } catch {
            let fault = CurveFormatError.badFile(.aida, error, file: file)
            do throws(FormatFault) { try found.add(.unreadable(name, fault)) } catch { return nil }
            return nil
        }
    }

    /// The items of its annotation, by key in small letters.
    private func annotation(of set: XMLElement) -> [String: String] {
        let items = set.child("annotation")?.children("item") ?? []
        return items.reduce(into: [:]) { $0[$1.attributes["key"]?.lowercased() ?? ""] = $1.attributes["value"] }
    }

    private func columns(
        of set: XMLElement, _ points: [XMLElement], _ annotation: [String: String], _ name: String
    ) throws(FormatFault) -> (columns: [RawColumn], hasErrors: Bool) {
        let dimensions = set.children("dimension")
        let count = set.attributes["dimension"].flatMap { Int($0) } ?? dimensions.count
        guard (1...16).contains(count) else {
            throw .wrongValue(path: "\(name).dimension", found: String(count), expected: "2, one for each axis")
        }
        var numbers: [[Double?]] = Array(repeating: [], count: count)
        var hasErrors = false
        for (row, point) in points.enumerated() {
            let measurements = point.children("measurement")
            guard measurements.count == count else {
                throw .unequalColumns(
                    path: "\(name).dataPoint[\(row)]", found: measurements.count, expected: count)
            }
            for (axis, measurement) in measurements.enumerated() {
                let path = "\(name).dataPoint[\(row)].measurement[\(axis)]"
                guard let text = measurement.attributes["value"] else { throw .missing(path: path + ".value") }
                numbers[axis].append(try number(text, path: path))
                // The first axis has widths of bins there, the last the errors of what was measured.
                let errors = [measurement.attributes["errorPlus"], measurement.attributes["errorMinus"]]
                let isWide = errors.contains { $0.flatMap { DecimalText.number($0) }.map { $0 != 0 } ?? false }
                hasErrors = hasErrors || (isWide && axis == count - 1)
            }
        }
        let columns = numbers.enumerated().map { axis, values in
            let heading = heading(of: axis, of: dimensions, annotation)
            return RawColumn(
                name: heading.name.isEmpty ? String(axis + 1) : heading.name, unit: heading.unit, numbers: values)
        }
        return (columns, hasErrors)
    }

    private func heading(of axis: Int, of dimensions: [XMLElement], _ annotation: [String: String]) -> ColumnName {
        let own = dimensions.first { $0.attributes["dim"] == String(axis) }?.attributes
        let label = axis < 3 ? annotation[["xlabel", "ylabel", "zlabel"][axis]] : nil
        let title = [own?["title"], label].compactMap(\.self).first { !$0.isEmpty } ?? ""
        var heading = ColumnName(plainWords(title))
        if let units = own?["units"], !units.isEmpty { heading.unit = units }
        return heading
    }
}

/// A cell as text; nil where it says that there is none.
func number(_ text: String, path: String) throws(FormatFault) -> Double? {
    let (value, bound) = try limit(text, path: path)
    guard bound == nil else {
        throw .wrongValue(path: path, found: String(text.trimmed.prefix(80)), expected: "a number")
    }
    return value
}

/// A cell that may hold a limit, `<1e-3`.
func limit(_ text: String, path: String) throws(FormatFault) -> (value: Double?, bound: ExcludedSide?) {
    switch TextNumber(text) {
    case .number(let value, let bound) where value > -.infinity: return (value, bound)
    case .missing: return (nil, nil)
    default: throw .wrongValue(path: path, found: String(text.trimmed.prefix(80)), expected: "a number")
    }
}
