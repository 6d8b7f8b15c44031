/// Text within a LaTeX document.
package enum LaTeXText {
    /// Shown as it is, by any engine: special characters escaped, the physicist's Unicode turned into commands.
    ///
    /// At its beginning a star or a bracket would belong to the command before it: `\\` and `\toprule` take both.
    package static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in PlainText.clean(text).unicodeScalars {
            let isAtStart = result.unicodeScalars.allSatisfy { $0 == " " }
            // Signs that a font joins into another: -- is a dash, '' a quotation mark, ?` a mark turned over.
            if scalar == previous && joining.contains(scalar) || scalar == "`" && (previous == "?" || previous == "!") {
                result += "{}"
            }
            switch scalar {
            case "[", "*": result += isAtStart ? "{\(scalar)}" : String(scalar)
            case _:
                if let command = commands[scalar] { result += command } else { result.unicodeScalars.append(scalar) }
            }
            previous = scalar
        }
        return result
    }

    private static let joining: Set<Unicode.Scalar> = ["-", "'", "`", ","]

    private static let commands: [Unicode.Scalar: String] = [
        // What LaTeX reads as a command. Braces are spelt out: BibTeX counts them even behind a backslash.
        "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "$": "\\$", "&": "\\&",
        "#": "\\#", "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "$<$",
        ">": "$>$", "\"": "''", "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---",
        // Signs.
        "−": "$-$", "±": "$\\pm$", "×": "$\\times$", "→": "$\\to$", "≈": "$\\approx$", "≤": "$\\le$", "≥": "$\\ge$",
        "∞": "$\\infty$", "′": "$'$", "″": "$''$", "†": "$^\\dagger$", "‡": "$^\\ddagger$", "§": "$^\\S$",
        "⁺": "\\textsuperscript{+}", "⁻": "\\textsuperscript{$-$}", "⁰": "\\textsuperscript{0}",
        "¹": "\\textsuperscript{1}", "²": "\\textsuperscript{2}", "³": "\\textsuperscript{3}",
        "⁴": "\\textsuperscript{4}", "⁵": "\\textsuperscript{5}", "⁶": "\\textsuperscript{6}",
        "⁷": "\\textsuperscript{7}", "⁸": "\\textsuperscript{8}", "⁹": "\\textsuperscript{9}",
        "₀": "\\textsubscript{0}", "₁": "\\textsubscript{1}", "₂": "\\textsubscript{2}", "₃": "\\textsubscript{3}",
        // Greek letters; µ is the micro sign.
        "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$", "ε": "$\\epsilon$", "η": "$\\eta$",
        "θ": "$\\theta$", "κ": "$\\kappa$", "λ": "$\\lambda$", "μ": "$\\mu$", "µ": "$\\mu$", "ν": "$\\nu$",
        "π": "$\\pi$", "ρ": "$\\rho$", "σ": "$\\sigma$", "τ": "$\\tau$", "φ": "$\\phi$", "χ": "$\\chi$",
        "ψ": "$\\psi$", "ω": "$\\omega$", "Γ": "$\\Gamma$", "Δ": "$\\Delta$", "Σ": "$\\Sigma$", "Φ": "$\\Phi$",
        "Ω": "$\\Omega$",
    ]
}
