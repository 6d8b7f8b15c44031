extension WireWriter {
    mutating func put(_ finding: ConformanceFinding) {
        put(finding.subject.rawValue)
        put(finding.detail)
    }
}

extension WireReader {
    mutating func conformanceFinding() throws(WireError) -> ConformanceFinding {
        guard let subject = ConformanceFinding.Subject(rawValue: try text()) else { throw .unusableValue }
        return ConformanceFinding(subject, try text())
    }
}
