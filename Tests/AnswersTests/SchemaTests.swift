import Foundation
import Testing

@testable import Answers
@testable import Documents

/// The schemas in Documentation/schemas/ are those of the program. `MUTAU_RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct SchemaTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Documentation/schemas").standardized

    @Test func filesAndProgramAreEqual() throws {
        if ProcessInfo.processInfo.environment["MUTAU_RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: Self.directory, withIntermediateDirectories: true)
            for schema in AnswerSchemas.all {
                try Data(schema.json.pretty.utf8).write(to: Self.directory.appending(path: "\(schema.name).json"))
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.directory.path)
        #expect(Set(names) == Set(AnswerSchemas.all.map { "\($0.name).json" }))
        for schema in AnswerSchemas.all {
            let file = Self.directory.appending(path: "\(schema.name).json")
            #expect(try String(contentsOf: file, encoding: .utf8) == schema.json.pretty, "\(schema.name)")
        }
    }

    /// Names of fields are in snake_case and their meanings are sentences.
    @Test func everyFieldSaysWhatItMeans() {
        for schema in AnswerSchemas.all {
            check(schema.json, in: schema.name)
        }
    }

    private func check(_ value: JSONValue, in name: String) {
        guard case .object(let members) = value else { return }
        for member in members {
            if member.key == "properties", case .object(let properties) = member.value {
                for property in properties {
                    #expect(
                        property.key.wholeMatch(of: /[A-Za-z0-9]+(_[A-Za-z0-9]+)*/) != nil, "\(name): \(property.key)")
                    guard case .object(let facts) = property.value else { continue }
                    let meaning = facts.first { $0.key == "description" }?.value.words ?? ""
                    #expect(meaning.hasSuffix("."), "\(name): \(property.key)")
                }
            }
            check(member.value, in: name)
        }
    }
}
