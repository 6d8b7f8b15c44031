import ConstraintKit

/// What a reader found in one file, before it is known what of it is a curve.
struct TablesOfFile {
    var format: CurveFormat
    /// What the file says about itself as a whole.
    var card = CardStatements()
    var tables: [RawTable] = []
    var parameters: [String: Double] = [:]
    var warnings: [CurveWarning] = []

    init(format: CurveFormat) { self.format = format }

    /// Keeps the curves that the user named.
    mutating func choose(_ names: [String], file: String) throws(CurveFormatError) {
        guard !names.isEmpty else { return }
        for name in names where !tables.contains(where: { isCurve($0.name, called: name) }) {
            throw .unknownCurve(name, known: tables.map(\.name), file: file)
        }
        // What is wrong with a curve that nobody asked for is worth a word, and no more.
        for table in tables where !names.contains(where: { isCurve(table.name, called: $0) }) {
            guard let fault = table.columns.compactMap(\.fault).first else { continue }
            warnings.append(.faultElsewhere(table: table.name, fault))
        }
        tables.removeAll { table in !names.contains { isCurve(table.name, called: $0) } }
    }

    /// Adds a table under a name that no other has.
    mutating func add(_ table: RawTable) throws(FormatFault) {
        guard tables.count < FormatLimits.curves else { throw .tooLarge(.curves, limit: FormatLimits.curves) }
        var table = table
        table.name = table.name.replacing("\r\n", with: " ").replacing("\n", with: " ")
        // XML has no place for control characters: a name with one would not come back.
        table.name.unicodeScalars.removeAll { $0.properties.generalCategory == .control || $0.value & 0xFFFE == 0xFFFE }
        let name = table.name
        var number = 1
        while tables.contains(where: { $0.name == table.name }) {
            number += 1
            table.name = "\(name) (\(number))"
        }
        tables.append(table)
    }
}

/// Whether a curve is meant by a name: as it is kept, or as its file prints it, with marks of TeX.
func isCurve(_ own: String, called name: String) -> Bool { own == name || own == plainWords(name) }
