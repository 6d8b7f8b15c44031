/// The key of a publication in a bibliography.
package enum BibliographyKey {
    /// Whether a text can be a key in BibTeX and in `\cite`.
    package static func isUsable(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= 100 && key.unicodeScalars.allSatisfy(isAllowed)
    }

    /// Whether a scalar may stand in a key.
    package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ":", ".", "-", "_", "+", "/": true
        default: false
        }
    }
}
