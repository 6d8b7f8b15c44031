import Foundation
import Testing

/// A document in the user's directory takes part in every scenario, and every answer says so.
@Suite struct OwnBoundsTests {
    /// Excludes 6.5 MeV from 1e-4 on, which no bound of the program does in the scenario paper.
    private static func withOwnBound(
        stem: String = "mine-2025", kind: String = "observed", _ body: (Program) throws -> Void
    ) throws {
        let program = try Program()
        defer { program.removeHome() }
        let table = try program.write("mass_MeV,coupling\n1,1e-4\n100,1e-4\n", to: "limit.csv")
        let directory = program.home.appending(path: ".local/share/mutau/constraints")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let written = try program.run([
            "import", table, "-o", "\(directory.path)/\(stem).vot", "--kind", kind, "--confidence-level", "0.9",
            "--side", "above", "--name", "Mine 2025", "--arxiv", "2412.01234",
        ])
        #expect(written.status == 0, "\(written.errors)")
        try body(program)
    }

    private func check(_ program: Program, _ options: [String] = []) throws -> [String: Any] {
        let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--format", "json"] + options)
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    private func own(_ answer: [String: Any]) -> [String] {
        (answer["own_documents"] as? [[String: Any]] ?? []).compactMap { $0["stem"] as? String }
    }

    @Test func anObservedLimitDecidesInEveryScenario() throws {
        try Self.withOwnBound { program in
            for scenario in ["paper", "consistent"] {
                let answer = try check(program, ["--scenario", scenario])
                #expect((answer["excluded_by"] as? [String])?.contains("mine-2025") == true)
                #expect(own(answer) == ["mine-2025"])
                let elsewhere = try #require((answer["elsewhere"] as? [[String: Any]])?.first)
                #expect((elsewhere["excluded_by"] as? [String])?.contains("mine-2025") == true)
            }
        }
    }

    @Test func aProjectionOnlyInforms() throws {
        try Self.withOwnBound(kind: "projected") { program in
            let answer = try check(program)
            #expect(answer["standing"] as? String == "allowed")
            #expect((answer["tested_next_by"] as? [String])?.contains("mine-2025") == true)
        }
    }

    @Test func itIsLeftOutByOptionOrScenario() throws {
        try Self.withOwnBound { program in
            let scenario = try program.write(
                "name: bare\nbounds: [na64mu-2024]\nown_bounds: none\nicecube: {data: [cascades-6yr-2020]}\n",
                to: "bare.yaml")
            for options in [["--without", "mine-2025"], ["--only", "na64mu-2024"], ["--scenario", scenario]] {
                let answer = try check(program, options)
                #expect(answer["standing"] as? String == "allowed" && own(answer).isEmpty, "\(options)")
                let elsewhere = (answer["elsewhere"] as? [[String: Any]] ?? [])
                #expect(!elsewhere.contains { ($0["excluded_by"] as? [String] ?? []).contains("mine-2025") })
            }
            #expect(own(try check(program, ["--only", "mine-2025"])) == ["mine-2025"])
        }
    }

    @Test(arguments: ["mine-2025", "na64mu-2024"]) func everyAnswerSaysSo(stem: String) throws {
        try Self.withOwnBound(stem: stem) { program in
            let commands = [
                ["check", "6.5MeV", "4.5e-4"], ["limit", "6.5MeV"], ["table"],
                ["map", "--grid", "5x5", "--figures", "none"],
                ["fit", "--grid", "3x3x3x3", "--below", stem], ["list"], ["show", stem],
            ]
            for command in commands {
                let answer = try program.run(command)
                #expect(answer.status == 0, "\(answer.errors)")
                #expect(answer.output.contains(stem), "\(command): \(answer.output)")
            }
            for command in commands.dropLast(2) + [["cite"], ["limit", "6.5MeV", "--format", "csv"]] {
                #expect(try program.run(command).errors.contains("'\(stem)'"), "\(command)")
            }
            for file in ["summary.json", "map.html", "table.md", "table.tex"] {
                let text = try String(contentsOf: program.home.appending(path: "mutau-map/\(file)"), encoding: .utf8)
                #expect(text.contains(stem), "\(file)")
            }
        }
    }

    @Test func aDamagedOneStopsTheAnswerAndSaysWhatToDo() throws {
        try Self.withOwnBound { program in
            _ = try program.write("<VOTABLE", to: ".local/share/mutau/constraints/broken.vot")
            let answer = try program.run(["check", "6.5", "1e-4"])
            #expect(answer.status == 65 && answer.errors.contains("--without broken"), "\(answer.errors)")
            #expect(own(try check(program, ["--without", "broken"])) == ["mine-2025"])
        }
    }
}
