/// Names of columns that remarks give by number: `Column 1: mass in GeV`, a remark for each or one for all.
enum NumberedNames {
    /// - Parameter count: how many columns there are.
    /// - Returns: nil where no name is given; a column without one is called by its number.
    static func names(in remarks: [String], count: Int) -> [String]? {
        var names: [Int: String] = [:]
        for remark in remarks {
            for (number, name) in self.names(in: remark) where names[number] == nil { names[number] = name }
        }
        guard count >= 2, names[1] != nil, names.keys.allSatisfy({ (1...count).contains($0) }) else { return nil }
        return (1...count).map { names[$0] ?? String($0) }
    }

    private static func names(in remark: String) -> [(number: Int, name: String)] {
        var names: [(number: Int, words: [Substring])] = []
        var isAfterWord = false
        for word in remark.split(whereSeparator: \.isWhitespace) {
            let number = Int(word.trimmingSuffix { ":=-)".contains($0) })
            if isAfterWord, let number {
                names.append((number, []))
            } else if !names.isEmpty, !isColumn(word), ![":", "=", "-"].contains(word) {
                names[names.count - 1].words.append(word)
            }
            isAfterWord = isColumn(word)
        }
        return names.map { ($0.number, String($0.words.joined(separator: " ").trimmingSuffix { ",;".contains($0) })) }
            .filter { !$0.name.isEmpty }
    }

    private static func isColumn(_ word: Substring) -> Bool { ["col", "col.", "column"].contains(word.lowercased()) }
}
