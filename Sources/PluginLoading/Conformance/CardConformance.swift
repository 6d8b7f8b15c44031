import ConstraintKit

extension Card {
    /// What a reader of the card would miss, or could not use.
    public func conformanceFindings() -> [ConformanceFinding] {
        var findings: [ConformanceFinding] = []
        if title.isEmpty { findings.append(.init(.card, "it has no title")) }
        if summary.isEmpty { findings.append(.init(.card, "it does not say what was measured or computed")) }
        if let level = confidenceLevel.fraction, !(level > 0 && level < 1) {
            findings.append(.init(.card, "its confidence level is \(level)"))
        }
        if method == .reconstructed, methodNote?.isEmpty ?? true {
            findings.append(.init(.card, "it does not say how its numbers were reconstructed"))
        }
        if references.isEmpty { findings.append(.init(.references, "there is none")) }
        return findings + references.flatMap { $0.faults.map { .init(.references, $0) } }
    }
}

extension Reference {
    /// What is wrong with its identifiers.
    fileprivate var faults: [String] {
        var faults: [String] = []
        if [texkey, arxiv, doi].allSatisfy({ $0 == nil }), citation.isEmpty { faults.append("one says nothing") }
        if let arxiv, arxiv.wholeMatch(of: /(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?/) == nil {
            faults.append("'\(arxiv)' is no number at arXiv")
        }
        if let doi, doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) == nil { faults.append("'\(doi)' is no DOI") }
        if let texkey, texkey.wholeMatch(of: /[\p{L}\d\-'.]+:\d{4}[a-z]{2,3}/) == nil {
            faults.append("'\(texkey)' is no texkey of INSPIRE")
        }
        return faults
    }
}
