import ConstraintKit

extension Inspection {
    /// What the file holds, in plain words, a line for each fact.
    public var lines: [String] {
        var lines = ["format: \(format.rawValue)"]
        if let document { lines += Self.lines(of: document) }
        for curve in curves { lines.append(Self.line(of: curve)) }
        if let error { lines.append("not usable: \(error.explanation)") }
        for item in missing { lines.append("missing: \(item.explanation)") }
        for warning in warnings { lines.append("note: \(warning.explanation)") }
        if error == nil, curves.isEmpty { lines.append("not usable as a curve: there is none") }
        return lines
    }

    private static func lines(of document: Document) -> [String] {
        let card = document.card
        var lines = ["stem: \(card.stem)", "title: \(card.title)"]
        lines.append("kind: \(card.kind.rawValue), \(card.confidenceLevel.words)")
        lines.append("kinetic mixing: \(card.kineticMixing.text)")
        lines.append("method: \(card.method.rawValue)" + (card.methodNote.map { "; \($0)" } ?? ""))
        for reference in card.references {
            let parts = [reference.texkey, reference.arxiv.map { "arXiv:\($0)" }, reference.doi.map { "doi:\($0)" }]
            let words = parts.compactMap(\.self) + (reference.citation.isEmpty ? [] : [reference.citation])
            lines.append("reference: \(words.joined(separator: ", "))")
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
        var parts = ["\(curve.kind.rawValue), \(curve.shape.rawValue)", curve.confidenceLevel.words]
        if curve.points > 0 { parts.append(curve.points == 1 ? "1 point" : "\(curve.points) points") }
        if curve.gaps > 0 { parts.append(curve.gaps == 1 ? "1 gap" : "\(curve.gaps) gaps") }
        if let masses = curve.masses { parts.append("mass \(masses.lowerBound)–\(masses.upperBound) MeV") }
        if let couplings = curve.couplings { parts.append("g′ \(couplings.lowerBound)–\(couplings.upperBound)") }
        return "curve \(curve.name): \(parts.joined(separator: ", "))"
    }
}

extension ConfidenceLevel {
    /// `90 % CL`, `90 % CL (inferred)`, or that none is stated.
    var words: String {
        guard let fraction else { return "confidence level not stated" }
        let percent = shiftingDecimalPoint(of: fraction, by: 2)
        let number = percent == percent.rounded() ? String(Int(percent)) : String(percent)
        if case .inferred = self { return "\(number) % CL (inferred)" }
        return "\(number) % CL"
    }
}
