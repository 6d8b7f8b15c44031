/// A paper of several tables at a server that answers as HEPData's addresses do.
public struct HEPDataPaper: Sendable {
    /// A table as the record has it, and its values.
    public struct Table: Sendable {
        public var name: String
        public var description: String
        public var yaml: String

        public init(name: String, description: String, yaml: String) {
            self.name = name
            self.description = description
            self.yaml = yaml
        }
    }

    /// `ins2611344`
    public var number: String
    public var title: String
    public var version: Int
    public var tables: [Table]

    public init(number: String, title: String, version: Int = 1, tables: [Table]) {
        self.number = number
        self.title = title
        self.version = version
        self.tables = tables
    }

    /// Makes it the newest version of the paper. Names of tables are plain words.
    public func publish(at server: TestServer) {
        let doi = "10.17182/hepdata.\(number.dropFirst(3)).v\(version)"
        let entries = tables.enumerated().map { index, table in
            "{\"name\": \"\(table.name)\", \"id\": \(index + 1), \"doi\": \"\(doi)/t\(index + 1)\", "
                + "\"description\": \"\(table.description)\"}"
        }
        let record =
            "{\"record\": {\"title\": \"\(title)\", \"hepdata_doi\": \"\(doi)\"}, \"version\": \(version), "
            + "\"data_tables\": [\(entries.joined(separator: ", "))]}"
        server.reply(to: "/record/\(number)?format=json", .ok(Array(record.utf8)))
        for table in tables {
            let name = table.name.split(separator: " ").joined(separator: "%20")
            server.reply(to: "/download/table/\(number)/\(name)/\(version)/yaml", .ok(Array(table.yaml.utf8)))
        }
    }
}
