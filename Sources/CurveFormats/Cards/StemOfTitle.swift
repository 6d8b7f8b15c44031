import ConstraintKit

/// A stem from a title, `belle-ii-2025` from "Belle II 2025"; nil where nothing of it can be kept.
public func stemOfTitle(_ title: String) -> String? {
    var stem = ""
    for character in title.lowercased() {
        if character.isASCII, character.isLetter || character.isNumber {
            stem.append(character)
        } else if let name = greekLetters[character] {
            stem += name
        } else if stem.last != "-", !stem.isEmpty {
            stem.append("-")
        }
    }
    stem = String(stem.prefix(64))
    while stem.last == "-" { stem.removeLast() }
    return Card.isStem(stem) ? stem : nil
}

/// Those that names of measurements are written with; both signs for μ.
private let greekLetters: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "ε": "epsilon", "μ": "mu", "µ": "mu", "ν": "nu", "π": "pi", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
]
