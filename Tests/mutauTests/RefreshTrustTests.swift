import CurveArchive
import Foundation
import TestServers
import Testing

/// What a user is told of a version that is not taken, and what is never told.
@Suite struct RefreshTrustTests {
    private let program: Program
    private static let mirrors = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "CurveArchiveTests/Mirrors").path

    init() throws { program = try Program() }

    private func refresh(_ name: String, _ options: String...) throws -> Program.Answer {
        try program.run(["refresh", "na64mu-2024", "--mirror", "file://\(Self.mirrors)/\(name)"] + options)
    }

    @Test func aTableMore() throws {
        defer { program.removeHome() }
        let answer = try refresh("addtable")
        #expect(answer.status == 69 && answer.output.contains("'extra' is new"), "\(answer)")
        #expect(answer.output.contains("cells flip: ") && answer.output.contains("from allowed to excluded"))
        // On the whole map, beside the other bounds.
        #expect(answer.errors.contains("cells turn from allowed to excluded by na64mu-2024: "), "\(answer)")
        #expect(try program.run(["check", "6.5MeV", "1e-5", "--exit-code"]).status == 0)

        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(refresh("addtable", "--format", "json").output.utf8))
                as? [[String: Any]])
        let row = try #require(json.first)
        #expect(row["outcome"] as? String == "refused" && row["added"] as? [String] == ["extra"])
        #expect(try #require(row["flipped_cells"] as? Int) > 1000)
        let cells = try #require(row["cells"] as? [[String: Any]])
        #expect(cells.contains { $0["from"] as? String == "allowed" && $0["to"] as? String == "excluded" })
        #expect(cells.allSatisfy { $0["by"] as? String == "na64mu-2024" && $0["mass_MeV"] is Double })
        #expect(try #require(row["map_flips"] as? [[String: Any]]).contains { $0["to"] as? String == "excluded" })

        let taken = try refresh("addtable", "--insist")
        #expect(taken.status == 0 && taken.output.contains("'extra' is new"), "\(taken)")
        #expect(taken.output.contains("no limit moved where both versions have one, "), "\(taken)")
        #expect(try program.run(["check", "6.5MeV", "1e-5", "--exit-code"]).status == 1)
    }

    @Test func anotherMixing() throws {
        defer { program.removeHome() }
        let answer = try refresh("mix", "--dry-run")
        #expect(answer.status == 69, "\(answer)")
        #expect(answer.output.contains("the kinetic mixing turned from 'none' into 'natural'"), "\(answer)")
        #expect(answer.output.contains("from excluded to silent"), "\(answer)")
        let json = try refresh("mix", "--format", "json")
        #expect(json.output.contains("\"fact\": \"kinetic_mixing\""), "\(json)")
    }

    private static let table = "mass_MeV,coupling\n1,1e-3\n10,2e-3\n100,8e-3\n"

    /// A secret in a URL opens the door once, and is told to nobody and kept nowhere.
    @Test func aSecretInAURL() throws {
        defer { program.removeHome() }
        let server = try TestServer(["/mine.csv?token=hunter2&x=1": [.ok(Array(Self.table.utf8))]])
        let words = ["--stem", "mine", "--kind", "observed", "--confidence-level", "0.9", "--side", "above"]
        let url = "\(server.base)/mine.csv?token=hunter2&x=1"
        let added = try program.run(["add", url, "--mixing", "none"] + words)
        #expect(added.status == 0 && added.output.contains("a secret in its URL is not kept"), "\(added)")
        let shown = try program.run(["show", "mine"])
        #expect(shown.output.contains("\(server.base)/mine.csv?token=***&x=***"), "\(shown)")
        let answers = [
            added, shown, try program.run(["show", "mine", "--format", "json"]), try program.run(["refresh", "mine"]),
            try program.run(["inspect", "\(server.base)/none?key=hunter2"]),
            try program.run(["inspect", "https://ada:hunter2@example.org/a.csv"]),
            try program.run(["refresh", "--mirror", "https://ada:hunter2@example.org"]),
            try program.run(["refresh", "--mirror", "\(server.base)?sig=hunter2"]),
        ]
        for answer in answers { #expect(!(answer.output + answer.errors).contains("hunter2"), "\(answer)") }
        #expect(answers[5].errors.contains(".netrc"), "\(answers[5])")
        let files = try #require(FileManager.default.enumerator(at: program.home, includingPropertiesForKeys: nil))
        for case let file as URL in files where !file.hasDirectoryPath {
            #expect(!String(decoding: try Data(contentsOf: file), as: UTF8.self).contains("hunter2"), "\(file.path)")
        }
    }

    /// A token in a catalogue of the user's own opens the door each time, and the lock file does not learn of it.
    @Test func aSecretInACatalogue() throws {
        defer { program.removeHome() }
        let document = try #require(BundledFiles.ofProgram["na64mu-2024.vot"]).contents() + Array("<!-- 2 -->".utf8)
        let server = try TestServer(["/a.vot?token=hunter2": [.conditional(tag: "\"1\"", body: document)]])
        let directory = program.home.appending(path: ".local/share/mutau")
        try FileManager.default.createDirectory(
            at: directory.appending(path: "constraints"), withIntermediateDirectories: true)
        let text = "curves: {na64mu-2024: {sources: [{url: \"\(server.base)/a.vot?token=hunter2\"}]}}"
        _ = try program.write(text, to: ".local/share/mutau/constraints/catalogue.yaml")
        let first = try program.run(["refresh", "na64mu-2024"])
        #expect(first.status == 0 && first.output.contains("a.vot?token=***"), "\(first)")
        let lock = try String(contentsOf: directory.appending(path: "refreshed/curves.lock"), encoding: .utf8)
        #expect(lock.contains("token=***") && !lock.contains("hunter2"))
        for options in [[], ["--locked"]] {
            let again = try program.run(["refresh", "na64mu-2024"] + options)
            #expect(again.status == 0 && again.output == "na64mu-2024  unchanged\n", "\(again)")
        }
        #expect(server.requests.last?.headers["if-none-match"] == "\"1\"")
    }
}
