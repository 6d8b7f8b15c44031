import ConstraintKit
import VOTable

/// The references of a document: INFOs `reference_1_texkey` and so on, or those of the IVOA's DataOrigin note.
func references(in infos: [Info]) -> [Reference] {
    var found: [Int: Reference] = [:]
    for info in infos where info.name.utf8.starts(with: "reference_".utf8) {
        // Bytes and no characters: each document that is read passes here.
        let words = info.name.utf8.split(separator: UInt8(ascii: "_"), maxSplits: 2).compactMap(String.init)
        guard words.count == 3, let number = Int(words[1]) else { continue }
        // A key of somebody else's tells nothing that is cited.
        _ = found[number, default: Reference(citation: "")].take(info.value, as: words[2])
    }
    guard found.isEmpty else { return found.sorted { $0.key < $1.key }.map(\.value) }
    return dataOrigin(infos).map { [$0] } ?? []
}

/// The INFOs that give the references again.
func infos(of references: [Reference]) -> [Info] {
    references.enumerated().flatMap { index, reference in
        Reference.keys.compactMap { key in
            reference.text(of: key).map {
                Info(name: "reference_\(index + 1)_\(key)", value: $0, ucd: key == "doi" ? "meta.ref.doi" : "meta.bib")
            }
        }
    }
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
