import CurveFormats

/// A table of a paper at HEPData, chosen by words of its name and description: the record alone says its name.
public struct HEPDataTableChoice: Sendable, Hashable {
    public let number: HEPDataNumber
    /// All of them stand in the name or description of the table, and of no other.
    public let words: [String]

    public init(number: HEPDataNumber, words: [String]) {
        self.number = number
        self.words = words
    }

    /// The tables of a record that have all the words.
    func tables(of record: HEPDataRecord) -> [HEPDataRecord.Table] {
        record.tables.filter { table in
            let text = "\(table.name) \(table.summary)".lowercased()
            return words.allSatisfy { text.contains($0.lowercased()) }
        }
    }
}
