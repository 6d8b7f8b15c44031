/// A server that answers as HEPData's addresses do, for one paper of two tables in some versions.
///
/// `/record/insNNNN?format=json` is the record, `&version=V` an older one; `/download/table/insNNNN/NAME/V/yaml` a table;
/// everything else is a page for people, with status 200.
public struct HEPDataServer: Sendable {
    public let server: TestServer
    public var base: String { server.base }

    /// The paper's number at INSPIRE.
    public static let number = "ins9999999"
    /// The name of the table with the limit, as the record has it.
    public static let table = "Table 2: $g_{Z'}$"

    /// - Parameter newest: the newest version there is.
    public init(newest: Int = 2) throws {
        server = try TestServer()
        for version in 1...newest { publish(version) }
    }

    /// Makes a version the newest one.
    public func publish(_ version: Int) {
        let record = Self.record(version)
        server.reply(to: "/record/\(Self.number)?format=json", .ok(record))
        server.reply(to: "/record/\(Self.number)?format=json&version=\(version)", .ok(record))
        let table = "/download/table/\(Self.number)/Table%202%3A%20%24g_%7BZ%27%7D%24/\(version)/yaml"
        server.reply(to: table, .ok(Self.values(version)))
        server.reply(to: "/download/table/\(Self.number)/Table%201/\(version)/yaml", .ok(Self.page))
        // What it does not know, it answers with a page.
        server.reply(to: "/record/\(Self.number)?format=json&version=\(version + 1)", .ok(Self.page))
    }

    /// What HEPData sends instead of data.
    public static let page = Array("\n<!DOCTYPE html><html><body>Sorry</body></html>".utf8)

    private static func record(_ version: Int) -> [UInt8] {
        let doi = "10.17182/hepdata.999999.v\(version)"
        return Array(
            """
            {"record": {"title": "Search for a $Z'$ boson", "hepdata_doi": "\(doi)", "inspire_id": 9999999},
             "version": \(version),
             "data_tables": [
              {"name": "Table 1", "id": 1, "processed_name": "Table1", "doi": "\(doi)/t1", "description": "Widths"},
              {"name": "\(table)", "id": 2, "processed_name": "Table2", "doi": "\(doi)/t2",
               "description": "Observed 95% CL upper limits on the coupling against the mass"}
             ]}
            """.utf8)
    }

    private static func values(_ version: Int) -> [UInt8] {
        Array(
            """
            independent_variables:
            - header: {name: "$m_{Z'}$", units: GeV}
              values: [{value: 5}, {value: 20}, {value: 80}]
            dependent_variables:
            - header: {name: "Observed 95% CL upper limit on $g_{Z'}$"}
              values: [{value: 0.0\(version)}, {value: 0.02}, {value: 0.2}]
            """.utf8)
    }
}
