/// Text within a LaTeX document.
package enum LaTeXText {
    /// Shown as it is, by any engine: special characters escaped, the physicist's Unicode turned into commands.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PlainText.clean(text).unicodeScalars {
            if let command = commands[scalar] { result += command } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// A citation of these keys; empty where none is one.
    package static func citation(_ keys: [String]) -> String {
        let usable = keys.filter(BibliographyKey.isUsable)
        return usable.isEmpty ? "" : "~\\cite{\(usable.joined(separator: ","))}"
    }

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
