extension [UInt8] {
    /// A PDF without the time it was made, so that the same figure is the same file. cairo writes that time and takes none
    /// from elsewhere before its version 1.17. Blanks take its place: a PDF holds the places of its objects.
    var withoutCreationDate: [UInt8] {
        let key = Array("/CreationDate (D:".utf8)
        guard starts(with: "%PDF-".utf8), let start = lastRange(of: key) else { return self }
        guard let end = self[start.upperBound...].prefix(40).firstIndex(of: UInt8(ascii: ")")) else { return self }
        var bytes = self
        for index in start.lowerBound...end { bytes[index] = UInt8(ascii: " ") }
        return bytes
    }

    /// Where a run of bytes stands the last time: the dictionary of a document's date is behind its pages.
    private func lastRange(of run: [UInt8]) -> Range<Int>? {
        var start = count - run.count
        while start >= 0 {
            if self[start] == run[0], self[start..<start + run.count].elementsEqual(run) {
                return start..<start + run.count
            }
            start -= 1
        }
        return nil
    }
}
