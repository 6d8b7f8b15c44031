import Files
import IceCubeFit
import Testing

@testable import Scenarios

@Suite("What is made ready of scenarios and data sets")
struct PreparedScenariosTests {
    @Test("Every scenario that ships is as its file says")
    func scenarios() throws {
        for name in Scenario.shippedNames {
            let read = try Scenario.shipped(name)
            let contents = try #require(read.prepared(), "\(name) can be made ready")
            #expect(scenario(contents) == read)
        }
        #expect(try Scenario.prepared().count == Scenario.shippedNames.count)
    }

    @Test("A scenario with choices that are no names comes back, or is not made ready")
    func choices() throws {
        var scenario = try Scenario.shipped("consistent")
        try ScenarioChoice.kineticMixing.set("epsilon=1e-3", in: &scenario)
        scenario.iceCube.amplitude = 1.6
        scenario.tolerance = 1e-4
        let contents = try #require(scenario.prepared())
        #expect(self.scenario(contents) == scenario)
        // A text of file values is read from the very text alone.
        try ScenarioChoice.confidenceLevel.set("95%", in: &scenario)
        if let contents = scenario.prepared() { #expect(self.scenario(contents) == scenario) }
    }

    @Test("Damaged bytes end in nothing, or in another scenario, and are never read beyond the end")
    func damage() throws {
        let contents = try #require(try Scenario.shipped("current").prepared())
        for count in contents.indices {
            #expect(scenario(Array(contents[..<count])) == nil)
            var changed = contents
            changed[count] ^= 0xFF
            _ = scenario(changed)
        }
    }

    @Test("Every data set that ships is as its file says")
    func dataSets() throws {
        let library = DataSetLibrary()
        #expect(try library.prepared().count == library.names.count)
        for name in library.names {
            let read = try library.dataSet(name)
            let contents = read.prepared()
            #expect(dataSet(contents) == read)
            for count in contents.indices { #expect(dataSet(Array(contents[..<count])) == nil) }
        }
    }

    private func scenario(_ contents: [UInt8]) -> Scenario? {
        value(of: contents) { reader throws(PreparedReader.Fault) in try Scenario(&reader) }
    }

    private func dataSet(_ contents: [UInt8]) -> DataSet? {
        value(of: contents) { reader throws(PreparedReader.Fault) in try DataSet(&reader) }
    }

    private func value<Value>(
        of contents: [UInt8], _ read: (inout PreparedReader) throws(PreparedReader.Fault) -> Value
    ) -> Value? {
        PreparedFiles.bytes(of: [.init(path: "a", source: [1], contents: contents)]).withUnsafeBytes {
            PreparedFiles($0).value(of: "a", source: [1], read)
        }
    }
}
