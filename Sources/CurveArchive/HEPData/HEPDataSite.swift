import CurveFormats

/// HEPData, asked for the record of a paper and for its tables.
///
/// A table is always asked for with its version, so that the same address gives the same numbers for ever.
public struct HEPDataSite: Sendable {
    /// Where it is: `https://www.hepdata.net`, unless the environment names a mirror.
    public let base: String
    private let client: HTTPClient

    /// The variable of the environment that names a mirror.
    public static let variable = "MUTAU_HEPDATA"

    public init(client: HTTPClient, environment: [String: String] = [:]) {
        self.client = client
        let mirror = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
        var base = mirror ?? "https://www.hepdata.net"
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
    }

    /// What a paper's record says.
    /// - Parameter version: nil for the newest.
    public func record(_ number: HEPDataNumber, version: Int? = nil) throws(HEPDataError) -> HEPDataRecord {
        let url = "\(base)/record/\(number.text)?format=json" + (version.map { "&version=\($0)" } ?? "")
        let bytes = try data(at: url)
        let record: HEPDataRecord
        do throws(FormatFault) { record = try HEPDataRecord(json: bytes) } catch {
            throw .unreadable(url: URLSecrets.masked(url), error)
        }
        if let version, version != record.version { throw .otherVersion(number, asked: version, found: record.version) }
        return record
    }

    /// A table of a paper.
    /// - Parameters:
    ///   - name: its name in the record; nil where there is but one.
    ///   - version: nil for the newest.
    public func table(
        _ number: HEPDataNumber, named name: String?, version: Int? = nil
    ) throws(HEPDataError) -> HEPDataDownload {
        let record = try record(number, version: version)
        guard let table = record.table(named: name) else {
            throw .tableUnsettled(number, version: record.version, given: name, tables: record.tablesByPromise)
        }
        let address = HEPDataAddress(number: number, table: table.name, version: record.version)
        let url = address.url(base: base)
        return HEPDataDownload(address: address, url: url, bytes: try data(at: url), table: table, title: record.title)
    }

    private func data(at url: String) throws(HEPDataError) -> [UInt8] {
        let answer: FetchResponse
        do throws(FetchError) { answer = try client.fetch(FetchRequest(url: url)) } catch { throw .fetch(error) }
        guard case .document(let found) = answer else { throw .page(url: URLSecrets.masked(url)) }
        let start = found.bytes.prefix(1024).first { $0 > 0x20 && $0 < 0x80 }
        guard start != UInt8(ascii: "<") else { throw .page(url: URLSecrets.masked(url)) }
        return found.bytes
    }
}

/// A table as it came, with what its record says of it.
public struct HEPDataDownload: Sendable, Hashable {
    public let address: HEPDataAddress
    public let url: String
    public let bytes: [UInt8]
    public let table: HEPDataRecord.Table
    /// The paper's.
    public let title: String?

    /// The file, under a name that can be a stem: `ins2625676-table-12.yaml`.
    public var file: CurveFile {
        let words = table.name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let stem = ([address.number.text] + words.map(String.init)).joined(separator: "-").prefix(60)
        return CurveFile(name: "\(stem).yaml", bytes: bytes)
    }

    /// Adds to what the user says what the record says, for the card: title, words, and the DOI with its version.
    public func complete(_ options: inout ImportOptions) {
        // The table has been chosen; its file holds no other.
        options.table = nil
        options.title = options.title ?? (title.map { "\($0), \(table.name)" } ?? table.name)
        // The record cuts descriptions short; a file may have its own.
        let saysItself = String(decoding: bytes, as: UTF8.self).contains("\ndescription:")
        if options.summary == nil, !table.summary.isEmpty, !saysItself { options.summary = table.summary }
        guard let doi = table.doi, !options.references.contains(where: { $0.doi == doi }) else { return }
        options.references.append(.init(doi: doi, citation: "HEPData \(doi)"))
    }
}
