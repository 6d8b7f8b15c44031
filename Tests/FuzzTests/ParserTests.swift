import Foundation
import HostileFiles
import Testing

/// Every parser that the fuzzers feed, with its samples and some hundred mutations of them: `make fuzz` goes on for
/// longer, under AddressSanitizer. A trap would end the whole test run.
@Suite struct ParserTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    @Test(arguments: Parser.all.map(\.name)) func survives(_ name: String) throws {
        let parser = try #require(Parser.all.first { $0.name == name })
        let samples = try parser.seeds.isEmpty ? [sharedObject()] : parser.seeds.flatMap { try Self.files($0) }
        let accepted = samples.count { sample in sample.withUnsafeBufferPointer { parser($0) } }
        #expect(accepted > 0, "not one of \(samples.count) samples is accepted")
        var mutations = Mutations(seed: 20_260_115)
        var refused = 0
        for number in 0..<200 {
            let mutant = mutations.mutant(of: samples[number % samples.count])
            if !mutant.withUnsafeBufferPointer({ parser($0) }) { refused += 1 }
        }
        #expect(refused > 0, "nothing is refused")
    }

    /// A file, or those of a directory, as long as the fuzzers have them at most.
    private static func files(_ path: String) throws -> [[UInt8]] {
        let place = root.appending(path: path)
        let isDirectory = try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        let names = try isDirectory ? FileManager.default.contentsOfDirectory(atPath: place.path).sorted() : [""]
        return try names.map { Array(try Data(contentsOf: place.appending(path: $0)).prefix(1 << 16)) }.filter {
            !$0.isEmpty
        }
    }

    private func sharedObject() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "mutau-\(UUID().uuidString).so")
        defer { try? FileManager.default.removeItem(at: file) }
        let script = Self.root.appending(path: "Tests/Fuzz/shared-object.sh").path
        let process = try Process.run(URL(filePath: "/bin/sh"), arguments: [script, file.path])
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return Array(try Data(contentsOf: file))
    }
}
