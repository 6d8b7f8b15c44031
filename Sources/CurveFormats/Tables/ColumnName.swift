import ConstraintKit

/// The heading of a column: `mass_MeV`, `mass [MeV]`, `mass (MeV)`, `coupling`.
struct ColumnName {
    var name: String
    var unit: String?

    init(_ text: String) {
        name = text
        for (open, close) in [("[", "]"), ("(", ")")] {
            guard text.hasSuffix(close), let start = text.lastIndex(of: Character(open)),
                start > text.startIndex, !text.lowercased().hasPrefix("log10(")
            else { continue }
            name = String(text[..<start].trimmed)
            unit = String(text[text.index(after: start)...].dropLast().trimmed)
            return
        }
        if let mark = text.ranges(of: " in ").last, mark.lowerBound > text.startIndex {
            let words = text[mark.upperBound...].trimmed
            if MassUnit(String(words)) != nil {
                (name, unit) = (String(text[..<mark.lowerBound].trimmed), String(words))
                return
            }
        }
        guard let mark = text.lastIndex(where: { $0 == "_" || $0 == "/" || $0 == " " }) else { return }
        let suffix = String(text[text.index(after: mark)...])
        let isUnit = EnergyUnit.allCases.contains { $0.rawValue.lowercased() == suffix.lowercased() }
        guard isUnit, mark > text.startIndex else { return }
        name = String(text[..<mark].trimmed)
        unit = suffix
    }
}
