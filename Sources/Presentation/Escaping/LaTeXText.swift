/// Text within a LaTeX document.
enum LaTeXText {
    /// Shown as it is, by any engine: special characters escaped, the physicist's Unicode turned into commands.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PlainText.clean(text).unicodeScalars {
            if let command = commands[scalar] { result += command } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// A citation of these keys; empty where none is one.
    static func citation(_ keys: [String]) -> String {
        let usable = keys.filter(BibliographyKey.isUsable)
        return usable.isEmpty ? "" : "~\\cite{\(usable.joined(separator: ","))}"
    }

    private static let commands: [Unicode.Scalar: String] = [
        "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
        "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "$<$", ">": "$>$", "\"": "''",
        "–": "--", "—": "---", "−": "$-$", "±": "$\\pm$", "×": "$\\times$", "→": "$\\to$", "≈": "$\\approx$",
        "≤": "$\\le$", "≥": "$\\ge$", "∞": "$\\infty$", "′": "$'$", "″": "$''$", "†": "$^\\dagger$",
        "‡": "$^\\ddagger$", "⁺": "$^+$", "⁻": "$^-$", "⁰": "$^0$", "¹": "$^1$", "²": "$^2$", "³": "$^3$",
        "⁴": "$^4$", "⁵": "$^5$", "⁶": "$^6$", "⁷": "$^7$", "⁸": "$^8$", "⁹": "$^9$", "₀": "$_0$", "₁": "$_1$",
        "₂": "$_2$", "₃": "$_3$", "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$",
        "ε": "$\\epsilon$", "η": "$\\eta$", "θ": "$\\theta$", "κ": "$\\kappa$", "λ": "$\\lambda$", "μ": "$\\mu$",
        "µ": "$\\mu$", "ν": "$\\nu$", "π": "$\\pi$", "ρ": "$\\rho$", "σ": "$\\sigma$", "τ": "$\\tau$",
        "φ": "$\\phi$", "χ": "$\\chi$", "ψ": "$\\psi$", "ω": "$\\omega$", "Γ": "$\\Gamma$", "Δ": "$\\Delta$",
        "Σ": "$\\Sigma$", "Φ": "$\\Phi$", "Ω": "$\\Omega$",
    ]
}
