import ConstraintKit

/// The heading of a column: `mass_MeV`, `mass [MeV]`, `mass (MeV)`, `coupling`; marks of TeX are taken out.
struct ColumnName {
    var name: String
    var unit: String?

    init(name: String, unit: String?) { (self.name, self.unit) = (name, unit) }

    init(_ text: String) {
        self.init(plain: plainWords(text))
    }

    private init(plain text: String) {
        name = text
        for (open, close) in [("[", "]"), ("(", ")")] {
            guard text.hasSuffix(close), let start = text.lastIndex(of: Character(open)),
                start > text.startIndex, !Self.isLogarithmAlone(text[..<start])
            else { continue }
            // `observed (95% CL)` says how sure it is.
            var inner = String(text[text.index(after: start)...].dropLast())
            if inner.lowercased().hasPrefix("in ") { inner.removeFirst(3) }
            if Heading(inner).confidenceLevel != nil || Heading(inner).kind != nil { continue }
            // A remark in round brackets, `(-2σ)`, `(mean)`, is no unit.
            if open == "(", !Self.mayBeUnit(inner) { continue }
            name = String(text[..<start].trimmed)
            unit = String(inner.trimmed)
            return
        }
        // "mass in GeV", "g_in_1e-4", "coupling in units of 10^-4"
        for mark in [" in ", "_in_"].compactMap({ text.ranges(of: $0).last }) where mark.lowerBound > text.startIndex {
            let base = String(text[..<mark.lowerBound].trimmed)
            var words = text[mark.upperBound...].trimmed
            if words.hasPrefix("units of ") { words = words.dropFirst("units of ".count).trimmed }
            let isFactor =
                NumberUnit(String(words)) != nil && !NumberUnit.isNone(String(words))
                && CurveQuantity(columnName: base) != nil
            guard isFactor || MassUnit(String(words)) != nil else { continue }
            (name, unit) = (base, String(words))
            return
        }
        var bare = text[...]
        for suffix in ["/c2", "/c^2", "/c²", "/c**2"] where bare.hasSuffix(suffix) {
            bare = bare.dropLast(suffix.count)
        }
        guard let mark = bare.lastIndex(where: { $0 == "_" || $0 == "/" || $0 == " " }) else { return }
        let suffix = String(bare[bare.index(after: mark)...])
        // A quantity over its unit is a number: g′/1e-4.
        let isFactor =
            bare[mark] == "/" && NumberUnit(suffix) != nil && CurveQuantity(columnName: String(bare[..<mark])) != nil
        let isEnergy = EnergyUnit.allCases.contains { $0.rawValue.lowercased() == suffix.lowercased() }
        let isUnit = isFactor || isEnergy || MassUnit.isPower(suffix)
        guard isUnit, mark > text.startIndex else { return }
        name = String(text[..<mark].trimmed)
        unit = suffix
    }

    /// Whether a text is no more than a logarithm, of what follows in brackets.
    private static func isLogarithmAlone(_ text: Substring) -> Bool {
        HeadingLogarithm(String(text))?.argument.isEmpty == true
    }

    /// Whether a text is a unit, or was meant for one.
    private static func mayBeUnit(_ text: String) -> Bool {
        let isLogarithm = HeadingLogarithm(text) != nil
        return isLogarithm || MassUnit(text) != nil || NumberUnit(text) != nil || MassUnit.isOfAnotherKind(text)
            || MassUnit.hint(for: text) != nil
    }
}
