import Documents

// What is typeset: LaTeX, BibTeX, gnuplot.

extension Escapers {
    private static let commands: Set<String> = [
        "textbackslash", "textbraceleft", "textbraceright", "textasciicircum", "textasciitilde", "textsuperscript",
        "textsubscript", "pm", "mp", "bar", "times", "to", "approx", "le", "ge", "infty", "dagger", "ddagger", "S",
        "alpha", "beta",
        "gamma", "delta", "epsilon", "eta", "theta", "kappa", "lambda", "mu", "nu", "pi", "rho", "sigma", "tau", "phi",
        "chi", "psi", "omega", "Gamma", "Delta", "Sigma", "Phi", "Omega",
    ]

    /// Commands of ours alone, groups and formulas that close, no argument of what stands before.
    static func latex(_ escaped: String) -> Bool {
        var rest = scalars(escaped)[...]
        let start = rest.drop { $0 == " " }.first
        var (depth, isFormula) = (0, false)
        while let first = rest.popFirst() {
            switch first {
            case "\\":
                let name = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
                if name.isEmpty {
                    guard let sign = rest.popFirst(), "$&#%_".unicodeScalars.contains(sign) else { return false }
                } else {
                    guard commands.contains(String(String.UnicodeScalarView(name))) else { return false }
                    rest = rest.dropFirst(name.count)
                }
            case "$": isFormula.toggle()
            case "{": depth += 1
            case "}": depth -= 1
            case "&", "#", "%", "_", "~": return false
            case "^": guard isFormula else { return false }
            default: break
            }
            guard depth >= 0 else { return false }
        }
        return depth == 0 && !isFormula && start != "[" && start != "*"
    }

    /// Values whose braces close at their ends, and no entry in a remark.
    static func bibTeX(_ text: String) -> Bool {
        let remark = BibTeXText.remark(text).unicodeScalars
        return [BibTeXText.value(text), BibTeXText.identifier(text)].allSatisfy { value in
            var depth = 0
            let depths = value.unicodeScalars.map { scalar in
                depth += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
                return depth
            }
            return depths.last == 0 && depths.dropLast().allSatisfy { $0 > 0 }
        } && !remark.contains("@") && remark.firstIndex(of: "\n") == remark.indices.last
    }

    /// Quotes around it and none inside, and every mark of the enhanced mode escaped but those of a subscript.
    static func gnuplot(_ quoted: String, hasGroups: Bool) -> Bool {
        guard quoted.utf8.count >= 2, quoted.utf8.first == 0x27, quoted.utf8.last == 0x27 else { return false }
        let scalars = Array(quoted.unicodeScalars)
        // What no text of XML may hold, parted by an empty group.
        let endings = scalars.indices.filter { scalars[$0...].starts(with: "]]{}>".unicodeScalars) }
        guard !scalars.indices.contains(where: { scalars[$0...].starts(with: "]]>".unicodeScalars) }) else {
            return false
        }
        var isEscaped = false
        let marks = (hasGroups ? "^@&~" : "{}^_@&~").unicodeScalars
        return scalars.indices.dropFirst().dropLast().allSatisfy { index in
            let scalar = scalars[index]
            defer { isEscaped = scalar == "\\" && !isEscaped }
            let isGroup = endings.contains { (2...3).contains(index - $0) }
            return scalar != "'" && PlainText.isShown(scalar) && (isEscaped || isGroup || !marks.contains(scalar))
        }
    }
}
