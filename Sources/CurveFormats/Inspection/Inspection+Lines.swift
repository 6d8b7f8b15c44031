import ConstraintKit

extension Inspection {
    /// What the file holds, in plain words, a line for each fact.
    public var lines: [String] { lines(error: \.explanation, missing: \.explanation) }

    /// The same, in words of the caller's own for what is wrong: it may know what to do about it.
    public func lines(
        error words: (CurveFormatError) -> String, missing wordsOfMissing: (MissingItem) -> String
    ) -> [String] {
        let wrapped = wrapping.isEmpty ? "" : ", in " + wrapping.reversed().joined(separator: ", in ")
        var lines = ["format: \(foreign?.rawValue ?? format.rawValue)\(wrapped)"]
        if let document { lines += Self.lines(of: document) }
        for curve in curves { lines.append(Self.line(of: curve)) }
        if let error { lines.append("not usable: \(words(error))") }
        for item in missing { lines.append("missing: \(wordsOfMissing(item))") }
        for warning in warnings { lines.append("note: \(warning.explanation)") }
        if error == nil, curves.isEmpty { lines.append("not usable as a curve: there is none") }
        return lines
    }

    private static func lines(of document: Document) -> [String] {
        let card = document.card
        var lines = ["stem: \(card.stem)", "title: \(card.title)"]
        for field in CardField.all {
            for line in field.lines(card) where !line.isEmpty { lines.append("\(field.label): \(line)") }
        }
        for (name, table) in document.tables.sorted(by: { $0.key < $1.key }) {
            let rows = table.columns.first?.values.count ?? 0
            lines.append("table \(name): \(table.columns.map(\.name).joined(separator: ", ")), \(rows) rows")
        }
        for (name, value) in document.parameters.sorted(by: { $0.key < $1.key }) {
            lines.append("parameter \(name): \(value)")
        }
        return lines
    }

    private static func line(of curve: CurveSummary) -> String {
        var parts = ["\(curve.kind.rawValue), \(curve.shape.rawValue)", curve.confidenceLevel.wordsOfCurve]
        if curve.points > 0 { parts.append(curve.points == 1 ? "1 point" : "\(curve.points) points") }
        if curve.gaps > 0 { parts.append(curve.gaps == 1 ? "1 gap" : "\(curve.gaps) gaps") }
        if let masses = curve.masses { parts.append("mass \(masses.lowerBound)–\(masses.upperBound) MeV") }
        if let couplings = curve.couplings { parts.append("g′ \(couplings.lowerBound)–\(couplings.upperBound)") }
        return "curve \(curve.name): \(parts.joined(separator: ", "))"
    }
}
