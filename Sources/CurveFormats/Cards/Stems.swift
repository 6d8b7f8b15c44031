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

/// A stem from a file's name: without its extensions, with `-` for what a stem can't hold; nil where nothing is left.
public func stemOfFile(named name: String) -> String? {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    var stem = base.split(separator: ".").first.map(String.init) ?? ""
    stem = String(stem.map { Card.isStem(String($0)) || $0 == "-" || $0 == "_" ? $0 : "-" }.prefix(64))
    stem = String(stem.drop { $0 == "-" || $0 == "_" }.trimmingSuffix { $0 == "-" || $0 == "_" })
    return Card.isStem(stem) ? stem : nil
}

/// Those that names of measurements are written with; both signs for μ.
private let greekLetters: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "ε": "epsilon", "μ": "mu", "µ": "mu", "ν": "nu", "π": "pi", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
]
