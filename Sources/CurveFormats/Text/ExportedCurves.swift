import ConstraintKit
import VOTable

/// The CSV that `export` writes, of one bound or of an envelope: a row for each point, with the curve and the line of it that
/// the point belongs to.
struct ExportedCurves {
    /// Of each curve, in the order of the file.
    private var curves: [(name: String, facts: [String], lines: [(number: String, rows: [CurveTable.Row])])] = []
    private let file: String

    private static let level = "confidence_level"
    private static let basis = "confidence_level_basis"
    private static let facts = ["kind", "side", "topology"]
    private static let columns = ["limit"] + facts + ["line", "mass_MeV", "coupling"]

    /// - Returns: nil where the first row is not the heading of such a file.
    init?(_ curveFile: CurveFile) throws(CurveFormatError) {
        file = curveFile.name
        let heading = curveFile.bytes.prefix(200).prefix { $0 != 0x0A }
        let names = fields(of: Substring(String(decoding: heading, as: UTF8.self)), separator: ",")
        guard Set(names).isSuperset(of: Self.columns), Set(names).count == names.count else { return nil }
        let places = (Self.columns + [Self.level, Self.basis]).map { names.firstIndex(of: $0) ?? names.count }
        var isHeading = true
        for (lineNumber, content) in try TextLines(curveFile).lines {
            guard case .row(let row) = content else { continue }
            defer { isHeading = false }
            if isHeading { continue }
            let found = fields(of: row, separator: ",")
            guard found.count == names.count else {
                throw .badText(
                    line: lineNumber, fault: .wrongFieldCount(found: found.count, expected: names.count), file: file)
            }
            let cells = places.map { $0 < found.count ? found[$0] : "" }
            let point = CurveTable.Row(
                mass: try number(cells[5], "mass_MeV", line: lineNumber),
                coupling: try number(cells[6], "coupling", line: lineNumber))
            let level = Self.level(cells[7], basis: cells[8])
            take(point, of: cells[0], facts: [cells[1], cells[2], cells[3], level], line: cells[4])
        }
    }

    /// In the words in which one column says both.
    private static func level(_ level: String, basis: String) -> String {
        switch basis {
        case "inferred": "\(level) (inferred)"
        case "not stated": basis
        default: level
        }
    }

    private func number(_ text: String, _ column: String, line: Int) throws(CurveFormatError) -> Double {
        guard let number = DecimalText.number(text[...]) else {
            throw .badText(line: line, fault: .notANumber(column: column, text: text), file: file)
        }
        return number
    }

    private mutating func take(_ point: CurveTable.Row, of name: String, facts: [String], line: String) {
        if curves.last?.name != name || curves.last?.facts != facts { curves.append((name, facts, [])) }
        let curve = curves.count - 1
        if curves[curve].lines.last?.number != line { curves[curve].lines.append((line, [])) }
        curves[curve].lines[curves[curve].lines.count - 1].rows.append(point)
    }

    /// Its curves as tables that say all of themselves.
    func tables() throws(CurveFormatError) -> TablesOfFile {
        var tables = TablesOfFile(format: .text)
        for curve in curves {
            if curve.facts[1] == "below-mass" { throw .foreign(.massLimit, file: file) }
            var statements = CurveStatements()
            statements.kind = try word(curve.facts[0], "kind", of: curve.name)
            statements.side = try word(curve.facts[1], "side", of: curve.name)
            let topology: Topology = try word(curve.facts[2], "topology", of: curve.name)
            statements.topology = topology
            let level = curve.facts[3]
            if !level.isEmpty {
                do throws(UnreadableText) {
                    statements.confidenceLevel = try TextForm.confidenceLevel.read(level)
                } catch { throw CurveFormatError(error, of: Self.level, level, in: curve.name) }
            }
            let lines = curve.lines.map(\.rows)
            do throws(FormatFault) {
                if topology == .edge {
                    statements.band = curve.name
                    for line in lines { try tables.add(Self.table(curve.name, statements, line)) }
                } else {
                    // An empty row parts the lines.
                    let rows = Array(lines.joined(separator: [CurveTable.Row()]))
                    try tables.add(Self.table(curve.name, statements, rows))
                }
            } catch { throw .badFile(.text, error, file: file) }
        }
        return tables
    }

    private func word<Word: RawRepresentable & CaseIterable & Sendable>(
        _ text: String, _ column: String, of curve: String
    ) throws(CurveFormatError) -> Word where Word.RawValue == String {
        do throws(UnreadableText) { return try TextForm<Word>.word.read(text) } catch {
            throw CurveFormatError(error, of: column, text, in: curve)
        }
    }

    private static func table(_ name: String, _ statements: CurveStatements, _ rows: [CurveTable.Row]) -> RawTable {
        var mass = RawColumn(name: "mass_MeV", unit: "MeV", axis: .mass)
        var coupling = RawColumn(name: "coupling", unit: "", axis: .coupling)
        (mass.numbers, coupling.numbers) = (rows.map(\.mass), rows.map(\.coupling))
        var table = RawTable(name: name, columns: [mass, coupling], statements: statements)
        table.isOfProfile = true
        return table
    }
}
