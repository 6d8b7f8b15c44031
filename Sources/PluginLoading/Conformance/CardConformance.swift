import ConstraintKit

extension Card {
    /// What a reader of the card would miss, or could not use.
    public func conformanceFaults() -> [ConformanceFault] {
        var faults: [ConformanceFault] = []
        if title.isEmpty { faults.append(.noTitle) }
        if summary.isEmpty { faults.append(.noSummary) }
        if let level = confidenceLevel.fraction, !(level > 0 && level < 1) {
            faults.append(.unusableConfidenceLevel(level))
        }
        if method == .reconstructed, methodNote?.isEmpty ?? true {
            faults.append(.noMethodNote)
        }
        if references.isEmpty { faults.append(.noReferences) }
        return faults + references.flatMap(\.conformanceFaults)
    }
}

extension Reference {
    /// What is wrong with its identifiers.
    fileprivate var conformanceFaults: [ConformanceFault] {
        var faults: [ConformanceFault] = []
        if [texkey, arxiv, doi].allSatisfy({ $0 == nil }), citation.isEmpty { faults.append(.emptyReference) }
        if let arxiv, arxiv.wholeMatch(of: /(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?/) == nil {
            faults.append(.notAtArXiv(arxiv))
        }
        if let doi, doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) == nil { faults.append(.noDOI(doi)) }
        if let texkey, texkey.wholeMatch(of: /[\p{L}\d\-'.]+:\d{4}[a-z]{2,3}/) == nil {
            faults.append(.noTexkey(texkey))
        }
        return faults
    }
}
