/// How the field writes its signs in ASCII.
enum SpelledSigns {
    /// The signs that begin a text and are spelled together: how many they are, and how.
    static func sequence(in scalars: ArraySlice<Unicode.Scalar>) -> (count: Int, spelling: String)? {
        guard let first = scalars.first, beginnings.contains(first) else { return nil }
        for (signs, spelling) in sequences where scalars.starts(with: signs) { return (signs.count, spelling) }
        return nil
    }

    private static let sequences: [([Unicode.Scalar], String)] = [
        ("Lμ−Lτ", "L_mu-L_tau"), ("Lμ", "L_mu"), ("Lτ", "L_tau"), ("a–b", "a..b"),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    private static let beginnings = Set(sequences.compactMap(\.0.first))

    static let greek: [Unicode.Scalar: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta",
        "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu",
        "ν": "nu", "ξ": "xi", "ο": "o", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
        "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
        "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sum", "∑": "Sum", "Υ": "Upsilon", "Φ": "Phi",
        "Ψ": "Psi", "Ω": "Omega",
    ]

    /// Those that stand before what they are of, and are set off from it.
    static let operators: Set = ["Delta", "Sum"]

    /// A bar above the letter before it.
    static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{304}" || scalar == "\u{305}" }

    static let superscripts: [Unicode.Scalar: String] = [
        "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+",
        "⁻": "-",
    ]

    static let others: [Unicode.Scalar: String] = [
        "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
        "₊": "+", "₋": "-", "′": "'", "″": "''", "−": "-", "‐": "-", "‑": "-", "—": "--", "±": "+-", "×": "x",
        "·": "*", "⋅": "*", "÷": "/", "√": "sqrt", "∞": "inf", "≤": "<=", "≥": ">=", "≪": "<<", "≫": ">>", "≲": "<~",
        "≳": ">~", "≠": "!=", "≯": "not >", "≮": "not <", "≈": "~", "≃": "~", "∼": "~", "∝": "~", "→": "->",
        "←": "<-", "↔": "<->", "∈": "in", "∫": "int", "∂": "d", "ℓ": "l", "ℏ": "hbar", "½": "1/2", "¼": "1/4",
        "¾": "3/4", "°": " deg", "§": "***", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'",
        "‚": "'",
        "…": "...", "†": "*", "‡": "**", "•": "-", "─": "-", "│": "|", "┤": "+", "└": "+", "┬": "+", "░": ":",
        "▒": "+", "█": "#", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
        "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "\u{25CC}": "",
    ]
}
