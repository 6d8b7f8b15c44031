import Foundation
import Testing

/// An answer that holds a scenario is a scenario's file.
@Suite struct RunAgainTests {
    /// Documents that options make for one run, files of the user's, and ranges with units: all of it is in what a map
    /// leaves, in its summary and in its table.
    @Test func whatOptionsMadeIsMadeAgain() throws {
        let program = try Program()
        defer { program.removeHome() }
        let own = try program.write(OverlayTests.curve, to: "mine, too.csv")
        let data = try program.write(Self.data, to: "data.csv")
        let evolution = try program.write("0,1\n1,3\n5,2\n", to: "evolution.csv")
        let options = [
            "--grid", "6x5", "--mass-range", "0.0021GeV:47.3", "--coupling-range", "1.7e-5:3.3e-2", "--overlay", own,
            "--muons-on-target", "3e11", "--g-minus-2", "25e-10±6e-10", "--evolution", evolution, "--data",
            "\(data),tracks-9.5yr-2022", "--gamma", "2.5",
        ]
        #expect(try program.run(["map", "--output", "first"] + options).status == 0)
        for (number, name) in ["summary.json", "map.vot"].enumerated() {
            let again = ["map", "--output", "again-\(number)", "--scenario", program.home.path + "/first/\(name)"]
            let answer = try program.run(again)
            #expect(answer.status == 0 && !answer.errors.contains("earlier answer"), "\(answer.errors)")
            try program.expectSameFiles("first", "again-\(number)")
        }
        let summary = program.home.path + "/first/summary.json"
        let without = try program.run([
            "table", "--masses", "6.5MeV", "--format", "csv", "--scenario", summary, "--without", "mine-2025",
            "--muons-on-target", "4e11",
        ])
        #expect(without.status == 0 && !without.output.contains("mine-2025"), "\(without.errors)")
        #expect(without.output.contains("na64mu-4e11") && !without.output.contains("na64mu-3e11"))
        // A change of any of them ends the run, with its name.
        for (file, text, name) in [
            (data, Self.data.replacing("2e-8", with: "3e-8"), "data.csv"),
            (own, OverlayTests.curve.replacing("1e-4", with: "2e-4"), "mine-2025"),
            (evolution, "0,1\n1,3\n5,3\n", "evolution.csv"),
        ] {
            let before = try String(contentsOfFile: file, encoding: .utf8)
            let asked = ["check", "6.5MeV", "1e-4", "--scenario", summary]
            try Data(text.utf8).write(to: URL(filePath: file))
            let other = try program.run(asked)
            #expect(other.status == 65 && other.errors.contains(name), "\(other.errors)")
            try FileManager.default.removeItem(atPath: file)
            let missing = try program.run(asked)
            #expect(missing.status == 65 && missing.errors.contains(fileName(file)), "\(missing.errors)")
            try Data(before.utf8).write(to: URL(filePath: file))
            #expect(try program.run(asked).status == 0)
        }
    }

