import ConstraintKit
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

extension HEPDataSite {
    /// Where the table is in the newest version, under an address that gives the same numbers for ever.
    /// - Throws: ``HEPDataError/tableNotTold(_:version:tables:)`` where none or several have the words.
    func address(of choice: HEPDataTableChoice) throws(HEPDataError) -> (url: String, HEPDataRecord.Table) {
        let record = try record(choice.number)
        let tables = choice.tables(of: record)
        guard let table = tables.first, tables.count == 1 else {
            throw .tableNotTold(
                choice, version: record.version, tables: tables.isEmpty ? record.tablesByPromise : tables)
        }
        let address = HEPDataAddress(number: choice.number, table: table.name, version: record.version)
        return (address.url(base: base), table)
    }
}

extension CurveAddress {
    /// This address once its table is settled, with the table's DOI among the references.
    func settled(at url: String, _ table: HEPDataRecord.Table) -> CurveAddress {
        var address = CurveAddress(url: url, reading: reading)
        address.isOwn = isOwn
        if let doi = table.doi { address.reading?.said.references.append(.init(doi: doi, citation: "HEPData \(doi)")) }
        return address
    }
}
