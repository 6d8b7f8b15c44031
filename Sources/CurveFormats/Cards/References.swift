import ConstraintKit
import VOTable

/// The references of a document: INFOs `reference_1_texkey` and so on, or those of the IVOA's DataOrigin note.
func references(in infos: [Info]) -> [Reference] {
    var found: [Int: Reference] = [:]
    for info in infos {
        let parts = info.name.split(separator: "_")
        guard parts.count == 3, parts[0] == "reference", let number = Int(parts[1]) else { continue }
        found[number, default: Reference(citation: "")].set(String(parts[2]), to: info.value)
    }
    guard found.isEmpty else { return found.sorted { $0.key < $1.key }.map(\.value) }
    return dataOrigin(infos).map { [$0] } ?? []
}

/// The INFOs that give the references again.
func infos(of references: [Reference]) -> [Info] {
    references.enumerated().flatMap { index, reference in
        let values = [
            ("texkey", reference.texkey, "meta.bib"), ("arxiv", reference.arxiv, "meta.bib"),
            ("doi", reference.doi, "meta.ref.doi"), ("citation", reference.citation, "meta.bib"),
        ]
        return values.compactMap { part, value, ucd in
            value.map { Info(name: "reference_\(index + 1)_\(part)", value: $0, ucd: ucd) }
        }
    }
}

/// References named in a line of text: one for each arXiv number in it, or the text alone.
func references(fromText text: String) -> [Reference] {
    let numbers = arxivNumbers(in: text)
    guard !numbers.isEmpty else { return [Reference(citation: text)] }
    return numbers.map { Reference(arxiv: $0, citation: text) }
}

/// arXiv numbers after `arXiv:` or in the address of an abstract, `2401.01708v2`.
func arxivNumbers(in text: String) -> [String] {
    var numbers: [String] = []
    let lowercased = text.lowercased()
    for mark in ["arxiv:", "arxiv.org/abs/"] {
        for part in lowercased.components(after: mark) {
            let number = String(part.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "v") })
                .trimmingSuffix { $0 == "." || $0 == "v" }
            let digits = number.prefix { $0 != "v" }.split(separator: ".", omittingEmptySubsequences: false)
            guard digits.count == 2, digits[0].count == 4, (4...5).contains(digits[1].count) else { continue }
            if !numbers.contains(String(number)) { numbers.append(String(number)) }
        }
    }
    return numbers
}

private func dataOrigin(_ infos: [Info]) -> Reference? {
    func value(_ name: String) -> String? { infos.first { $0.name == name }?.value }
    let citation = value("citation")
    let doi = citation.flatMap { $0.hasPrefix("doi:") ? String($0.dropFirst(4)) : nil }
    let arxiv = ["is_derived_from", "reference_url"].compactMap(value).flatMap(arxivNumbers).first
    let words = [value("creator"), doi == nil ? citation : nil].compactMap(\.self).joined(separator: ", ")
    guard doi != nil || arxiv != nil || !words.isEmpty else { return nil }
    return Reference(arxiv: arxiv, doi: doi, citation: words)
}

extension Reference {
    fileprivate mutating func set(_ part: String, to value: String) {
        switch part {
        case "texkey": texkey = value
        case "arxiv": arxiv = value
        case "doi": doi = value
        case "citation": citation = value
        default: break
        }
    }
}

extension String {
    /// What follows each occurrence of a mark.
    fileprivate func components(after mark: String) -> [Substring] {
        ranges(of: mark).map { self[$0.upperBound...] }
    }
}