    /// An answer that was moved with its files finds them beside it; what is beside it counts before what is not.
    @Test func filesBesideAnAnswerAreFound() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(OverlayTests.curve, to: "mine.csv")
        _ = try program.write("0,1\n1,3\n5,2\n", to: "evolution.csv")
        let options =
            ["--grid", "4x4", "--gamma", "2.5", "--overlay", "mine.csv", "--evolution", "evolution.csv"]
            + ["--figures", "none"]
        #expect(try program.run(["map", "--output", "first"] + options).status == 0)
        for file in ["mine.csv", "evolution.csv"] {
            let place = program.home.path
            try FileManager.default.moveItem(atPath: "\(place)/\(file)", toPath: "\(place)/first/\(file)")
        }
        for name in ["summary.json", "map.vot"] {
            let asked = ["check", "6.5MeV", "1e-4", "--scenario", "first/\(name)"]
            let found = try program.run(asked)
            #expect(found.status == 0 && found.output.contains("mine-2025"), "\(found.errors)")
        }
        // Another file of that name in the working directory does not matter.
        _ = try program.write("0,1\n1,1\n5,1\n", to: "evolution.csv")
        let asked = ["check", "6.5MeV", "1e-4", "--scenario", "first/summary.json"]
        #expect(try program.run(asked).status == 0)
        try FileManager.default.removeItem(atPath: "\(program.home.path)/first/mine.csv")
        let missing = try program.run(asked)
        #expect(
            missing.status == 65 && missing.errors.contains("neither beside that answer nor in"), "\(missing.errors)")
    }

    /// What is left out need not be here, by either option; what is named in vain is told how to be left out.
    @Test func anOverlayThatIsGoneCanBeLeftOut() throws {
        let program = try Program()
        defer { program.removeHome() }
        let own = try program.write(OverlayTests.curve, to: "mine.csv")
        let options = ["--grid", "4x4", "--figures", "none", "--gamma", "2.5", "--overlay", "mine.csv"]
        let first = try program.run(["map", "--output", "first"] + options)
        #expect(first.status == 0, "\(first.errors)")
        try FileManager.default.removeItem(atPath: own)
        let asked = ["limit", "6.5MeV", "--format", "json", "--scenario", "first/summary.json"]
        for choice in [["--without", "mine-2025"], ["--only", "na64mu-2024"]] {
            let answer = try program.run(asked + choice)
            #expect(answer.status == 0 && !answer.output.contains("mine-2025"), "\(answer.errors)")
        }
        for choice in [[], ["--without", "na64mu-2024"], ["--only", "mine-2025"]] {
            let answer = try program.run(asked + choice)
            #expect(answer.status == 65 && answer.errors.contains("'mine.csv'"), "\(answer.errors)")
            #expect(answer.errors.contains("--without mine-2025"), "\(answer.errors)")
        }
        let unknown = try program.run(asked + ["--without", "mine-2026"])
        #expect(unknown.status != 0 && unknown.errors.contains("mine-2026"), "\(unknown.errors)")
    }

    /// Every answer that holds a scenario runs again, and every other says that it holds none.
    @Test func everyAnswerRunsAgainOrSaysWhyNot() throws {
        let program = try Program()
        defer { program.removeHome() }
        let fit = try program.run(["fit", "--format", "json", "--mass-range", "5:8", "--coupling-range", "2e-4:8e-4"])
        #expect(fit.status == 0, "\(fit.errors)")
        let file = try program.write(fit.output, to: "fit.json")
        let again = try program.run([
            "fit", "--format", "json", "--mass-range", "5:8", "--coupling-range", "2e-4:8e-4", "--scenario", file,
        ])
        #expect(again.output == fit.output, "\(again.errors)")
        #expect(again.errors.contains("not what a fit was asked") && !fit.errors.contains("asked"), "\(again.errors)")
        let shown = try program.run(["scenario", "show", "consistent", "--format", "json"])
        let limit = ["limit", "6.5MeV", "--format", "json", "--scenario"]
        let direct = try program.run(limit + ["consistent"])
        #expect(try program.run(limit + [try program.write(shown.output, to: "shown.json")]).output == direct.output)
        for command in [
            ["check", "6.5MeV", "4e-4"], ["limit", "6.5MeV"], ["table"], ["chi2", "6.5MeV", "4e-4"], ["list"],
            ["spectrum", "6.5MeV", "4e-4", "--gamma", "2.5"],
        ] {
            let answer = try program.run(command + ["--format", "json"])
            let file = try program.write(answer.output, to: "answer.json")
            let refused = try program.run(["limit", "6.5MeV", "--scenario", file])
            #expect(refused.status == 65 && refused.errors.contains("summary.json or map.vot"), "\(refused.errors)")
        }
        let curve = try program.run(["export", "na64mu-2024", "--format", "votable"])
        let document = try program.write(curve.output, to: "curve.vot")
        let refused = try program.run(["limit", "6.5MeV", "--scenario", document])
        #expect(refused.status == 65 && refused.errors.contains("summary.json or map.vot"), "\(refused.errors)")
    }

    private static let data = """
        # channel: cascades
        E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus,upper_limit
        10000,30000,1e-8,3e-9,3e-9,
        30000,100000,2e-8,3e-9,3e-9,

        """

    private func fileName(_ path: String) -> String { URL(filePath: path).lastPathComponent }
}

extension Program {
    /// That two directories hold the same files, byte for byte.
    func expectSameFiles(_ first: String, _ second: String) throws {
        let (first, second) = (home.appending(path: first), home.appending(path: second))
        let names = try FileManager.default.contentsOfDirectory(atPath: first.path).sorted()
        #expect(try names == FileManager.default.contentsOfDirectory(atPath: second.path).sorted())
        #expect(names.contains("map.pdf") && names.contains("summary.json"))
        for name in names {
            let files = try [first, second].map { try Data(contentsOf: $0.appending(path: name)) }
            #expect(files[0] == files[1], "\(name)")
        }
    }
}
