import CurveFormats

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
