import ArgumentParser
import Files
import Foundation
import Testing

@testable import mutau

/// What commands write they answer, as values like any other.
@Suite struct FileAnswerTests {
    private let program: Program
    private static let facts = ["--kind", "observed", "--side", "above", "--confidence-level", "0.9"]

    init() throws {
        program = try Program()
        _ = try program.write("mass_MeV,coupling\n2,4e-4\n20,2e-4\n200,9e-4\n", to: "limit.csv")
        _ = try program.write(
            """
            scenario: paper
            method: random
            points: 300
            block: 200
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log}
              coupling: {from: 1e-5, to: 1e-3, scale: log}
            """, to: "plan.yaml")
    }

    private func answer(_ arguments: [String], status: Int32 = 0) throws -> [String: Any] {
        let answer = try program.run(arguments + ["--format", "json"])
        #expect(answer.status == status, "\(arguments): \(answer.errors)")
        return try answer.json()
    }

    /// A file as an answer names it is the file that is there.
    private func expectThere(_ file: [String: Any]) throws {
        let path = try #require(file["path"] as? String)
        let url = path.hasPrefix("/") ? URL(filePath: path) : program.home.appending(path: path)
        let bytes = Array(try Data(contentsOf: url))
        #expect(file["bytes"] as? Int == bytes.count && file["sha256"] as? String == SHA256(of: bytes).hexadecimal)
    }

    private func expectThere(_ files: Any?, count: Int) throws {
        let files = try #require(files as? [[String: Any]])
        #expect(files.count == count)
        for file in files { try expectThere(file) }
    }

    private static func leaves(_ command: any ParsableCommand.Type, _ path: [String] = []) -> [[String]] {
        let subcommands = command.configuration.subcommands
        return subcommands.isEmpty
            ? [path] : subcommands.flatMap { leaves($0, path + [$0.configuration.commandName ?? ""]) }
    }

    /// No command is left whose answer a program can't read.
    @Test func everyCommandHasAForm() throws {
        defer { program.removeHome() }
        for names in Self.leaves(Mutau.self) {
            let help = try program.run(names + ["--help"]).output
            #expect(help.contains("--format <format>") && help.contains("json"), "\(names)")
        }
    }

    @Test func aDocumentIsMadeAddedAndRemoved() throws {
        defer { program.removeHome() }
        let made = try answer(["import", "limit.csv", "-o", "mine.vot"] + Self.facts)
        try expectThere(made)
        let effect = try #require(made["effect"] as? [String: Any])
        #expect(
            made["stem"] as? String == "mine"
                && (effect["lowest_edge"] as? [String: Any])?["coupling"] as? Double == 2e-4)
        _ = try answer(["add", "mine.vot"])
        let would = try answer(["remove", "mine", "--dry-run"])
        let document = try #require(would["document"] as? String)
        #expect(would["removed"] as? Bool == false && FileManager.default.fileExists(atPath: document))
        let removed = try answer(["remove", "mine"])
        #expect(removed["removed"] as? Bool == true && removed["next"] is NSNull)
        #expect(!FileManager.default.fileExists(atPath: document))
        // The document itself is no form of the answer.
        let both = try program.run(["import", "limit.csv", "-o", "-", "--format", "json"] + Self.facts)
        #expect(
            both.status == 64 && both.output.isEmpty && both.errors.contains("leave out --format"), "\(both.errors)")
    }

    /// What has the stem then is told with its place.
    @Test func whatWasHiddenComesBack() throws {
        defer { program.removeHome() }
        let stem = "na64mu-2024"
        _ = try answer(["add", "limit.csv", "--stem", stem, "--replace-bundled"] + Self.facts)
        let listed = try program.run(["list", "--format", "csv"]).output.split(separator: "\n")
        let names = try #require(listed.first).split(separator: ",").map(String.init)
        #expect(Set(["references", "origin_place", "origin_path", "shadows"]).isSubset(of: names), "\(names)")
        let own = try #require(listed.first { $0.hasPrefix(stem + ",") })
        #expect(own.contains(",user,") && own.contains("/\(stem).vot,bundled,"), "\(own)")
        let shown = try answer(["show", stem])
        #expect((shown["shadows"] as? [[String: String]])?.map { $0["place"] } == ["bundled"])
        let removed = try answer(["remove", stem])
        #expect((removed["next"] as? [String: String])?["place"] == "bundled")
    }

    @Test func whatAFileHoldsAndLacks() throws {
        defer { program.removeHome() }
        let lacks = try answer(["inspect", "limit.csv"], status: 65)
        #expect(lacks["usable"] as? Bool == false && lacks["card"] is NSNull)
        let missing = try #require(lacks["missing"] as? [[String: String]])
        #expect(missing.compactMap { $0["field"] } == ["kind", "confidence_level", "excluded_side"])
        let whole = try answer(["inspect", "limit.csv"] + Self.facts)
        #expect(whole["usable"] as? Bool == true && whole["error"] is NSNull && whole["format"] as? String == "text")
        let curves = try #require(whole["curves"] as? [[String: Any]])
        #expect(curves.count == 1 && curves[0]["points"] as? Int == 3 && curves[0]["mass_high_MeV"] as? Double == 200)
        let csv = try program.run(["inspect", "limit.csv", "--format", "csv"] + Self.facts).output.split(
            separator: "\n")
        #expect(csv.count == 2 && csv[1].hasPrefix("observed,observed,above,0.9,stated,3,0,2,200,"), "\(csv)")
        _ = try program.write("%PDF-1.5 and so on", to: "paper.pdf")
        let foreign = try answer(["inspect", "paper.pdf"], status: 65)
        #expect(foreign["format"] is NSNull && foreign["foreign"] as? String == "a PDF document")
    }

    @Test func thePluginsFolder() throws {
        defer { program.removeHome() }
        try expectThere(answer(["plugin", "new", "First", "--language", "c"])["files"], count: 4)
        try expectThere(answer(["plugin", "build", "First"]))
        let installed = try answer(["plugin", "install", "First"])
        try expectThere(installed["files"], count: 3)
        #expect(installed["stems"] as? [String] == ["first"] && installed["conforms"] as? Bool == true)
        let removed = try answer(["plugin", "remove", "First"])
        #expect(removed["folder"] as? String == installed["folder"] as? String)
        #expect(!FileManager.default.fileExists(atPath: removed["folder"] as? String ?? "/"))
    }

    @Test func whatBecomesOfAScan() throws {
        defer { program.removeHome() }
        let part = try answer(["scan", "run", "plan.yaml", "--shard", "2/2"])
        #expect(part["blocks"] as? Int == 1 && part["done"] as? Int == 1 && part["stopped"] as? Bool == false)
        let rest = try answer(["scan", "run", "plan.yaml"])
        #expect(rest["blocks"] as? Int == 2 && rest["done"] as? Int == 2 && rest["done_before"] as? Int == 1)
        #expect((rest["failed"] as? [Any])?.isEmpty == true)
        let longer = try answer(["scan", "extend", "plan.yaml", "--more", "200"])
        #expect(longer["rows"] as? Int == 500 && longer["blocks"] as? Int == 3 && longer["rows_anew"] as? Int == 100)
        let submitted = try answer(["scan", "submit", "plan.yaml", "--shards", "2", "--dry-run"])
        #expect(submitted["tasks"] as? Int == 2 && submitted["array_job"] is NSNull && submitted["merge_job"] is NSNull)
        try expectThere(submitted["files"], count: 2)
    }
}
