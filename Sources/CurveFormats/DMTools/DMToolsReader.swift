import ConstraintKit
import VOTable

/// The limits of a DMTools file, the format of the dark matter limit plotters: `<data-values>{[x y; x y]}</data-values>`.
///
/// Others evaluate the values as code; here they are read as numbers, and anything else is refused. Its x axis is a
/// particle's mass by definition, its y axis whatever `y-units` and the user say.
struct DMToolsReader {
    private let root: XMLElement

    init(_ file: CurveFile) throws(FormatFault) {
        root = try XMLElement(file.bytes)
    }

    func tables() throws(FormatFault) -> TablesOfFile {
        var found = TablesOfFile(format: .dmtools)
        let limits = root.name == "limit" ? [root] : root.descendants("limit")
        for (index, limit) in limits.enumerated() {
            let label = limit.text(of: "data-label") ?? limit.text(of: "experiment")
            let name = label.map(plainWords) ?? "limit \(index + 1)"
            guard let values = limit.text(of: "data-values") else { throw .missing(path: "\(name).data-values") }
            let scales = (
                try scale("x-rescale", of: limit, name), try scale("y-rescale", of: limit, name)
            )
            let points = try Self.points(values, path: "\(name).data-values")
            let mass = RawColumn(
                name: "x", unit: limit.text(of: "x-units"), axis: .mass,
                numbers: points.map { $0.map { $0.x * scales.0 } })
            let coupling = RawColumn(
                name: "y", unit: limit.text(of: "y-units"), axis: .coupling,
                numbers: points.map { $0.map { $0.y * scales.1 } })
            var heading = Heading([name, limit.text(of: "data-comment") ?? ""].joined(separator: " ")).statements
            if let type = limit.text(of: "result-type"), type.lowercased().hasPrefix("proj") {
                heading.kind = .projected
            }
            try found.add(RawTable(name: name, columns: [mass, coupling], statements: heading))
            if index == 0 { describe(limit, label, &found.card) }
        }
        return found
    }

    private func describe(_ limit: XMLElement, _ label: String?, _ card: inout CardStatements) {
        card.title = label.map(plainWords)
        card.summary = limit.text(of: "data-comment")
        card.references = limit.text(of: "data-reference").map { referencesNamed(in: $0) } ?? []
    }

    /// A factor for all values of an axis; 1 where there is none.
    private func scale(_ name: String, of limit: XMLElement, _ path: String) throws(FormatFault) -> Double {
        guard let text = limit.text(of: name) else { return 1 }
        guard let number = DecimalText.number(text), number.isFinite, number > 0 else {
            throw .wrongValue(path: "\(path).\(name)", found: String(text.prefix(80)), expected: "a number above zero")
        }
        return number
    }

    /// Groups in square brackets, points apart by semicolons or lines; nil between two groups, which are not joined.
    private static func points(_ text: String, path: String) throws(FormatFault) -> [(x: Double, y: Double)?] {
        var points: [(x: Double, y: Double)?] = []
        // Bytes that part points, counted before anything is split: what is split costs many times its size.
        let marks = text.utf8.count { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "[") || $0 == 0x0A }
        guard marks <= 2 * FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
        for group in text.split(whereSeparator: { "{}[]".contains($0) }) {
            let rows = group.split(whereSeparator: { $0 == ";" || $0.isNewline }).filter { !$0.trimmed.isEmpty }
            // What stands between two groups is a comma at most.
            if rows.allSatisfy({ $0.trimmed.allSatisfy { $0 == "," } }) { continue }
            if !points.isEmpty { points.append(nil) }
            for row in rows {
                let fields = row.split(whereSeparator: { $0 == "," || $0.isWhitespace })
                guard fields.count == 2, let x = DecimalText.number(fields[0]), let y = DecimalText.number(fields[1]),
                    x.isFinite, y.isFinite
                else {
                    throw .wrongValue(
                        path: "\(path)[\(points.count)]", found: String(row.trimmed.prefix(80)),
                        expected: "two numbers")
                }
                points.append((x, y))
                guard points.count <= FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
            }
        }
        return points
    }
}
