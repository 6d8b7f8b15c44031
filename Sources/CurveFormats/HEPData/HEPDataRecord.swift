/// The record of a paper at HEPData: its version and its tables, without their values.
public struct HEPDataRecord: Sendable, Hashable {
    public struct Table: Sendable, Hashable {
        /// Exactly as the record has it, by which it is asked for.
        public var name: String
        /// What it holds, in words.
        public var summary: String
        /// With its version, `10.17182/hepdata.130818.v2/t12`; nil where the record does not say it.
        public var doi: String?

        /// Whether its words speak of a mass and of a limit.
        public var isPromising: Bool {
            let words = "\(plainWords(name)) \(summary)".lowercased()
            let limits = ["limit", "exclu", "upper", "coupling"]
            return words.contains("mass") && limits.contains(where: words.contains)
        }
    }

    /// The paper's title; nil where the record does not say it.
    public let title: String?
    public let version: Int
    /// In the order of the record.
    public let tables: [Table]

    /// Reads what HEPData answers for `/record/insNNNN?format=json`.
    public init(json bytes: [UInt8]) throws(FormatFault) {
        let file = try BoundedJSON.decode(HEPDataRecordJSON.self, from: bytes)
        guard file.tables.count <= FormatLimits.curves else { throw .tooLarge(.curves, limit: FormatLimits.curves) }
        tables = file.tables.map { Table(name: $0.name, summary: plainWords($0.description?.text ?? ""), doi: $0.doi) }
        title = (file.record?.title?.text).flatMap { $0.isEmpty ? nil : plainWords($0) }
        let dois = file.tables.compactMap(\.doi) + [file.record?.doi].compactMap(\.self)
        let stated = file.version ?? file.record?.version
        guard let version = dois.lazy.compactMap(Self.version).first ?? stated else { throw .missing(path: "version") }
        self.version = version
    }

    /// The tables that speak of a mass and a limit, and then the others.
    public var tablesByPromise: [Table] { tables.filter(\.isPromising) + tables.filter { !$0.isPromising } }

    /// The table of a name, with or without marks of TeX and blanks; the only one where none is given.
    public func table(named name: String?) -> Table? {
        HEPDataSubmission.index(of: name, in: tables.map(\.name)).map { tables[$0] }
    }

    /// The 2 of `10.17182/hepdata.130818.v2/t12`.
    private static func version(ofDOI doi: String) -> Int? {
        let work = doi.split(separator: "/").first { $0.hasPrefix("hepdata.") }
        guard let last = work?.split(separator: ".").last, last.first == "v" else { return nil }
        return Int(last.dropFirst())
    }
}

/// The names are the format's own.
private struct HEPDataRecordJSON: Decodable {
    var record: Record?
    var version: Int?
    var tables: [Table]

    private enum CodingKeys: String, CodingKey {
        case record, version
        case tables = "data_tables"
    }

    struct Record: Decodable {
        var title: ScalarText?
        var doi: String?
        var version: Int?

        private enum CodingKeys: String, CodingKey {
            case title, version
            case doi = "hepdata_doi"
        }
    }

    struct Table: Decodable {
        var name: String
        var description: ScalarText?
        var doi: String?
    }
}
