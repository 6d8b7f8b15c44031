import CurveFormats
import TestServers
import Testing

@testable import CurveArchive

@Suite struct HEPDataTests {
    @Test(arguments: ["hepdata:ins2625676", "hepdata:2625676", "HEPData:INS2625676"])
    func aNumberIsReadAsPeopleWriteIt(_ text: String) throws {
        #expect(try #require(HEPDataNumber(text)).text == "ins2625676")
    }

    @Test(arguments: ["hepdata:", "hepdata:ins", "hepdata:ins12a", "hepdata:ins1/2", "ins2625676", "hepdata:ins1?x=y"])
    func nothingElseIsANumber(_ text: String) { #expect(HEPDataNumber(text) == nil) }

    /// Whatever the name holds, the address is read back as what it was made from.
    @Test(arguments: ["Table 12", "$g_{Z'}$ vs mass", "a/b", "50%", "ε?#&"]) func anAddressComesBack(_ name: String)
        throws
    {
        let number = try #require(HEPDataNumber("hepdata:ins1"))
        let address = HEPDataAddress(number: number, table: name, version: 2)
        #expect(HEPDataAddress(url: address.url(base: "https://www.hepdata.net")) == address)
    }

    @Test(arguments: [
        "https://www.hepdata.net/record/ins1", "https://a.org/download/table/ins1/T/2/csv",
        "https://a.org/download/table/x/T/2/yaml", "https://a.org/download/table/ins1/T/yaml", "file:///a",
    ]) func noOtherURLIsATable(_ url: String) { #expect(HEPDataAddress(url: url) == nil) }

    @Test func theVersionIsThatOfTheDOIs() throws {
        let record = try HEPDataRecord(
            json: Array(
                #"{"version": 7, "data_tables": [{"name": "T", "doi": "10.17182/hepdata.5.v3/t1"}, {"name": "U"}]}"#
                    .utf8))
        #expect(record.version == 3 && record.tables.map(\.name) == ["T", "U"] && record.title == nil)
        #expect(record.table(named: nil) == nil && record.table(named: "u")?.name == "U")
        #expect(throws: FormatFault.self) { try HEPDataRecord(json: Array(#"{"data_tables": []}"#.utf8)) }
    }

    @Test func aTableIsAskedForWithItsVersion() throws {
        let server = try HEPDataServer()
        let site = HEPDataSite(client: HTTPClient(version: "1"), environment: ["MUTAU_HEPDATA": server.base + "/"])
        let number = try #require(HEPDataNumber("hepdata:\(HEPDataServer.number)"))
        let download = try site.table(number, named: "Table 2: g_Z'")
        #expect(download.address.version == 2 && download.file.name == "ins9999999-table-2-g-z.yaml")
        #expect(server.server.requests.last?.headers["user-agent"] == "mutau/1")
        var options = ImportOptions()
        (options.table, options.title) = ("Table 2", "mine")
        download.complete(&options)
        #expect(options.table == nil && options.title == "mine")
        #expect(options.references.map(\.doi) == ["10.17182/hepdata.999999.v2/t2"])
        #expect(throws: HEPDataError.page(url: "\(server.base)/record/ins9999999?format=json&version=3")) {
            try site.table(number, named: "Table 1", version: 3)
        }
    }

    /// Only words that one table alone has tell it.
    @Test(arguments: [(["coupling", "MASS"], true), (["widths"], true), (["e"], false), (["tau"], false)])
    func aTableIsToldByItsWords(_ words: [String], _ isTold: Bool) throws {
        let server = try HEPDataServer()
        let site = HEPDataSite(client: HTTPClient(version: "1"), environment: ["MUTAU_HEPDATA": server.base])
        let number = try #require(HEPDataNumber("hepdata:\(HEPDataServer.number)"))
        let choice = HEPDataTableChoice(number: number, words: words)
        do throws(HEPDataError) {
            let (url, table) = try site.address(of: choice)
            #expect(isTold && HEPDataAddress(url: url)?.table == table.name && HEPDataAddress(url: url)?.version == 2)
        } catch {
            guard case .tableNotTold(choice, version: 2, let tables) = error else { throw error }
            #expect(!isTold && tables.count == 2)
        }
    }
}
