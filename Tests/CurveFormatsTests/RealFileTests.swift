import Foundation
import Testing

@testable import CurveFormats

/// Files as programs of the field write them, cut down to a few rows: what each is taken for, which curves it gives with
/// what was said besides, and what is said of the rest. `Corpus/real-files/manifest.json` holds the answers.
@Suite struct RealFileTests {
    struct Sample: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        /// Key of a field and its text.
        var said: [[String]]
        /// The lines of the inspection but for those of the card.
        var lines: [String]
        var testDescription: String { "\(file) \(said.map { $0.joined(separator: " ") }.joined(separator: ", "))" }
    }

    static let samples: [Sample] = {
        do {
            let bytes = try TestInput.bytes("Corpus/real-files/manifest.json")
            return try JSONDecoder().decode([Sample].self, from: Data(bytes))
        } catch {
            Issue.record(error)
            return []
        }
    }()

    private static let beginnings = ["format: ", "curve ", "not usable", "missing: ", "note: ", "table "]

    @Test(arguments: samples) func isTakenForWhatItIs(_ sample: Sample) throws {
        var options = ImportOptions()
        for statement in sample.said {
            let field = try #require(
                (CardField.all + CardField.ofReading).first { [$0.key, $0.itemKey].contains(statement[0]) })
            try field.read(statement[1], &options)
        }
        let bytes = try TestInput.bytes("Corpus/real-files/\(sample.file)")
        let inspection = inspect(bytes, name: sample.file, options: options)
        let lines = inspection.lines.filter { line in Self.beginnings.contains(where: line.hasPrefix) }
        #expect(lines == sample.lines)
        // What is taken is the same curve in the native form.
        guard let document = inspection.document else { return }
        let again = try readDocument(nativeVOTable(of: document).serialized(), name: "a.vot")
        #expect(again.document == document)
    }

    @Test func everyFileIsAsked() throws {
        let root = try #require(Bundle.module.resourceURL).appending(path: "Corpus/real-files")
        let files = try FileManager.default.contentsOfDirectory(atPath: root.path)
        #expect(Set(files).subtracting(["manifest.json"]) == Set(Self.samples.map(\.file)))
    }
}
